"""How fast the engine is: words a second a step, and the whole pipeline beside spaCy's parse alone.

`python -m benchmarks.engine_speed [FILE]` prints one `name: value` a line. All steps run in turn in one process,
several times, and the medians count, so that a busy moment of the machine touches all of them alike.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from quizzes.engine.items.wording import content, meaning, tokens
from quizzes.engine.language import analyse
from quizzes.engine.language.model import load
from quizzes.engine.pipeline import generate
from quizzes.engine.text import clean, words
from quizzes.intake import IntakeError, decode

ARTICLES = Path(__file__).resolve().parents[1] / "seeds" / "articles"
ROUNDS = 7
HIGHEST_RATIO = 2.5


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def measure(raw: str, rounds: int = ROUNDS) -> dict[str, float]:
    """Return the median seconds of each step after one round that loads and warms everything."""
    paragraphs = clean(raw)
    texts = [paragraph.text for paragraph in paragraphs]
    nlp = load()
    steps: dict[str, Callable[[], object]] = {
        "clean": lambda: clean(raw),
        "parse": lambda: list(nlp.pipe(texts)),
        "analysis": lambda: analyse(paragraphs),
        "pipeline": lambda: generate(paragraphs),
    }
    taken: dict[str, list[float]] = {name: [] for name in steps}
    for number in range(rounds + 1):
        for name, work in steps.items():
            for kept in (tokens, content, meaning):
                kept.cache_clear()  # as with an article never seen before
            needed = seconds(work)
            if number:
                taken[name].append(needed)
    return {name: median(values) for name, values in taken.items()}


def report(raw: str, rounds: int = ROUNDS) -> list[str]:
    """Return the lines to print."""
    total = sum(words(paragraph.text) for paragraph in clean(raw))
    taken = measure(raw, rounds)
    lines = [f"words: {total}"]
    lines += [
        f"{name}_words_per_second: {total / taken[name]:.0f}" for name in ("clean", "parse", "analysis", "pipeline")
    ]
    lines.append(f"pipeline_seconds_per_1000_words: {1000 * taken['pipeline'] / total:.3f}")
    lines.append(f"pipeline_to_parse_ratio: {taken['pipeline'] / taken['parse']:.2f}")
    return lines


def main(arguments: list[str]) -> int:
    """Print the figures of one file, by default the longest seed article."""
    file = Path(arguments[0]) if arguments else max(ARTICLES.glob("*.txt"), key=lambda path: path.stat().st_size)
    try:
        raw = decode(file.read_bytes())
    except (OSError, IntakeError) as error:
        sys.stderr.write(f"“{file}” cannot be read ({error}); give the path of a text file.\n")
        return 2
    lines = report(raw)
    sys.stdout.write("\n".join(lines) + "\n")
    ratio = float(lines[-1].split()[-1])
    if ratio > HIGHEST_RATIO:
        sys.stderr.write(f"The pipeline takes {ratio} times as long as the parse; at most {HIGHEST_RATIO} is wanted.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
