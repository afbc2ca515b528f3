"""What a writing rule is: a named function from a statement to drafts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.language.values import Analysis, Figure, FigureClass, Mention, NameClass
from quizzes.engine.text.values import Paragraph


@dataclass(frozen=True, slots=True)
class Article:
    """The article as rules see it: figures and mentions by paragraph number."""

    paragraphs: tuple[Paragraph, ...]
    analysis: Analysis
    statements: tuple[Statement, ...] = ()

    def figures(self, statement: Statement) -> list[Figure]:
        """Return the figures of a statement's sentence."""
        fact = statement.fact
        return [
            figure
            for figure in self.analysis.figures
            if figure.paragraph == fact.paragraph and fact.start <= figure.start < fact.end
        ]

    def mentions(self, statement: Statement) -> list[Mention]:
        """Return the names of a statement's sentence."""
        fact = statement.fact
        return [
            mention
            for mention in self.analysis.mentions
            if mention.paragraph == fact.paragraph and fact.start <= mention.start < fact.end
        ]

    def count(self, mention: Mention) -> int:
        """Return how often the article names the same bearer."""
        return sum(other.canonical == mention.canonical for other in self.analysis.mentions)

    def text(self, statement: Statement) -> str:
        """Return the text of a statement's paragraph."""
        return self.paragraphs[statement.offset].text


@dataclass(frozen=True, slots=True)
class Rule:
    """A family of drafts: its name (stored with every item), one line on what it asks, and how it writes.

    `write` works on one statement; `write_article` on the whole article, for what no clause holds (quotations).
    `verbatim` rules also take sentences as they stand, with their context; the others need a plain clause.
    `placed` rules show the paragraph, so that they also take what only its own place makes clear.
    """

    name: str
    summary: str
    write: Callable[[Statement, Article], Sequence[Draft]] | None = None
    write_article: Callable[[Article], Sequence[Draft]] | None = None
    verbatim: bool = False
    placed: bool = False


ANSWER_CLASSES = {
    FigureClass.COUNT: AnswerClass.COUNT,
    FigureClass.MONEY: AnswerClass.MONEY,
    FigureClass.PERCENT: AnswerClass.PERCENT,
    FigureClass.YEAR: AnswerClass.YEAR,
    FigureClass.DATE: AnswerClass.DATE,
    FigureClass.DURATION: AnswerClass.DURATION,
    FigureClass.MEASURE: AnswerClass.MEASURE,
    NameClass.PERSON: AnswerClass.PERSON,
    NameClass.PLACE: AnswerClass.PLACE,
    NameClass.ORGANIZATION: AnswerClass.ORGANIZATION,
    NameClass.OTHER: AnswerClass.NAME,
}
