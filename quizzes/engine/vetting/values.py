"""What a check sees and what it says."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Kind
from quizzes.engine.language.kept import first_tags, tokens_between
from quizzes.engine.language.values import Analysis, NameClass
from quizzes.engine.text.values import Paragraph

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Finding:
    """One check's result: the rubric's code, why, and the range of the stem it is about.

    A minor flaw is forgiven once. A doubt is about what readers judge differently (is it by the way? does everybody
    know which company?): such an item is shown after the others and never recommended.
    """

    code: str
    reason: str
    span: tuple[int, int] | None = None
    minor: bool = False
    doubt: bool = False

    @property
    def refuses(self) -> bool:
        """Say whether this alone refuses an item."""
        return not self.minor and not self.doubt


@dataclass(frozen=True)
class Case:
    """A finished draft in its article. Not slotted: what several checks need is worked out once and kept."""

    draft: Draft
    paragraphs: Sequence[Paragraph]
    analysis: Analysis

    @cached_property
    def sentence(self) -> str:
        """The evidence: the sentence in which the fact stands."""
        fact = self.draft.fact
        return self.paragraphs[fact.paragraph - 1].text[fact.start : fact.end]

    @cached_property
    def tokens(self) -> list[Any]:
        """The tokens of the evidence sentence."""
        fact = self.draft.fact
        return tokens_between(self.analysis.docs[fact.paragraph - 1], fact.start, fact.end)

    @cached_property
    def tags(self) -> dict[str, str]:
        """The part-of-speech tag of each word of the evidence sentence, in lower case; the last one wins."""
        return {token.lower_: token.tag_ for token in self.tokens}

    @cached_property
    def known_tags(self) -> dict[str, str]:
        """The tags of the evidence, and of words that a written-out reference brought in from shortly before."""
        found: dict[str, str] = {}
        last = self.draft.fact.paragraph
        for doc in self.analysis.docs[max(0, last - 3) : last]:
            found = {**first_tags(doc), **found}
        return {**found, **self.tags}

    @cached_property
    def people(self) -> frozenset[str]:
        """The names of persons as the article writes them."""
        people = [mention for mention in self.analysis.mentions if mention.name_class is NameClass.PERSON]
        return frozenset(name for mention in people for name in (mention.text, mention.canonical))

    @cached_property
    def person_words(self) -> frozenset[str]:
        """The words of the names of persons in the article."""
        people = [mention for mention in self.analysis.mentions if mention.name_class is NameClass.PERSON]
        return frozenset(word for mention in people for word in (*mention.text.split(), *mention.canonical.split()))

    @cached_property
    def unquoted(self) -> str:
        """The stem with what it quotes blanked, a space a character: a quotation keeps its speaker's definites."""
        return QUOTED.sub(lambda found: " " * len(found.group()), self.draft.stem)

    @cached_property
    def shown(self) -> str:
        """All that is read before the options: context and stem."""
        return f"{self.draft.context} {self.draft.stem}" if self.draft.context else self.draft.stem


# one question or statement with one key; the other kinds bring their own checks
SINGLE = frozenset((Kind.MULTIPLE_CHOICE, Kind.CLOZE, Kind.SHORT_ANSWER, Kind.TRUE_FALSE))
PAIRED = frozenset((Kind.MATCHING, Kind.ORDERING))
PLACED = frozenset((Kind.LOCATE, Kind.INSERTION))


@dataclass(frozen=True, slots=True)
class Check:
    """An entry of the registry: the code of the rubric, what the check holds, the function, the kinds it looks at."""

    code: str
    summary: str
    run: Callable[[Case], Iterator[Finding]]
    kinds: frozenset[Kind] = SINGLE
