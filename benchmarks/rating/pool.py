"""Make a blind pool: what the engine shows for some texts, mixed with items of other makers, for raters to judge.

`python -m benchmarks.rating.pool OUT.json TEXT...` writes OUT.json, which keeps source, features and score, and
OUT.blind.txt, which is all that raters get. `--most N` takes the first N items a text, in the engine's order, and
`--size N` as many of each text as a pool of N has room for. `--beside ITEMS.json` mixes in items of other makers: a
list of {"source", "article", "kind", "stem", "options", "key", "context", "explanation"}, where `key` may be a list of
accepted answers.
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


def engine_items(article: str, paragraphs: Sequence[Paragraph]) -> list[dict[str, Any]]:
    """Return the items of a text in the engine's order, each with the features that its score was made of."""
    made = generate(paragraphs)
    analysis = analyse(paragraphs)
    pool: list[dict[str, Any]] = []
    for item, proposal in zip(made.items, made.proposals, strict=True):
        case = vetting.Case(proposal.draft, paragraphs, analysis)
        weighed = features(case, vetting.findings(case))
        pool.append({"source": ENGINE, "engine": VERSION, "article": article, "features": weighed, **to_dict(item)})
    return pool


def _keys(item: dict[str, Any]) -> list[str]:
    return [item["key"]] if isinstance(item["key"], str) else list(item["key"])


def beside(data: Sequence[dict[str, Any]], article: str) -> list[dict[str, Any]]:
    """Return other makers' items for an article in the form of the engine's."""
    return [
        {
            **{name: item.get(name) for name in ("source", "article", "kind", "stem", "context")},
            "options": [{"text": text, "key": text in _keys(item)} for text in item.get("options") or ()] or None,
            "keys": _keys(item),
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


def rooms(counts: Sequence[int], size: int) -> list[int]:
    """Share `size` places among texts that offer so many items: equally, and what one does not need to the others."""
    given = [0] * len(counts)
    while (open_ := [at for at, count in enumerate(counts) if given[at] < count]) and sum(given) < size:
        for at in open_[: size - sum(given)]:
            given[at] += 1
    return given


def pooled(
    texts: Sequence[tuple[str, str]],
    others: Sequence[dict[str, Any]] = (),
    most: int | None = None,
    seed: int = 0,
    size: int | None = None,
) -> tuple[list[dict[str, Any]], str]:
    """Return the items of the texts (name, raw text), in random order within each, and the raters' reading.

    Of each text come the engine's first `most`, and no more than its share of `size` with other makers' items in.
    """
    random = Random(seed)
    cleaned = [(article, clean(raw)) for article, raw in texts]
    made = [engine_items(article, paragraphs)[:most] for article, paragraphs in cleaned]
    mixed = [beside(others, article) for article, _ in cleaned]
    if size is not None:
        shares = rooms([len(items) for items in made], size - sum(map(len, mixed)))
        made = [items[:share] for items, share in zip(made, shares, strict=True)]
    pool: list[dict[str, Any]] = []
    lines: list[str] = []
    for (article, paragraphs), own, other in zip(cleaned, made, mixed, strict=True):
        items = [*own, *other]
        random.shuffle(items)
        total = sum(words(paragraph.text) for paragraph in paragraphs)
        numbered = [
            {"pid": f"{article}.{number}", "words": total, **item} for number, item in enumerate(items, start=1)
        ]
        pool += numbered
        lines += ["", f"######## ARTICLE {article}", ""]
        lines += [f"[{paragraph.number}] ({paragraph.kind.value}) {paragraph.text}" for paragraph in paragraphs]
        lines += ["", f"---- ITEMS for {article}", "", *(line for item in numbered for line in blind(item))]
    return pool, "\n".join(lines) + "\n"


def write(out: Path, pool: Sequence[dict[str, Any]], reading: str) -> None:
    """Write a pool and, beside it, what raters get."""
    out.write_text(json.dumps(pool, ensure_ascii=False, indent=1), encoding="utf-8")
    out.with_suffix(".blind.txt").write_text(reading, encoding="utf-8")


def read(texts: Sequence[Path], others: Sequence[Path]) -> tuple[list[tuple[str, str]], list[dict[str, Any]]]:
    """Return name and raw text of each file, and other makers' items from all their files."""
    return (
        [(path.stem, decode(path.read_bytes())) for path in texts],
        [item for path in others for item in json.loads(path.read_text(encoding="utf-8"))],
    )


def main(arguments: list[str]) -> int:
    """Write the pool and the raters' reading beside it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rating.pool", description=__doc__)
    parser.add_argument("out", type=Path, help="the pool, OUT.json")
    parser.add_argument("texts", nargs="+", type=Path, help="text files, one article each")
    parser.add_argument("--most", type=int, help="the most items a text")
    parser.add_argument("--seed", type=int, default=0, help="decides the order that raters see")
    parser.add_argument("--size", type=int, help="the most items altogether")
    parser.add_argument("--beside", type=Path, nargs="*", default=[], help="items of other makers")
    given = parser.parse_args(arguments)
    try:
        texts, others = read(given.texts, given.beside)
    except (OSError, IntakeError, json.JSONDecodeError) as error:
        sys.stderr.write(f"A file cannot be read ({error}); give text files, and JSON for --beside.\n")
        return 2
    pool, reading = pooled(texts, others, given.most, given.seed, given.size)
    write(given.out, pool, reading)
    sys.stdout.write(f"items: {len(pool)}\nrecommended: {sum(bool(item.get('recommended')) for item in pool)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
