"""What a run found becomes proposals in the article's bank."""

from collections.abc import Sequence

from quizzes.engine.items.json import to_dict
from quizzes.engine.items.values import ItemContent
from quizzes.models import Evidence, Item, ItemRevision, Paragraph, Run
from quizzes.queries.contents import wording_fields


def store_proposals(run: Run, contents: Sequence[ItemContent]) -> int:
    """Add the items that the bank does not have yet and return how many; earlier ones keep their decisions.

    Called inside the transaction that finishes the run.
    """
    article_id = run.revision.article_id
    known = set(Item.objects.filter(article=article_id).values_list("fingerprint", flat=True))
    return len(add_items(run, [content for content in contents if content.id not in known]))


def add_items(run: Run, fresh: Sequence[ItemContent]) -> list[Item]:
    """Put items that the bank does not have into it as proposals, each with its verified evidence."""
    paragraphs = {paragraph.number: paragraph for paragraph in run.revision.paragraphs.all()}
    items = Item.objects.bulk_create(_item(run, content) for content in fresh)
    wordings = ItemRevision.objects.bulk_create(
        _wording(run, item, content) for item, content in zip(items, fresh, strict=True)
    )
    for item, wording in zip(items, wordings, strict=True):
        item.current = wording
    Item.objects.bulk_update(items, ["current"])
    Evidence.objects.bulk_create(
        quotation
        for wording, content in zip(wordings, fresh, strict=True)
        for quotation in _evidence(wording, content, paragraphs)
    )
    return items


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


def _wording(run: Run, item: Item, content: ItemContent) -> ItemRevision:
    return ItemRevision(
        item=item,
        article_revision=run.revision,
        engine_version=run.engine_version,
        seed=run.seed,
        **wording_fields(to_dict(content)),
    )


def _evidence(wording: ItemRevision, content: ItemContent, paragraphs: dict[int, Paragraph]) -> list[Evidence]:
    """Give the quotations of an item, each compared with the paragraph that it names."""
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
