"""A statement: a fact together with the words that say it and the parse behind them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from quizzes.engine.items.draft import Fact

Judgement = TypeVar("Judgement")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a statement and the tokens `start` to `end` (exclusive) that it stands for."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause that stands alone, in words, with its parse.

    `words` leave out the final stop. `verb` and `subject` are tokens of `doc`; `front` is the token range of a fronted
    adjunct without its comma, or None. `whole` says that nothing but discourse words was left out of the sentence;
    `context` quotes the sentences before that a reader needs. `settled` says that each reference was bound or written
    out in the words themselves; `clear` that they stand alone or have a context: without it, only an item that shows
    the paragraph may be made of them.
    `verbatim` statements are sentences as they stand with the context that makes them clear; only rules that change
    nothing else take them. `judged` holds what `once` keeps.
    """

    fact: Fact
    doc: Any
    words: tuple[Word, ...]
    verb: Any
    subject: Any
    front: tuple[int, int] | None
    whole: bool
    context: str | None
    offset: int
    features: dict[str, float] = field(default_factory=dict)
    verbatim: bool = False
    settled: bool = True
    clear: bool = True
    judged: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """Return the statement as a sentence."""
        return self.fact.statement

    def covers(self, start: int, end: int) -> bool:
        """Say whether the tokens from `start` to `end` all stand in the statement as they are in the text."""
        present = {word.start for word in self.words if word.end == word.start + 1}
        return all(position in present for position in range(start, end))


def once(judge: Callable[[Statement], Judgement]) -> Callable[[Statement], Judgement]:
    """Let a judgement be formed once a statement and kept with it: most rules ask the same of each."""

    @wraps(judge)
    def asked(statement: Statement) -> Judgement:
        if judge not in statement.judged:
            statement.judged[judge] = judge(statement)
        judgement: Judgement = statement.judged[judge]
        return judgement

    return asked
