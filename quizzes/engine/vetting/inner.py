"""The question inside a locate item: its frame is sound by construction, and what it frames is vetted as an item."""

import re
from dataclasses import replace

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Interaction, Kind, Option
from quizzes.engine.vetting.values import Case

FRAME = re.compile(r"Which sentence of paragraph (?P<paragraph>\d+) (?:answers this question: |(?P<told>shows that ))")


def inner(case: Case) -> Case:
    """Return the case of the question or statement that a locate item frames, pointed at its paragraph."""
    draft = case.draft
    frame = FRAME.match(draft.stem)
    if frame is None:
        return case
    text = draft.stem[frame.end() :].removesuffix("?")
    lead = f"According to paragraph {frame['paragraph']}, "
    if frame["told"]:
        framed = replace(
            draft,
            kind=Kind.TRUE_FALSE,
            stem=f"{lead}{text}.",
            keys=("True",),
            answer_class=AnswerClass.TRUTH,
            options=tuple(Option(word, word == "True", "") for word in ("True", "False")),
        )
    else:
        source = draft.key_source
        key = case.paragraphs[source.paragraph - 1].text[source.start : source.end] if source else draft.keys[0]
        framed = replace(
            draft,
            kind=Kind.SHORT_ANSWER,
            interaction=Interaction.TEXT_ENTRY,
            stem=f"{lead}{text[0].lower()}{text[1:]}?",
            keys=(key,),
            answer_class=AnswerClass.PHRASE,
            options=(),
        )
    return Case(framed, case.paragraphs, case.analysis)
