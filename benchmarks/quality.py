"""How good the sets of items are over a corpus: yield, refusals, coverage, options, balance, faults of sets.

`python -m benchmarks.quality [--verbose] [FILE ...]` prints one `name: value` a line. By default it reads the starter
articles, the texts of the corpus, and the gold articles beside the data sets where these are at hand; there it also
measures which of their key facts are asked about. `--verbose` lists faults and key facts that no item is about.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import candidates, coverage, data, questions, sets
from benchmarks.coverage import KEY_FACT, KeyFact
from quizzes.engine.item_analysis import difficulty_band
from quizzes.engine.items.values import ItemContent
from quizzes.engine.pipeline import Generation, generate
from quizzes.engine.text import clean
from quizzes.engine.text.values import Paragraph
from quizzes.intake import IntakeError, decode

ROOT = Path(__file__).resolve().parents[1]
OWN = ("seeds/articles", "tests/corpus/texts")


@dataclass(frozen=True, slots=True)
class Measured:
    """What the engine makes of one article, and the key facts that people found in it."""

    name: str
    paragraphs: Sequence[Paragraph]
    made: Generation
    facts: Sequence[KeyFact] = ()

    @property
    def missed(self) -> list[KeyFact]:
        """The facts of the highest importance that no shown item is about."""
        wanted = [fact for fact in self.facts if fact.importance >= KEY_FACT]
        return coverage.uncovered(wanted, self.made.items, self.paragraphs)


def own_texts() -> list[Path]:
    """Return the project's own texts; a text of which a cleaned copy exists is read as it came."""
    return sorted(
        file for folder in OWN for file in (ROOT / folder).glob("*.txt") if not file.name.endswith(".clean.txt")
    )


def gold_texts() -> list[Path]:
    """Return the gold texts beside the data sets."""
    return [folder / "clean.txt" for folder in data.articles()]


def measured(file: Path) -> Measured:
    """Run the engine on one file; key facts are read from the facts.json beside it."""
    paragraphs = clean(decode(file.read_bytes()))
    facts = file.with_name("facts.json")
    name = file.parent.name if file.name == "clean.txt" else file.stem
    return Measured(name, paragraphs, generate(paragraphs), coverage.read_facts(facts) if facts.is_file() else ())


def figures(articles: Sequence[Measured]) -> Iterator[tuple[str, float]]:
    """Yield name and value of each figure over all articles together; shares run from 0 to 1."""
    items = [item for article in articles for item in article.made.items]
    reports = [article.made.report for article in articles]
    words = sum(report.words for report in reports)
    yield "articles", len(articles)
    yield "words", words
    yield "drafts_per_1000_words", 1000 * sum(report.drafts for report in reports) / words
    yield "shown_per_1000_words", 1000 * len(items) / words
    yield "recommended_per_1000_words", 1000 * sum(report.recommended for report in reports) / words
    yield "paragraph_coverage", _paragraph_coverage(articles)
    wanted = sum(fact.importance >= KEY_FACT for article in articles for fact in article.facts)
    if wanted:
        yield "key_facts", wanted
        yield "key_fact_coverage", 1 - sum(len(article.missed) for article in articles) / wanted
    yield "key_longest_share", sets.longest_share(items)
    for number, share in enumerate(sets.positions(items), start=1):
        yield f"key_position_{number}_share", share
    true = sets.true_share(items)
    if true is not None:
        yield "true_share", true
    yield "set_faults", sum(len(list(sets.faults(article.made.items))) for article in articles)
    yield from _counts(items, reports)


def _paragraph_coverage(articles: Sequence[Measured]) -> float:
    """Return the share of content paragraphs that an item quotes."""
    content = covered = 0
    for article in articles:
        numbers = coverage.content_paragraphs(article.paragraphs)
        content += len(numbers)
        covered += len(numbers & coverage.covered_paragraphs(article.made.items))
    return covered / max(1, content)


def _counts(items: Sequence[ItemContent], reports: Sequence[object]) -> Iterator[tuple[str, float]]:
    total = max(1, len(items))
    for kind, count in sorted(Counter(item.kind.value for item in items).items()):
        yield f"kind_{kind}_share", count / total
    for rule, count in sorted(Counter(item.rule for item in items).items()):
        yield f"rule_{rule.replace('-', '_')}", count
    bands = Counter(difficulty_band(item.difficulty) for item in items)
    for band in ("easy", "medium", "hard"):
        yield f"{band}_share", bands[band] / total
    refused: Counter[str] = Counter()
    for report in reports:
        refused.update(getattr(report, "refused", {}))
    for code, count in sorted(refused.items()):
        yield f"refused_{code}", count


def details(articles: Sequence[Measured]) -> Iterator[str]:
    """Yield what a person wants to look at: yield by article, faults of sets, missed key facts."""
    for article in articles:
        report = article.made.report
        yield (
            f"{article.name}: {report.words} words, {report.shown} shown, {report.recommended} recommended, "
            f"{len(article.missed)} key facts missed"
        )
        yield from (f"  fault: {fault}" for fault in sets.faults(article.made.items))
        yield from (f"  missed: {fact.fact}" for fact in article.missed)


def line(name: str, value: float) -> str:
    """Return a figure as it is printed: whole numbers as such, others to three places."""
    return f"{name}: {value:.3f}" if value % 1 else f"{name}: {value:.0f}"


def main(arguments: list[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="text files; by default all texts at hand")
    parser.add_argument("--verbose", action="store_true", help="list faults and missed key facts")
    given = parser.parse_args(arguments)
    try:
        articles = [measured(file) for file in given.files or [*own_texts(), *gold_texts()]]
    except (OSError, IntakeError) as error:
        sys.stderr.write(f"A text cannot be read ({error}); give paths of text files.\n")
        return 2
    lines = [line(name, value) for name, value in figures(articles)]
    if not given.files:
        lines += [line(name, value) for measure in (questions, candidates) for name, value in measure.measure().items()]
    if given.verbose:
        lines += details(articles)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
