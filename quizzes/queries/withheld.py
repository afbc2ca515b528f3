"""What the text beside the questions must not tell yet, because an open question shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from quizzes.models import Assignment, Attempt, AttemptSlot, Item, ItemRevision, Response
from quizzes.queries.numbered import chooses_sentence, paragraph_in_question
from quizzes.queries.passages import Mark


@dataclass(frozen=True, slots=True)
class Withheld:
    """Paragraphs with the question that shows each in the text's stead, and single sentences that questions offer."""

    paragraphs: Mapping[int, int] = field(default_factory=dict)
    sentences: tuple[Mark, ...] = ()
    shown_in: Mapping[int, int] = field(default_factory=dict)

    def whole(self) -> "Withheld":
        """Return the same with every paragraph held back of which a sentence is, where each could be chosen."""
        return replace(self, paragraphs={**self.shown_in, **self.paragraphs}, sentences=())


NOTHING = Withheld()


def withheld(attempt: Attempt) -> Withheld:
    """What an attempt's text must not show, in one query.

    Where a sentence belongs, its paragraph is shown by the question. Of a missing sentence the text leaves out all that
    the question offers, or who looks the others up would know the key. Both last until practice has settled the
    question, or until graded work is handed in.
    """
    if attempt.state == Attempt.State.FINISHED:
        return NOTHING
    slots = AttemptSlot.objects.filter(attempt=attempt, item_revision__item__kind=Item.Kind.INSERTION)
    if attempt.mode == Assignment.Mode.PRACTICE:
        slots = slots.exclude(
            responses__in=Response.objects.filter(is_current=True, fraction__isnull=False).exclude(given={})
        )
    paragraphs: dict[int, int] = {}
    shown_in: dict[int, int] = {}
    sentences: list[Mark] = []
    for slot in slots.select_related("item_revision").order_by("position"):
        wording, position = slot.item_revision, slot.position
        if chooses_sentence(wording):
            offered = _offered(wording, position)
            sentences += offered
            shown_in |= {mark.paragraph: shown_in.get(mark.paragraph, position) for mark in offered}
        elif (number := paragraph_in_question(wording, Item.Kind.INSERTION)) is not None:
            paragraphs.setdefault(number, position)
    return Withheld(paragraphs, tuple(sentences), shown_in)


def _offered(wording: ItemRevision, position: int) -> list[Mark]:
    """Return the places of the sentences among which a question lets choose."""
    label = _("Sentence of question %(number)s") % {"number": position}
    sources = [option["source"] for option in wording.options or [] if option["source"]]
    return [Mark(place["paragraph"], place["start"], place["end"], label, "withheld") for place in sources]
