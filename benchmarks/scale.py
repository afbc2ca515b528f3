"""Whether the engine takes time in proportion to the text: seconds and memory for ever longer texts.

`python -m benchmarks.scale [WORDS ...]` runs each length (by default 10,000, 30,000 and 100,000 words) in a process of
its own and prints one `name: value` a line. The texts are the seed articles again and again with other names and
figures.
"""

import re
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import count, pairwise
from multiprocessing import get_context
from pathlib import Path

from quizzes.engine.pipeline import generate
from quizzes.engine.text import clean, words

if sys.platform != "win32":
    import resource

ARTICLES = Path(__file__).resolve().parents[1] / "seeds" / "articles"
LENGTHS = (10_000, 30_000, 100_000)
FIRST = ("Ada", "Bertil", "Clara", "Doran", "Edith", "Frode", "Greta", "Hugo", "Ida", "Jonas", "Kaja")
LAST = ("Stone", "Holm", "Weiss", "Lund", "Berg", "Falk", "Moss", "Quist", "Rask", "Vinter", "Ploug", "Sand", "Ek")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,} [A-Z][a-z]{3,}\b")
FIGURE = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?![\d.,])")


def varied(text: str, number: int) -> str:
    """Give the names and figures of a text others, so that a repeated article is no repetition; 0 changes nothing."""
    if number == 0:
        return text
    names: dict[str, str] = {}

    def other(found: re.Match[str]) -> str:
        place = number * 31 + len(names) * 7
        return names.setdefault(found.group(), f"{FIRST[place % len(FIRST)]} {LAST[place % len(LAST)]}{number}")

    return FIGURE.sub(lambda found: str(int(found.group()) + number), NAME.sub(other, text))


def long_text(length: int) -> str:
    """Return about so many words, a chapter an article."""
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt")) if not path.name.endswith(".clean.txt")]
    chapters: list[str] = []
    held = 0
    for number in count():
        for place, text in enumerate(texts):
            if held >= length:
                return "\n\n".join(chapters)
            chapters.append(f"Chapter {number * len(texts) + place + 1}\n\n{varied(text, number)}")
            held += words(chapters[-1])
    return ""


def measure(length: int) -> list[str]:
    """Return the lines of one length: words, seconds, seconds a thousand words, longest silence, memory at its most."""
    generate(clean(long_text(1)))  # load the model
    raw = long_text(length)
    heard = [time.perf_counter()]
    paragraphs = clean(raw)
    made = generate(paragraphs, progress=lambda *_: heard.append(time.perf_counter()))
    seconds = time.perf_counter() - heard[0]
    silence = max(after - before for before, after in pairwise(heard))
    lines = [
        f"words_{length}: {made.report.words}",
        f"items_{length}: {made.report.shown}",
        f"seconds_{length}: {seconds:.1f}",
        f"seconds_per_1000_words_{length}: {1000 * seconds / max(1, made.report.words):.3f}",
        f"longest_silence_{length}: {silence:.1f}",
    ]
    if sys.platform != "win32":
        lines.append(f"megabytes_{length}: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")
    return lines


def ratio(lines: list[str]) -> str:
    """Return how many times as long a word takes in the longest text as in the shortest."""
    each = [float(line.split()[1]) for line in lines if line.startswith("seconds_per_1000_words_")]
    return f"longest_to_shortest_ratio: {each[-1] / each[0]:.2f}"


def main(arguments: list[str]) -> int:
    """Measure every length in a fresh process, since memory at its most never falls again."""
    if not all(argument.isdigit() and int(argument) for argument in arguments):
        sys.stderr.write("Give lengths in words, such as 10000 30000.\n")
        return 2
    lines: list[str] = []
    for length in [int(argument) for argument in arguments] or LENGTHS:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            lines += pool.submit(measure, length).result()
    sys.stdout.write("\n".join([*lines, ratio(lines)]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
