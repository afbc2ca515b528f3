"""Proposals for the tests of assembly, from a few words each."""

from typing import Any

from quizzes.engine.assembly import Proposal
from quizzes.engine.items.draft import AnswerClass, Draft, Fact
from quizzes.engine.items.values import Interaction, Kind, Option

NAMES = ("Norway", "Sweden", "Finland", "Denmark", "Iceland", "Estonia", "Latvia", "Poland")


def proposal(stem: str, key: str = "Norway", *, paragraph: int = 1, score: float = 0.7, **fields: Any) -> Proposal:
    """A proposal whose fact is its paragraph's first sentence."""
    given: dict[str, Any] = {
        "kind": Kind.SHORT_ANSWER,
        "interaction": Interaction.TEXT_ENTRY,
        "answer_class": AnswerClass.PLACE,
        "rule": "test",
        "fact": Fact(paragraph, 0, 10, stem, 0.5),
    }
    draft = Draft(stem=stem, keys=(key,), **{**given, **fields})
    return Proposal(draft, stem, score, 0.5, score >= 0.7)


def truth(number: int, key: str, score: float = 0.7) -> Proposal:
    """A true/false proposal about a fact of its own."""
    return proposal(
        f"Statement{number} alpha{number} beta{number}.",
        key,
        paragraph=number,
        score=score,
        kind=Kind.TRUE_FALSE,
        interaction=Interaction.CHOICE,
        answer_class=AnswerClass.TRUTH,
        changed=(f"new{number}", f"old{number}") if key == "False" else None,
    )


def choice(number: int, key: str) -> Proposal:
    """A choice among four names with its key first."""
    texts = [key, *[name for name in NAMES if name != key][:3]]
    return proposal(
        f"Which land grows crop{number} on hill{number}?",
        key,
        paragraph=number,
        kind=Kind.MULTIPLE_CHOICE,
        interaction=Interaction.CHOICE,
        options=tuple(Option(text, text == key, "because") for text in texts),
    )
