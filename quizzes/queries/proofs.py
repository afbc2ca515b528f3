"""The sentences a learner may mark as proof of an answer, and those that were marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from quizzes.engine.text.around import sentence_starts
from quizzes.models import Attempt, AttemptSlot, Item, ItemRevision, Paragraph, Proof
from quizzes.queries.passages import PassageParagraph

_ANSWERED_BY_A_SENTENCE = (Item.Kind.LOCATE, Item.Kind.INSERTION)
_WITH_ONE_PROOF = (ItemRevision.Interaction.CHOICE, ItemRevision.Interaction.TEXT_ENTRY)
_NOT_ABOUT_FACTS = (Paragraph.Kind.TITLE, Paragraph.Kind.BYLINE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph with its offsets; `value` is what its radio button sends."""

    paragraph: int
    start: int
    end: int
    text: str

    @property
    def value(self) -> str:
        return f"{self.paragraph}:{self.start}"


@dataclass(frozen=True, slots=True)
class Choosable:
    """A paragraph with the sentences to choose from; `unfolded`: the one that was marked stands in it."""

    number: int
    opening: str
    sentences: tuple[Sentence, ...]
    unfolded: bool


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """The sentence that counts as a learner's proof, and the share of the evidence that it holds."""

    paragraph: int
    start: int
    text: str
    fraction: float

    @property
    def value(self) -> str:
        return f"{self.paragraph}:{self.start}"

    @property
    def is_found(self) -> bool:
        return self.fraction > 0

    @property
    def is_part(self) -> bool:
        return 0 < self.fraction < 1


@dataclass(frozen=True, slots=True)
class Found:
    """How many of the marked sentences hold evidence."""

    found: int
    marked: int


def asks_for_proof(wording: ItemRevision) -> bool:
    """Say whether one sentence can prove the answer, and pointing at it is not the question itself."""
    return wording.interaction in _WITH_ONE_PROOF and wording.item.kind not in _ANSWERED_BY_A_SENTENCE


def sentences_of(number: int, text: str) -> tuple[Sentence, ...]:
    """Cut a paragraph into its sentences, without white space at their ends."""
    cuts = pairwise([*sentence_starts(text), len(text)])
    trimmed = ((start, start + len(text[start:end].rstrip())) for start, end in cuts)
    return tuple(Sentence(number, start, end, text[start:end]) for start, end in trimmed if start < end)


def choosable(paragraphs: Iterable[PassageParagraph], chosen: MarkedSentence | None) -> list[Choosable]:
    """Return the paragraphs to choose from; what a question withholds, a title and a byline are left out."""
    return [
        Choosable(each.number, each.text, sentences_of(each.number, each.text), each.number == at)
        for at in [chosen.paragraph if chosen else None]
        for each in paragraphs
        if each.shown_in is None and each.kind not in _NOT_ABOUT_FACTS
    ]


def proof_of(slot: AttemptSlot) -> MarkedSentence | None:
    """The sentence that counts for one slot."""
    row = slot.proofs.select_related("paragraph").order_by("-pk").first()
    return _marked(row) if row else None


def proofs_of(attempt: Attempt) -> dict[int, MarkedSentence]:
    """The sentences that count in an attempt, by position, in one query."""
    rows = Proof.objects.filter(attempt_slot__attempt=attempt).select_related("paragraph", "attempt_slot")
    return {row.attempt_slot.position: _marked(row) for row in rows.order_by("pk")}


def with_found(attempts: QuerySet[Attempt]) -> QuerySet[Attempt]:
    """Add how many sentences that count were marked (`proofs_marked`), and how many hold evidence (`proofs_found`)."""
    newer = Proof.objects.filter(attempt_slot=OuterRef("attempt_slot"), pk__gt=OuterRef("pk"))
    counting = Proof.objects.filter(~Exists(newer), attempt_slot__attempt=OuterRef("pk"))
    return attempts.annotate(proofs_marked=_how_many(counting), proofs_found=_how_many(counting.filter(fraction__gt=0)))


def found_in(attempts: Iterable[Attempt]) -> Found:
    """Sum what attempts read by `with_found` hold."""
    pairs = [(getattr(each, "proofs_found", 0), getattr(each, "proofs_marked", 0)) for each in attempts]
    return Found(sum(found for found, _ in pairs), sum(marked for _, marked in pairs))


def _how_many(rows: QuerySet[Proof]) -> Coalesce:
    counted = rows.order_by().values("attempt_slot__attempt").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def _marked(row: Proof) -> MarkedSentence:
    return MarkedSentence(row.paragraph.number, row.start, row.paragraph.text[row.start : row.end], row.fraction)
