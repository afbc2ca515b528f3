"""Make a blind pool: what the engine shows for some texts, mixed with items of other makers, for raters to judge.

`python -m benchmarks.rating.pool OUT.json TEXT...` writes OUT.json, which keeps source, features and score, and
OUT.blind.txt, which is all that raters get. `--most N` takes the first N items a text, `--beside ITEMS.json` mixes in
items of other makers: a list of {"source", "article", "kind", "stem", "options", "key", "context"}.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.rating.values import ENGINE
from quizzes.engine import VERSION, vetting
from quizzes.engine.items.json import to_dict
from quizzes.engine.language import analyse
from quizzes.engine.pipeline import generate
from quizzes.engine.text import clean, words
from quizzes.engine.text.values import Paragraph
from quizzes.engine.vetting.ranking import features
from quizzes.intake import IntakeError, decode


def engine_items(article: str, paragraphs: Sequence[Paragraph], most: int | None = None) -> list[dict[str, Any]]:
    """Return the first items of a text in the engine's order, each with the features that its score was made of."""
    made = generate(paragraphs)
    analysis = analyse(paragraphs)
    pool: list[dict[str, Any]] = []
    for item, proposal in list(zip(made.items, made.proposals, strict=True))[:most]:
        case = vetting.Case(proposal.draft, paragraphs, analysis)
        weighed = features(case, vetting.findings(case))
        pool.append({"source": ENGINE, "engine": VERSION, "article": article, "features": weighed, **to_dict(item)})
    return pool


def beside(data: Sequence[dict[str, Any]], article: str) -> list[dict[str, Any]]:
    """Return other makers' items for an article in the form of the engine's."""
    return [
        {
            **{name: item.get(name) for name in ("source", "article", "kind", "stem", "context")},
            "options": [{"text": text, "key": text == item["key"]} for text in item.get("options") or ()] or None,
            "keys": [item["key"]],
            "prompts": None,
            "explanation": item.get("explanation", ""),
        }
        for item in data
        if item["article"] == article
    ]


def blind(item: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of one item as raters see it: nothing tells its source, score or rule."""
    typed = "" if item["options"] else ", typed"
    yield f"{item['pid']} [{item['kind']}{typed}]"
    if item["context"]:
        yield f"   context line: “{item['context']}”"
    yield f"   {item['stem']}"
    for prompt in item["prompts"] or ():
        yield f"     <{prompt['text']}>  =>  {prompt['match']}"
    for option in item["options"] or ():
        yield f"     {'*' if option['key'] else '-'} {option['text']}"
    if item["prompts"] or not item["options"]:
        yield f"     key: {' | '.join(item['keys'])}"
    if item["explanation"]:
        yield f"   explanation: {item['explanation']}"


def pooled(
    texts: Sequence[tuple[str, str]], others: Sequence[dict[str, Any]] = (), most: int | None = None, seed: int = 0
) -> tuple[list[dict[str, Any]], str]:
    """Return all items of the texts (name, raw text), in random order within each, and the raters' reading."""
    random = Random(seed)
    pool: list[dict[str, Any]] = []
    lines: list[str] = []
    for article, raw in texts:
        paragraphs = clean(raw)
        items = [*engine_items(article, paragraphs, most), *beside(others, article)]
        random.shuffle(items)
        total = sum(words(paragraph.text) for paragraph in paragraphs)
        lines += ["", f"######## ARTICLE {article}", ""]
        lines += [f"[{paragraph.number}] ({paragraph.kind.value}) {paragraph.text}" for paragraph in paragraphs]
        lines += ["", f"---- ITEMS for {article}", ""]
        for number, item in enumerate(items, start=1):
            numbered = {"pid": f"{article}.{number}", "words": total, **item}
            pool.append(numbered)
            lines += blind(numbered)
    return pool, "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write the pool and the raters' reading beside it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rating.pool", description=__doc__)
    parser.add_argument("out", type=Path, help="the pool, OUT.json")
    parser.add_argument("texts", nargs="+", type=Path, help="text files, one article each")
    parser.add_argument("--most", type=int, help="the most items a text")
    parser.add_argument("--seed", type=int, default=0, help="decides the order that raters see")
    parser.add_argument("--beside", type=Path, help="items of other makers")
    given = parser.parse_args(arguments)
    try:
        texts = [(path.stem, decode(path.read_bytes())) for path in given.texts]
        others = json.loads(given.beside.read_text()) if given.beside else []
    except (OSError, IntakeError, json.JSONDecodeError) as error:
        sys.stderr.write(f"A file cannot be read ({error}); give text files, and JSON for --beside.\n")
        return 2
    pool, reading = pooled(texts, others, given.most, given.seed)
    given.out.write_text(json.dumps(pool, ensure_ascii=False, indent=1), encoding="utf-8")
    given.out.with_suffix(".blind.txt").write_text(reading, encoding="utf-8")
    sys.stdout.write(f"items: {len(pool)}\nrecommended: {sum(bool(item.get('recommended')) for item in pool)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
