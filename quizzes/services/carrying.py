"""Carrying items over to an article's newest revision, and parking those whose evidence is lost there."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from quizzes.access import articles_of
from quizzes.engine.explanations.anchoring import Standing
from quizzes.engine.items.json import to_dict
from quizzes.engine.items.values import ItemContent
from quizzes.models import Article, ArticleRevision, Decision, Evidence, Item, ItemRevision, Paragraph, User
from quizzes.queries.contents import wording_fields
from quizzes.queries.impact import Affected, impact_of
from quizzes.services.items import undo_many

ACTIONS = (Decision.Action.CARRY, Decision.Action.PARK)


class CarryError(ValueError):
    """Items that cannot be carried over or parked now; the message says why and what to do."""


def carry_over(
    user: User, *, article: Article, revision: int, standings: Collection[Standing] = (), item: UUID | None = None
) -> list[Item]:
    """Give the items of these groups, or one item, their next wording on the newest text; each keeps its state.

    A parked one gets back the state that it had before. `revision` is the number that the person has looked at.
    """
    with transaction.atomic():
        newest, rows = _locked(user, article, revision)
        wanted = [row for row in rows if row.carried.content and _is_wanted(row, standings, item)]
        return _carry(user, wanted, newest)


def park(user: User, *, article: Article, revision: int, item: UUID | None = None) -> list[Item]:
    """Set aside the items whose evidence is lost, or one: they leave proposals, quizzes to come and coverage."""
    with transaction.atomic():
        _newest, rows = _locked(user, article, revision)
        wanted = [row for row in rows if row.needs_parking and _is_wanted(row, (Standing.LOST,), item)]
        Decision.objects.bulk_create(_decision(user, row, row.wording, Decision.Action.PARK) for row in wanted)
        for row in wanted:
            row.item.state = Item.State.PARKED
        Item.objects.bulk_update([row.item for row in wanted], ["state"])
        return [row.item for row in wanted]


def undo(user: User, *, article: Article, items: Collection[UUID]) -> list[Item]:
    """Take back what was just carried over or parked, all of it or nothing."""
    with transaction.atomic():
        chosen = list(Item.objects.filter(article__in=articles_of(user).filter(pk=article.pk), uuid__in=items))
        for item in chosen:
            last = item.decisions.filter(undone=False).exclude(action=Decision.Action.UNDO).first()
            if last is None or last.action not in ACTIONS:
                raise CarryError(_("One of these questions was decided about since. Look at it among the proposals."))
        return [decision.item for decision in undo_many(user, items=chosen)]


def _is_wanted(row: Affected, standings: Collection[Standing], item: UUID | None) -> bool:
    return row.item.uuid == item if item else row.standing in standings


def _locked(user: User, article: Article, revision: int) -> tuple[ArticleRevision, Sequence[Affected]]:
    """Lock the article and its items and compare them with its newest text, which must be the one looked at."""
    locked = articles_of(user).select_for_update().get(pk=article.pk)
    impact = impact_of(locked, items=Item.objects.filter(article=locked).select_for_update(of=("self",)))
    if impact.revision.number != revision:
        raise CarryError(_("The text has changed again meanwhile. Look at the list below, then decide again."))
    return impact.revision, impact.rows


def _carry(user: User, rows: Sequence[Affected], revision: ArticleRevision) -> list[Item]:
    items = [row.item for row in rows]
    last = dict(
        Item.objects.filter(pk__in=[item.pk for item in items])
        .annotate(n=Max("revisions__number"))
        .values_list("pk", "n")
    )
    wordings = ItemRevision.objects.bulk_create(
        wording_on(row.wording, row.carried.content, revision, last[row.item.pk] + 1)
        for row in rows
        if row.carried.content
    )
    Evidence.objects.bulk_create(
        _evidence(wordings, [row.carried.content for row in rows if row.carried.content], revision)
    )
    states = _states_before_parking(item.pk for item in items if item.state == Item.State.PARKED)
    pairs = list(zip(rows, wordings, strict=True))
    Decision.objects.bulk_create(_decision(user, row, wording, Decision.Action.CARRY) for row, wording in pairs)
    for row, wording in pairs:
        row.item.state, row.item.current = states.get(row.item.pk, row.item.state), wording
    Item.objects.bulk_update(items, ["state", "current"])
    return items


def wording_on(old: ItemRevision, content: ItemContent, revision: ArticleRevision, number: int) -> ItemRevision:
    """Return the next wording of an item on a new text, not stored yet; who wrote it and how it is graded stay."""
    return ItemRevision(
        item_id=old.item_id,
        number=number,
        article_revision=revision,
        grading=old.grading,
        engine_version=old.engine_version,
        seed=old.seed,
        author_id=old.author_id,
        **wording_fields(to_dict(content)),
    )


def _evidence(
    wordings: Sequence[ItemRevision], contents: Sequence[ItemContent], revision: ArticleRevision
) -> list[Evidence]:
    """Return the quotations of all, each compared with the paragraph that it names."""
    paragraphs = {paragraph.number: paragraph for paragraph in revision.paragraphs.all()}
    return [
        quotation
        for wording, content in zip(wordings, contents, strict=True)
        for quotation in evidence_rows(wording, content, paragraphs)
    ]


def evidence_rows(wording: ItemRevision, content: ItemContent, paragraphs: dict[int, Paragraph]) -> list[Evidence]:
    """Return the quotations of an item as rows, not stored yet; one that is not in its paragraph is refused."""
    rows = []
    for quotation in content.evidence:
        paragraph = paragraphs[quotation.paragraph]
        if paragraph.text[quotation.start : quotation.end] != quotation.exact:
            raise ValueError(f"the evidence of item {content.id} is not in paragraph {quotation.paragraph}")
        rows.append(
            Evidence(
                item_revision=wording,
                paragraph=paragraph,
                start=quotation.start,
                end=quotation.end,
                exact=quotation.exact,
                prefix=quotation.prefix,
                suffix=quotation.suffix,
            )
        )
    return rows


def _states_before_parking(items: Iterable[int]) -> dict[int, str]:
    """Return the state that each parked item had; the newest parking counts."""
    parked = Decision.objects.filter(item__in=list(items), action=Decision.Action.PARK, undone=False)
    return dict(parked.order_by("created_at", "pk").values_list("item", "state_before"))


def _decision(user: User, row: Affected, wording: ItemRevision, action: str) -> Decision:
    return Decision(
        item=row.item,
        item_revision=wording,
        actor=user,
        action=action,
        state_before=row.item.state,
        revision_before=row.wording,
    )
