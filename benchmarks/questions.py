"""How near the wh-writer's first question is to those of people: BLEU-4 and ROUGE-L over the sentences of SQuAD.

`python -m benchmarks.questions [--sample N] [DATA]` reads nqg-dev/src-dev.txt and tgt-dev.txt under DATA (lower-cased
and tokenised, one question a line beside its sentence) and prints one `name: value` a line; `--sample 0` takes every
sentence. Questions about one sentence are its references. Where
no clause can be asked about, the question is what the first noun phrase is (`question_of_clause_percent` tells the
share of the others). A sentence without a question counts as an empty one: it
adds nothing that matches to BLEU, and its references' length to the brevity penalty, and 0 to ROUGE-L.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from nltk.tokenize import TreebankWordTokenizer
from nltk.translate.bleu_score import SmoothingFunction, corpus_bleu

from benchmarks import data
from benchmarks.asking import first_questions

SAMPLE = 2000
BETA = 1.2
BARS = {"question_bleu4": 11.2, "question_rouge_l": 31.0}
BRACKETS = {"(": "-lrb-", ")": "-rrb-", "[": "-lsb-", "]": "-rsb-", '"': "''", "“": "``", "”": "''"}

Tokens = list[str]


def tokenised(text: str) -> Tokens:
    """Write a question as the references are written: lower-cased, with marks apart."""
    return [BRACKETS.get(token, token) for token in TreebankWordTokenizer().tokenize(text.lower())]


def longest_common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for token in one:
        before = 0
        for place, against in enumerate(other, start=1):
            kept = row[place]
            row[place] = before + 1 if token == against else max(row[place], row[place - 1])
            before = kept
    return row[-1]


def rouge_l(question: Sequence[str], references: Sequence[Sequence[str]]) -> float:
    """Return the F-measure (recall weighs 1.2) of the best precision and recall over the references."""
    if not question:
        return 0.0
    common = [longest_common(question, reference) for reference in references]
    precision = max(common) / len(question)
    recall = max(shared / len(reference) for shared, reference in zip(common, references, strict=True))
    if not precision or not recall:
        return 0.0
    return (1 + BETA**2) * precision * recall / (recall + BETA**2 * precision)


def grouped(sources: Iterable[str], targets: Iterable[str]) -> dict[str, list[Tokens]]:
    """Return the references of each distinct sentence."""
    found: dict[str, list[Tokens]] = defaultdict(list)
    for source, target in zip(sources, targets, strict=True):
        found[source.strip()].append(target.split())
    return dict(found)


def scores(questions: Sequence[Tokens], references: Sequence[list[Tokens]]) -> dict[str, float]:
    """Return the figures of questions, empty where none was written, against their references."""
    given = sum(bool(question) for question in questions)
    bleu = corpus_bleu(references, questions, smoothing_function=SmoothingFunction().method0) if given else 0.0
    rouge = [rouge_l(question, against) for question, against in zip(questions, references, strict=True)]
    return {
        "question_sentences": float(len(questions)),
        "question_share_percent": 100 * given / len(questions),
        "question_bleu4": 100 * float(bleu),
        "question_rouge_l": 100 * sum(rouge) / len(rouge),
        "question_words": sum(map(len, questions)) / max(1, given),
    }


def measure(given: str | None = None, sample: int = SAMPLE) -> dict[str, float]:
    """Return the figures over a sample drawn with a fixed seed; nothing when the data are absent."""
    folder = data.folder(given) / "nqg-dev"
    source, target = folder / "src-dev.txt", folder / "tgt-dev.txt"
    if not source.is_file() or not target.is_file():
        return {}
    references = grouped(
        source.read_text(encoding="utf-8").splitlines(), target.read_text(encoding="utf-8").splitlines()
    )
    sentences = list(references)
    if 0 < sample < len(sentences):
        sentences = Random(0).sample(sentences, sample)
    asked = first_questions(sentences)
    figures = scores([tokenised(text) for text, _ in asked], [references[sentence] for sentence in sentences])
    figures["question_of_clause_percent"] = 100 * sum(plain for _, plain in asked) / len(asked)
    return figures


def main(arguments: list[str]) -> int:
    """Print the figures, or say where the data are missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", help="the folder of the data sets")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="how many sentences; 0 takes all")
    chosen = parser.parse_args(arguments)
    figures = measure(chosen.data, chosen.sample)
    if not figures:
        wanted = Path("nqg-dev") / "src-dev.txt"
        sys.stderr.write(f"{wanted} is not in “{data.folder(chosen.data)}”; give the folder of the data sets.\n")
        return 2
    sys.stdout.write("".join(f"{name}: {value:.1f}\n" for name, value in figures.items()))
    return 0 if all(figures[name] >= bar for name, bar in BARS.items()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
