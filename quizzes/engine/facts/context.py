"""The context line: the sentences before a statement that a reader needs, quoted above the stem.

It is the rule, not the exception: readers who had only the stem could not say what "gave up" or "the ring" meant in a
third of all items. A statement goes without one only where nothing in it points outside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.engine.facts.openings import opening
from quizzes.engine.facts.people import mention_at
from quizzes.engine.facts.pointing import elliptical
from quizzes.engine.facts.references import Resolver
from quizzes.engine.facts.resolution import Place
from quizzes.engine.facts.settling import Block, referring
from quizzes.engine.facts.syntax import subject_of
from quizzes.engine.language.kept import span_text, text_of
from quizzes.engine.text.values import Paragraph

MOST_BEFORE = 4
FARTHEST = 8
LONGEST_CONTEXT = 80
SHORTEST_QUOTED = 3
TELLING = 9
LINKING = ("according to", "as a result", "for example", "for instance", "that is", "this ", "that ", "such ")


@dataclass(frozen=True, slots=True)
class Context:
    """The sentences to quote, in order, and whom a pronoun in them means, by token."""

    sentences: tuple[Any, ...] = ()
    names: tuple[tuple[Any, str], ...] = ()

    def text(self, paragraphs: Sequence[Paragraph], docs: Sequence[Any]) -> str | None:
        """Return them in the article's own typography, with the names in brackets, or None when there are none."""
        return " ".join(self._quoted(s, paragraphs, docs) for s in self.sentences) or None

    def _quoted(self, sentence: Any, paragraphs: Sequence[Paragraph], docs: Sequence[Any]) -> str:
        position = next(index for index, doc in enumerate(docs) if doc is sentence.doc)
        start, text = sentence.start_char, paragraphs[position].text[sentence.start_char : sentence.end_char].rstrip()
        for token, name in sorted(self.names, key=lambda pair: -pair[0].idx):
            if token.doc is sentence.doc and sentence.start <= token.i < sentence.end:
                at = token.idx + len(token.text) - start
                text = f"{text[:at]} [{_owner(name) if token.tag_ == 'PRP$' else name}]{text[at:]}"
        return text


def _owner(name: str) -> str:
    return name + ("’" if name.endswith("s") else "’s")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence as something to quote: its tokens, those that refer, its words, whether it can be quoted and can open.

    `leans` says that it opens with a discourse word or tells what had gone before. `names` tells whom the pronouns mean
    that it opens with, by token.
    """

    sentence: Any
    tokens: tuple[Any, ...]
    referring: tuple[Any, ...]
    length: int
    fit: bool
    opens: bool
    leans: bool
    names: tuple[tuple[Any, str], ...]


class Quotations:
    """The sentences of an article as quotations, each looked at once."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self._known: dict[tuple[int, int], Quotation] = {}

    def of(self, sentence: Any) -> Quotation:
        """Return a sentence with what quoting it needs to know."""
        key = (self.resolver.position(sentence.doc), sentence.start)
        if key not in self._known:
            self._known[key] = self._read(sentence, key[0])
        return self._known[key]

    def _read(self, sentence: Any, position: int) -> Quotation:
        tokens = tuple(sentence)
        text = span_text(sentence)
        fit = quotable(sentence, tokens)
        # "But it was rebuilt": what went before is missing
        leads = bool(opening(sentence))
        linked = leads or text.lower().startswith(LINKING)
        names = Block([tokens], position, self.resolver).names_to_open() if fit and not linked else None
        return Quotation(
            sentence,
            tokens,
            referring(tokens),
            len(text.split()),
            fit,
            names is not None,
            leads or any(token.lower_ == "had" and token.dep_ == "aux" for token in tokens),
            tuple((names or {}).items()),
        )


def quotable(sentence: Any, tokens: Sequence[Any]) -> bool:
    """Say whether a sentence can be quoted: a whole statement with whole quotations."""
    text = span_text(sentence).strip()
    if text.count('"') % 2 or text_of(sentence.doc)[: sentence.start_char].count('"') % 2:
        return False
    if not text.endswith((".", '."', ".)", '?"', '!"')) or text.startswith("(") or len(text.split()) < SHORTEST_QUOTED:
        return False
    subjects = any(token.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for token in tokens)
    return subjects and sentence.root.pos_ in {"VERB", "AUX"} and not elliptical(sentence.root)


def context_of(
    place: Place,
    kept: frozenset[int],
    earlier: Sequence[Any],
    quotations: Quotations,
    around: Context | None = None,
) -> Context | None:
    """Return the fewest sentences before that make what is `kept` of a sentence clear; None if none do.

    `around` is what makes the whole sentence clear, where that is known: it serves each part of it too.
    """
    own, resolver = quotations.of(place.sentence), quotations.resolver
    words = [token for token in own.referring if token.i in kept]
    alone = Block([own.tokens], place.position, resolver, near=True)
    if not place.before and not earlier:
        named = any(token.pos_ in {"PROPN", "NUM"} for token in own.tokens)
        return Context() if named and alone.clear_as_lead(words) else None
    if _anchored(own, kept, resolver) and (alone.clear_alone(words) or (not place.before and alone.clear(words))):
        return Context()  # a paragraph's first sentence also leaves what the whole article is about as it is
    if around is not None:
        return around
    short: Context | None = None
    for before, near in _runs(own, [*earlier[-FARTHEST:], *place.before][-FARTHEST:], quotations):
        fit = all(quoted.fit for quoted in before) and before[0].opens
        if not fit or sum(quoted.length for quoted in before) > LONGEST_CONTEXT:
            continue
        names = before[0].names
        run = [*(quoted.tokens for quoted in before), own.tokens]
        if Block(run, place.position, resolver, near=near, names=[name for _, name in names]).clear(words):
            found = Context(tuple(quoted.sentence for quoted in before), names)
            if _telling(before):
                return found
            short = short or found
    return short


def _telling(before: Sequence[Quotation]) -> bool:
    """Say whether a quotation is more than a gesture: "Nobody needed the heat." needs the sentence before it."""
    return before[0].sentence.start == 0 or sum(quoted.length for quoted in before) >= TELLING


def _anchored(own: Quotation, kept: frozenset[int], resolver: Resolver) -> bool:
    """Say whether a statement may do without context: it names somebody or something before its verb ends.

    "Madagascar grows vanilla" may; "Bills rose by 2 per cent" and "had a new storey" say nothing of whom or where. What
    follows a discourse word ("But Leith refused") or tells what had gone before leans on its neighbours.
    """
    if own.leans:
        return False
    root = own.sentence.root
    subject = subject_of(root)
    if subject is None or not any(t.i in kept for t in subject.subtree):
        return False
    inside = [t for t in own.tokens if t.i < root.i and t.i in kept]
    return any(t.pos_ == "PROPN" and mention_at(t, resolver) is not None for t in inside)


def _runs(
    own: Quotation, before: Sequence[Any], quotations: Quotations
) -> Iterator[tuple[tuple[Quotation, ...], bool]]:
    """Give what might be quoted: the one to four sentences before, an earlier one that shares a noun."""
    known = [quotations.of(sentence) for sentence in before]
    for many in range(1, min(MOST_BEFORE, len(known)) + 1):
        yield tuple(known[-many:]), True
    nouns = {token.lemma_.lower() for token in own.tokens if token.pos_ == "NOUN"}
    for other in reversed(known[:-1]):
        if other.fit and other.opens and any(token.lemma_.lower() in nouns for token in other.tokens):
            yield (other,), False
