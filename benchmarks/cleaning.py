"""How near cleaning comes to gold texts: `python -m benchmarks.cleaning [FOLDER]` prints one `name: value` a line.

FOLDER, or the environment's ARTICLES, holds a folder an article: a manifest.json that names the raw file, the kind of
each block, noise strings and divided words, and a clean.txt, one block a paragraph. Without either the folders beside
the data sets are taken. Case, white space, ligatures and the style of quotation marks do not count.
"""

import json
import os
import re
import sys
import time
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from django.conf import settings

from benchmarks import data
from quizzes.engine.text import Cleaned, clean_blocks, clean_text, words
from quizzes.intake import read

VARIABLE = "ARTICLES"
QUOTES = str.maketrans("“”‘’", "\"\"''")
KINDS = {"para": "body"}
LEAST = 0.99


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(QUOTES).casefold().split())


def boundaries(texts: Sequence[str]) -> set[int]:
    """Return where paragraphs end, counted in characters that are no white space."""
    ends, length = set(), 0
    for text in texts:
        length += len(re.sub(r"\s", "", text))
        ends.add(length)
    return ends


def cleaned_file(file: Path) -> tuple[str, Cleaned]:
    source = read(file.read_bytes(), name=file.name)
    return (source.text, clean_text(source.text)) if source.blocks is None else clean_blocks(source.blocks)


def measure(folder: Path) -> dict[str, float]:
    """Return the shares for one article; 1 is perfect, but for the count of noise that survived."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    gold = [
        folded(block) for block in (folder / "clean.txt").read_text(encoding="utf-8").split("\n\n") if block.strip()
    ]
    started = time.process_time()
    raw, cleaned = cleaned_file(folder / manifest["raw"])
    spent = time.process_time() - started
    got = [folded(each.text) for each in cleaned.paragraphs]
    wanted, found = boundaries(gold), boundaries(got)
    kinds = [KINDS.get(kind, kind) for kind in manifest.get("block_kinds", ())]
    told = [(text, str(each.kind)) for text, each in zip(got, cleaned.paragraphs, strict=True)]
    return {
        "characters": SequenceMatcher(None, "\n".join(gold), "\n".join(got), autojunk=False).ratio(),
        "boundaries": len(wanted & found) / max(1, len(wanted | found)),
        "paragraphs": sum(text in got for text in gold) / max(1, len(gold)),
        "kinds": sum(pair in told for pair in zip(gold, kinds, strict=False)) / max(1, len(kinds)),
        "noise_left": sum(survives(folded(noise), gold, got) for noise in manifest.get("noise", ())),
        "divided_words": divided(manifest, got),
        "words_per_second": words(raw) / max(spent, 1e-6),
    }


def survives(noise: str, gold: Sequence[str], got: Sequence[str]) -> bool:
    """Tell whether a noise string is in the text; a short one ("Home") only as a whole paragraph."""
    if words(noise) > 2:
        return any(noise in text for text in got) and not any(noise in text for text in gold)
    return noise in got and noise not in gold


def divided(manifest: dict[str, Any], got: Sequence[str]) -> float:
    """Return the share of words divided at line ends that are written as the gold text writes them."""
    whole = [folded(word.replace("-", "")) for word in manifest.get("soft_hyphen_line_ends", ())]
    hyphenated = [folded(word.replace("|", "")) for word in manifest.get("real_hyphen_line_ends", ())]
    text = " ".join(got)
    return sum(word in text for word in (*whole, *hyphenated)) / (len(whole) + len(hyphenated) or 1) if whole else 1.0


def main(arguments: Sequence[str]) -> int:
    named = arguments[0] if arguments else os.environ.get(VARIABLE)
    folders = sorted(Path(named).glob("*/")) if named else data.articles()
    folders = [folder for folder in folders if (folder / "manifest.json").exists()]
    if not folders:
        sys.stderr.write(f"No articles with a manifest.json are in {named or 'the data folder'}; name a folder.\n")
        return 2
    if not settings.configured:
        settings.configure(USE_I18N=False)  # the messages of intake can be translated
    least = 1.0
    for folder in folders:
        figures = measure(folder)
        for name, value in figures.items():
            sys.stdout.write(f"{folder.name}_{name}: {value:.4g}\n")
        least = min(least, figures["characters"])
    sys.stdout.write(f"least_characters: {least:.4g}\n")
    return 0 if least >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
