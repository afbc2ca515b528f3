"""How many answers of human questions the engine would think of: the recall of its answer candidates.

`python -m benchmarks.candidates [DATA]` reads xquad/xquad.en.json under DATA and prints one `name: value` a line. A
gold answer counts as found when a candidate of its sentence is the same span, but for articles and marks at its ends.
An answer that crosses the end of a sentence counts as missed.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import data
from quizzes.engine.facts.answers import answers
from quizzes.engine.language.model import parse
from quizzes.engine.language.sentences import plain

BAR = 78.0
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
MARKS = " \t\n.,;:!?\"'“”‘’()[]–—-"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of a span without the article in front and the marks at its ends."""
    while start < end and text[start] in MARKS:
        start += 1
    found = ARTICLE.match(text[start:end])
    start += found.end() if found else 0
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


def proposed(doc: Any) -> tuple[set[tuple[int, int]], int]:
    """Return the places of all candidates of a parsed text, and how many there are."""
    places = set()
    for sentence in doc.sents:
        for answer in answers(sentence):
            last = doc[answer.end - 1]
            places.add(trimmed(doc.text, doc[answer.start].idx, last.idx + len(last.text)))
    return places, sum(1 for _ in doc.sents)


def _gold(content: dict[str, Any]) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    for article in content["data"]:
        for paragraph in article["paragraphs"]:
            spans = [(qa["answers"][0]["answer_start"], qa["answers"][0]["text"]) for qa in paragraph["qas"]]
            yield paragraph["context"], spans


def measure(given: str | None = None) -> dict[str, float]:
    """Return questions, recall in per cent and candidates a sentence; nothing when the data are absent."""
    file = data.folder(given) / "xquad" / "xquad.en.json"
    if not file.is_file():
        return {}
    gold = list(_gold(json.loads(file.read_text(encoding="utf-8"))))
    asked = found = sentences = candidates = 0
    for (text, spans), doc in zip(gold, parse([plain(text) for text, _ in gold]), strict=True):
        places, count = proposed(doc)
        sentences, candidates = sentences + count, candidates + len(places)
        for start, answer in spans:
            asked += 1
            found += trimmed(text, start, start + len(answer)) in places
    return {
        "candidate_questions": float(asked),
        "candidate_recall_percent": 100 * found / asked,
        "candidates_per_sentence": candidates / sentences,
    }


def main(arguments: list[str]) -> int:
    """Print the figures, or say where the data are missing."""
    given = arguments[0] if arguments else None
    figures = measure(given)
    if not figures:
        wanted = Path("xquad") / "xquad.en.json"
        sys.stderr.write(f"{wanted} is not in “{data.folder(given)}”; give the folder of the data sets.\n")
        return 2
    sys.stdout.write("".join(f"{name}: {value:.1f}\n" for name, value in figures.items()))
    return 0 if figures["candidate_recall_percent"] >= BAR else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
