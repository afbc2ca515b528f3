"""What a run found becomes proposals in the article's bank, once each, whatever was decided about them before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db.models import Max

from quizzes.engine.explanations.renumbering import without_number
from quizzes.engine.items.identity import same_item
from quizzes.engine.items.json import to_dict
from quizzes.engine.items.values import Interaction, ItemContent, Kind
from quizzes.models import Decision, Evidence, Item, ItemRevision, Paragraph, Run
from quizzes.queries.contents import content_of, lookalikes_in, wording_fields
from quizzes.queries.impact import Affected, impact_of
from quizzes.services.carrying import evidence_rows, wording_on

# A sentence has one question of such a kind with a key; of the other kinds it may have several.
ONE_A_KEY = frozenset((Kind.MULTIPLE_CHOICE, Kind.CLOZE, Kind.SHORT_ANSWER))


def store_proposals(run: Run, contents: Sequence[ItemContent]) -> int:
    """Add the items that the bank does not have yet and return how many; earlier ones keep their decisions.

    An item is known by any of its wordings, so that one that was edited or rejected is not proposed again. A parked
    one whose evidence is back is offered again, and not doubled. Called inside the transaction that finishes the run.
    """
    bank = _Bank(run)
    fresh: list[ItemContent] = []
    again: dict[int, tuple[Item, ItemContent]] = {}
    for content in contents:
        known = bank.find(content)
        if known is None:
            fresh.append(content)
        elif known.state == Item.State.PARKED and bank.is_newest:
            again.setdefault(known.pk, (known, bank.carried(known) or content))
    _offer_again(run, list(again.values()))
    return len(add_items(run, fresh)) + len(again)


class _Bank:
    """The items of a run's article, by fingerprint and by everything that they have asked."""

    def __init__(self, run: Run) -> None:
        article = run.revision.article
        impact = impact_of(article)
        self.is_newest = impact.revision.pk == run.revision_id
        self._affected: dict[int, Affected] = {row.item.pk: row for row in impact.rows}
        self._fingerprints: dict[str, Item] = {}
        self._asked: defaultdict[tuple[Kind, Interaction, str], list[tuple[Item, ItemContent]]] = defaultdict(list)
        wordings = ItemRevision.objects.filter(item__article=article).select_related("item__current")
        for wording in wordings.prefetch_related("evidence__paragraph"):
            self._add(wording.item, content_of(wording.item, wording, wording.evidence.all()))
        for row in impact.rows:
            # What waits to be carried over is known by what its sentence says now, too.
            if row.carried.content is not None:
                self._add(row.item, row.carried.content)

    def _add(self, item: Item, content: ItemContent) -> None:
        self._fingerprints[content.id] = item
        self._asked[_heading(content)].append((item, content))

    def carried(self, item: Item) -> ItemContent | None:
        """Return an item on the newest text in its own words; None when its evidence is not there."""
        row = self._affected.get(item.pk)
        return row.carried.content if row else None

    def find(self, content: ItemContent) -> Item | None:
        """Return the item that asks the same already."""
        if content.id in self._fingerprints:
            return self._fingerprints[content.id]
        asked = self._asked[_heading(content)]
        return next((item for item, known in asked if _asks_the_same(content, known)), None)


def _heading(content: ItemContent) -> tuple[Kind, Interaction, str]:
    return content.kind, content.interaction, content.keys[0].casefold()


def _asks_the_same(one: ItemContent, other: ItemContent) -> bool:
    """Compare two items of one kind with one key: they rest on one sentence and, but for some kinds, ask it alike.

    "According to paragraph 3" and "According to paragraph 4" may be the same paragraph before and after an edit.
    """
    quoted = {quotation.exact for quotation in one.evidence}
    if not any(quotation.exact in quoted for quotation in other.evidence):
        return False
    return one.kind in ONE_A_KEY or same_item(
        replace(one, stem=without_number(one.stem)), replace(other, stem=without_number(other.stem))
    )


def _offer_again(run: Run, pairs: Sequence[tuple[Item, ItemContent]]) -> None:
    """Make parked items proposals again, on the text of the run; the person who asked for the run did it."""
    paragraphs = {paragraph.number: paragraph for paragraph in run.revision.paragraphs.all()} if pairs else {}
    last = dict(
        Item.objects.filter(pk__in=[item.pk for item, _ in pairs])
        .annotate(last=Max("revisions__number"))
        .values_list("pk", "last")
    )
    for item, content in pairs:
        old = item.current
        if old is None:
            continue
        wording = wording_on(old, content, run.revision, last[item.pk] + 1)
        wording.save()
        Evidence.objects.bulk_create(evidence_rows(wording, content, paragraphs))
        Decision.objects.create(
            item=item,
            item_revision=wording,
            actor_id=run.requested_by_id,
            action=Decision.Action.CARRY,
            state_before=item.state,
            revision_before=old,
        )
        item.state, item.current = Item.State.PROPOSED, wording
        item.save(update_fields=["state", "current"])


def add_items(run: Run, fresh: Sequence[ItemContent]) -> list[Item]:
    """Put items that the bank does not have into it as proposals, each with its verified evidence."""
    paragraphs = {paragraph.number: paragraph for paragraph in run.revision.paragraphs.all()}
    texts = [paragraph.text for paragraph in paragraphs.values()]
    items = Item.objects.bulk_create(_item(run, content) for content in fresh)
    wordings = ItemRevision.objects.bulk_create(
        _wording(run, item, content, texts) for item, content in zip(items, fresh, strict=True)
    )
    for item, wording in zip(items, wordings, strict=True):
        item.current = wording
    Item.objects.bulk_update(items, ["current"])
    Evidence.objects.bulk_create(_all_evidence(wordings, fresh, paragraphs))
    return items


def _all_evidence(
    wordings: Sequence[ItemRevision], contents: Sequence[ItemContent], paragraphs: dict[int, Paragraph]
) -> Iterable[Evidence]:
    for wording, content in zip(wordings, contents, strict=True):
        yield from evidence_rows(wording, content, paragraphs)


def _item(run: Run, content: ItemContent) -> Item:
    return Item(
        article_id=run.revision.article_id,
        run=run,
        fingerprint=content.id,
        kind=content.kind.value,
        score=content.score,
        difficulty=content.difficulty,
        recommended=content.recommended,
    )


def _wording(run: Run, item: Item, content: ItemContent, texts: Sequence[str]) -> ItemRevision:
    typed = content.interaction is Interaction.TEXT_ENTRY
    return ItemRevision(
        item=item,
        article_revision=run.revision,
        engine_version=run.engine_version,
        seed=run.seed,
        grading=lookalikes_in(content.keys, texts) if typed else {},
        **wording_fields(to_dict(content)),
    )
