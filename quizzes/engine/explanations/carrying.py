"""An item on an edited text: the same question with its quotations and paragraph numbers where they are now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizzes.engine.explanations.anchoring import Anchor, Found, Landing, Loss, Standing, anchor_of, stands_alone
from quizzes.engine.explanations.quoting import evidence
from quizzes.engine.explanations.renumbering import renumbered, requoted, stem_renumbered, tells_of
from quizzes.engine.explanations.why import of_key, of_made_figure
from quizzes.engine.items.values import Evidence, ItemContent, Kind, Option, Prompt, Source
from quizzes.engine.items.wording import without_names
from quizzes.engine.text.around import sentence_around
from quizzes.engine.text.values import Paragraph

ORDER = tuple(Standing)
# Their stems and options count the sentences of a paragraph, which must still be the very same.
COUNTING = frozenset((Kind.LOCATE, Kind.INSERTION))
SPOKEN = frozenset((Kind.TRUE_FALSE, Kind.LOCATE, Kind.INSERTION))


@dataclass(frozen=True, slots=True)
class Carried:
    """What a new text means for an item. `content` is the item on it, None for a lost one.

    `found` belongs to the evidence, in its order; `sourceless` are the options whose sentence is gone.
    """

    standing: Standing
    content: ItemContent | None
    found: tuple[Found, ...]
    loss: Loss | None = None
    sourceless: tuple[str, ...] = ()


def carry(item: ItemContent, before: Mapping[int, Paragraph], landing: Landing) -> Carried:
    """Take an item from the paragraphs of its revision, by number, to those of a new one."""
    keys = _keys_to_keep(item)
    found = tuple(landing.find(anchor_of(quotation, before), keys) for quotation in item.evidence)
    context = _context(item, before, landing)
    standings = [one.standing for one in (*found, *([context] if context else []))]
    worst = max(standings, key=ORDER.index, default=Standing.LOST)
    loss = next((one.loss for one in (*found, context) if one is not None and one.loss), None)
    if item.kind in COUNTING and not all(_stands_whole(quotation, before, landing) for quotation in item.evidence):
        worst, loss = Standing.LOST, loss or Loss.PARAGRAPH_CHANGED
    numbers = _numbers(item, found, before, landing)
    stem = stem_renumbered(item.stem, numbers)
    if worst is Standing.LOST or stem is None:
        return Carried(Standing.LOST, None, found, loss or Loss.PARAGRAPH_CHANGED)
    move = _Move(item, before, landing, found, numbers)
    options = None if item.options is None else tuple(map(move.option, item.options))
    content = replace(
        item,
        stem=stem,
        context=_context_now(item, context),
        options=options,
        prompts=None if item.prompts is None else tuple(map(move.prompt, item.prompts)),
        evidence=tuple(one.place for one in found if one.place is not None),
        explanation=move.explanation(),
    )
    lost = [
        old.text for old, new in zip(item.options or (), options or (), strict=True) if old.source and not new.source
    ]
    return Carried(worst, content, found, sourceless=tuple(lost))


def _keys_to_keep(item: ItemContent) -> tuple[tuple[str, ...], ...]:
    """Return the words that the evidence must still have, each in all spellings that count as right.

    "True" and "Sentence 2" are none of the text's. The match of a gap is "first|also right".
    """
    if item.kind in SPOKEN:
        return ()
    if item.prompts:
        matches = tuple(tuple(prompt.match.split("|")) for prompt in item.prompts)
        return matches + tuple((prompt.text,) for prompt in item.prompts if item.kind is Kind.MATCHING)
    return (item.keys,)


def _context(item: ItemContent, before: Mapping[int, Paragraph], landing: Landing) -> Found | None:
    """Find the sentences above the stem again; None where there are none or they are not as the old text has them."""
    quoted = without_names(item.context or "")
    for paragraph in before.values() if quoted else ():
        at = paragraph.text.find(quoted)
        if at >= 0:
            return landing.find(_anchor(Source(paragraph.number, at, at + len(quoted)), paragraph))
    return None


def _context_now(item: ItemContent, found: Found | None) -> str | None:
    """Return the sentences above the stem as the new text has them; names in brackets stay while nothing changed."""
    if found is None or found.place is None or found.place.exact == without_names(item.context or ""):
        return item.context
    return found.place.exact


def _anchor(place: Source, paragraph: Paragraph) -> Anchor:
    quotation = evidence(place.paragraph, place.start, place.end, paragraph.text)
    return anchor_of(quotation, {place.paragraph: paragraph})


def _stands_whole(quotation: Evidence, before: Mapping[int, Paragraph], landing: Landing) -> bool:
    return landing.same_paragraph(before[quotation.paragraph]) is not None


def _numbers(
    item: ItemContent, found: Sequence[Found], before: Mapping[int, Paragraph], landing: Landing
) -> dict[int, int | None]:
    """Return the new number of each paragraph that the item rests on or takes an option from; None where in doubt."""
    numbers: dict[int, int | None] = {}
    for quotation, one in zip(item.evidence, found, strict=True):
        now = one.place.paragraph if one.place else None
        old = quotation.paragraph
        numbers[old] = now if numbers.get(old, now) == now else None
    for number, paragraph in before.items():
        if number not in numbers:
            same = landing.same_paragraph(paragraph)
            numbers[number] = same.number if same else None
    return numbers


@dataclass(frozen=True, slots=True)
class _Move:
    """What the parts of one item need to be told anew."""

    item: ItemContent
    before: Mapping[int, Paragraph]
    landing: Landing
    found: tuple[Found, ...]
    numbers: Mapping[int, int | None]

    def told(
        self, text: str, more: tuple[str, str] | None = None, numbers: Mapping[int, int | None] | None = None
    ) -> str | None:
        """Tell an explanation with the new numbers and words; None when it names a paragraph that is in doubt."""
        for old, new in [*self._sentences(), *([more] if more else [])]:
            text = requoted(text, old, new)
        return renumbered(text, numbers or self.numbers, self._said())

    def _said(self) -> list[tuple[str, int]]:
        return [(one.place.exact, one.place.paragraph) for one in self.found if one.place]

    def _sentences(self) -> Iterator[tuple[str, str]]:
        for quotation, one in zip(self.item.evidence, self.found, strict=True):
            if one.place is not None and one.place.exact != quotation.exact:
                yield quotation.exact, one.place.exact

    def option(self, option: Option) -> Option:
        """Move an option; one whose sentence is gone loses its source, and a rationale that tells of it."""
        if option.source is None:
            told = self.told(option.rationale)
            return replace(option, rationale=self._bare(option) if told is None else told)
        moved = self._source(option.source)
        if moved is None:
            bare = self._bare(option) if option.key or tells_of(option.rationale) else option.rationale
            return replace(option, source=None, rationale=bare)
        source, old, new = moved
        numbers = {**self.numbers, option.source.paragraph: source.paragraph}
        told = self.told(option.rationale, (old, new), numbers)
        return replace(option, source=source, rationale=self._bare(option) if told is None else told)

    def _bare(self, option: Option) -> str:
        """Return a rationale that tells of no other sentence than the evidence."""
        return self.explanation() if option.key or self.item.kind in SPOKEN else of_made_figure(option.text)

    def explanation(self) -> str:
        """Tell the explanation anew; where a paragraph's number is in doubt, by the evidence alone."""
        told = self.told(self.item.explanation)
        if told is not None:
            return told
        first = next(one.place for one in self.found if one.place)
        return of_key(self.item.keys[0], first.paragraph, first.exact)

    def prompt(self, prompt: Prompt) -> Prompt:
        """Move a prompt; one whose sentence is gone loses its source."""
        moved = self._source(prompt.source) if prompt.source else None
        return replace(prompt, source=moved[0] if moved else None)

    def _source(self, source: Source) -> tuple[Source, str, str] | None:
        """Find a source by the sentence round it; return it with that sentence as it was and as it is."""
        paragraph = self.before.get(source.paragraph)
        if paragraph is None or not 0 <= source.start < source.end <= len(paragraph.text):
            return None
        start, end = sentence_around(paragraph.text, source.start, source.end)
        words = paragraph.text[source.start : source.end]
        place = self.landing.find(_anchor(Source(source.paragraph, start, end), paragraph), ((words,),)).place
        if place is None:
            return None
        if place.exact == paragraph.text[start:end]:
            at = source.start - start
        else:
            at = place.exact.find(words)
            if place.exact.count(words) != 1 or not stands_alone(place.exact, at, at + len(words)):
                return None
        new = Source(place.paragraph, place.start + at, place.start + at + len(words))
        return new, paragraph.text[start:end], place.exact
