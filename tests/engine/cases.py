"""Cases for the checks, built from a short text, a stem and a key."""

from functools import cache
from typing import Any

from quizzes.engine.items.draft import AnswerClass, Draft, Fact
from quizzes.engine.items.values import Interaction, Kind, Option, Source
from quizzes.engine.language import Analysis, analyse
from quizzes.engine.text.values import Paragraph, ParagraphKind
from quizzes.engine.vetting import Case

TEXT = (
    "In Norway, at least 900 passengers use the night ferry of Clara Weiss every week. The storm sank the boat in 1963."
)


@cache
def analysed(text: str) -> tuple[tuple[Paragraph, ...], Analysis]:
    """Paragraphs (blank lines between) and their analysis; parsed once a text."""
    blocks = tuple(
        Paragraph(f"p{number}", number, ParagraphKind.BODY, block)
        for number, block in enumerate(text.split("\n\n"), start=1)
    )
    return blocks, analyse(blocks)


def options(*texts: str, key: str) -> tuple[Option, ...]:
    """Options in the order given; the one that equals `key` is the key."""
    return tuple(Option(text, text == key, "because", None) for text in texts)


def case(stem: str, key: str = "900", *, text: str = TEXT, evidence: str = "", **fields: Any) -> Case:
    """A case whose fact is the sentence with `evidence`, else with the key, else the first."""
    blocks, analysis = analysed(text)
    needle = evidence or key
    sentence = next((s for s in analysis.sentences if needle in s.text), analysis.sentences[0])
    at = blocks[sentence.paragraph - 1].text.find(key, sentence.start)
    source = Source(sentence.paragraph, at, at + len(key)) if 0 <= at < sentence.end else None
    given: dict[str, Any] = {
        "kind": Kind.SHORT_ANSWER,
        "interaction": Interaction.TEXT_ENTRY,
        "answer_class": AnswerClass.COUNT,
        "rule": "test",
        "key_source": source,
        "keys": (key,),
        "fact": Fact(sentence.paragraph, sentence.start, sentence.end, sentence.text, 0.5),
    }
    return Case(Draft(stem=stem, **{**given, **fields}), blocks, analysis)


def truth(stem: str, key: str = "True", *, evidence: str = "900", **fields: Any) -> Case:
    """A true/false case about the sentence with `evidence`."""
    given: dict[str, Any] = {
        "kind": Kind.TRUE_FALSE,
        "interaction": Interaction.CHOICE,
        "answer_class": AnswerClass.TRUTH,
        "options": options("True", "False", key=key),
    }
    return case(stem, key, evidence=evidence, **{**given, **fields})


def choice(stem: str, *texts: str, key: str, **fields: Any) -> Case:
    """A multiple-choice case with these options."""
    given: dict[str, Any] = {"kind": Kind.MULTIPLE_CHOICE, "interaction": Interaction.CHOICE}
    return case(stem, key, **{**given, "options": options(*texts, key=key), **fields})
