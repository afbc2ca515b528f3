"""Generating again keeps every decision and edit, and proposes only what is new."""

import pytest

from quizzes.engine.explanations import evidence
from quizzes.engine.items.identity import item_id
from quizzes.engine.items.values import Interaction, ItemContent, Kind
from quizzes.engine.pipeline import generate
from quizzes.models import Article, ArticleRevision, Item, Run
from quizzes.queries.articles import engine_paragraphs
from quizzes.queries.impact import HOLDING
from quizzes.services import items as decisions
from quizzes.services.articles import create_article
from quizzes.services.carrying import carry_over, park
from quizzes.services.items import Wording
from quizzes.services.proposals import store_proposals
from quizzes.services.revisions import NewParagraph, create_revision
from tests import factories

CLOSED, BOATS, PIER = factories.TEXT
FIRST = "This is how a harbour died."


@pytest.fixture
def source(instructor) -> Article:
    return factories.article(instructor)


def content(
    revision: ArticleRevision, *, stem="When was it closed?", keys=("1974",), number=1, **fields
) -> ItemContent:
    row = revision.paragraphs.get(number=number)
    kind = fields.get("kind", Kind.SHORT_ANSWER)
    wanted = {
        "id": item_id(kind, None, stem, keys, row.stable_id),
        "kind": kind,
        "interaction": Interaction.TEXT_ENTRY,
        "context": None,
        "stem": stem,
        "options": None,
        "prompts": None,
        "keys": keys,
        "evidence": (evidence(number, 0, len(row.text), row.text),),
        "explanation": "",
        "fact": row.text,
        "rule": "when",
        "difficulty": 0.3,
        "score": 0.8,
        "recommended": True,
    }
    return ItemContent(**(wanted | fields))


def stored(source: Article, *contents: ItemContent) -> int:
    return store_proposals(factories.run(source), contents)


def newest(source: Article) -> ArticleRevision:
    return source.revisions.latest("number")


def test_the_same_items_are_stored_once(source):
    assert stored(source, content(newest(source))) == 1
    assert stored(source, content(newest(source))) == 0


def test_an_item_is_known_again_after_an_edit_elsewhere(source):
    stored(source, content(newest(source)))
    new = factories.revised(source, CLOSED, PIER)
    assert stored(source, content(new)) == 0


def test_an_item_is_known_again_when_its_paragraph_was_edited_round_it(source):
    stored(source, content(newest(source)))
    new = factories.revised(source, f"{CLOSED} {BOATS}", PIER)
    same = content(new, evidence=(evidence(1, 0, len(CLOSED), f"{CLOSED} {BOATS}"),))
    assert stored(source, same) == 0


def test_an_item_that_names_its_paragraph_is_known_under_another_number(source):
    stem = "According to paragraph {}, Ada Lind was born in 1974."
    truth = {"kind": Kind.TRUE_FALSE, "keys": ("True",)}
    stored(source, content(newest(source), stem=stem.format(3), number=3, **truth))
    new = factories.revised(source, FIRST, *factories.TEXT)
    assert stored(source, content(new, stem=stem.format(4), number=4, **truth)) == 0


def test_another_statement_about_the_same_sentence_is_new(source):
    truth = {"kind": Kind.TRUE_FALSE, "keys": ("True",)}
    stored(source, content(newest(source), stem="A storm closed the harbour.", **truth))
    assert stored(source, content(newest(source), stem="Vell had a harbour once.", **truth)) == 1


def test_another_kind_is_new(source):
    stored(source, content(newest(source)))
    assert stored(source, content(newest(source), kind=Kind.CLOZE, stem="It was closed in _____.")) == 1


@pytest.mark.parametrize("way", ["edit", "reject"])
def test_what_was_edited_or_rejected_is_not_proposed_in_other_words(source, way):
    stored(source, content(newest(source)))
    item = source.items.get()
    if way == "edit":
        wording = Wording(stem="In what year did the harbour close?", options=None, keys=["in 1974"], explanation="")
        decisions.edit(source.owner, item=item, wording=wording)
    else:
        decisions.reject(source.owner, item=item)
    new = factories.revised(source, f"{CLOSED} {BOATS}", PIER)
    quoted = (evidence(1, 0, len(CLOSED), f"{CLOSED} {BOATS}"),)
    assert stored(source, content(new, stem="In which year was it closed?", evidence=quoted)) == 0


def test_a_carried_item_is_not_doubled(source):
    stored(source, content(newest(source)))
    shut = "The harbour at Vell was shut in 1974 after a great storm."
    new = factories.revised(source, shut, BOATS, PIER)
    assert stored(source, content(new)) == 0  # not carried over yet
    carry_over(source.owner, article=source, revision=2, item=source.items.get().uuid)
    assert stored(source, content(new)) == 0


def test_a_parked_item_whose_sentence_is_back_is_offered_again(source):
    stored(source, content(newest(source)))
    item = source.items.get()
    decisions.approve(source.owner, item=item)
    factories.revised(source, BOATS, PIER)
    park(source.owner, article=source, revision=2)
    new = factories.revised(source, FIRST, *factories.TEXT)
    assert stored(source, content(new, number=2)) == 1
    item.refresh_from_db()
    assert (source.items.count(), item.state) == (1, Item.State.PROPOSED)
    assert (item.current.article_revision, item.current.evidence.get().paragraph.number) == (new, 2)


def test_a_run_of_an_earlier_text_brings_no_parked_item_back(source):
    first = newest(source)
    stored(source, content(first))
    old_run = factories.run(source)
    factories.revised(source, BOATS, PIER)
    park(source.owner, article=source, revision=2)
    assert store_proposals(old_run, [content(first)]) == 0
    assert source.items.get().state == Item.State.PARKED


RAW = """The harbour at Vell was closed in 1974 after a storm. Some 400 boats had used it every summer.

Mayor Ada Lind opened the new pier in Vell in June 2003. The pier cost 12 million crowns and took three years to build.

Fishermen from Torsk brought 210 tons of herring to Vell in 1931. Only 14 tons were landed there in 1973."""


def generated(source: Article) -> int:
    made: Run = factories.run(source)
    return store_proposals(made, generate(engine_paragraphs(made.revision), seed=0).items)


def test_a_new_first_paragraph_brings_nothing_twice(instructor):
    source = create_article(instructor, title="Vell", raw_text=RAW)
    assert generated(source) >= 3
    texts = [FIRST, *source.revisions.get().paragraphs.values_list("text", flat=True)]
    create_revision(
        instructor, article=source, paragraphs=[NewParagraph("body", text) for text in texts], now=factories.NOW
    )
    carried = carry_over(instructor, article=source, revision=2, standings=HOLDING)
    before = source.items.count()
    assert len(carried) == before
    again = generated(source)
    asked = list(
        source.items.exclude(kind="true_false").values_list(
            "kind", "current__interaction", "current__keys", "current__evidence__exact"
        )
    )
    assert len(asked) == len({str(one) for one in asked})
    assert source.items.count() == before + again


def test_the_number_of_queries_does_not_grow(source, django_assert_num_queries):
    revision = newest(source)
    stored(source, content(revision, number=3, keys=("2031",)))
    for number, count in ((1, 1), (2, 3)):
        contents = [content(revision, number=number, keys=(f"{number}{at}",)) for at in range(count)]
        run = factories.run(source)
        with django_assert_num_queries(10):
            assert store_proposals(run, contents) == count
