"""Items go over to the newest text by somebody's decision, or are parked; both can be taken back."""

from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist

from quizzes.engine.explanations.anchoring import Standing
from quizzes.models import Article, Decision, Item
from quizzes.queries.impact import HOLDING
from quizzes.services import items as decisions
from quizzes.services.carrying import CarryError, carry_over, park, undo
from tests import factories

CLOSED, BOATS, PIER = factories.TEXT
FIRST = "This is how a harbour died."
SHUT = "The harbour at Vell was shut in 1974 after a great storm."


@pytest.fixture
def source(instructor) -> Article:
    return factories.article(instructor)


def carry(source: Article, *standings: Standing, number: int = 2, **wanted) -> list[Item]:
    return carry_over(source.owner, article=source, revision=number, standings=standings, **wanted)


def test_an_item_that_holds_gets_its_next_wording_on_the_new_text(source):
    item = factories.item(source, state=Item.State.APPROVED, grading={"case": False})
    old = item.current
    new = factories.revised(source, FIRST, *factories.TEXT)
    assert carry(source, *HOLDING) == [item]
    item.refresh_from_db()
    wording = item.current
    assert (item.state, wording.number, wording.article_revision) == (Item.State.APPROVED, 2, new)
    assert (wording.grading, wording.stem, wording.author) == ({"case": False}, old.stem, None)
    quotation = wording.evidence.get()
    assert (quotation.exact, quotation.paragraph) == (CLOSED, new.paragraphs.get(number=2))
    assert wording.options[2]["source"]["paragraph"] == 4
    assert wording.explanation == "The harbour was closed in 1974 after a storm (paragraph 2)."


def test_the_wording_before_stays_as_it_was(source):
    item = factories.item(source)
    old = item.current
    factories.revised(source, FIRST, *factories.TEXT)
    carry(source, *HOLDING)
    old.refresh_from_db()
    assert (old.explanation, old.options[2]["source"]["paragraph"]) == (
        "The harbour was closed in 1974 after a storm (paragraph 1).",
        3,
    )
    assert old.evidence.get().paragraph.revision.number == 1


def test_the_decision_is_kept_and_can_be_taken_back(source):
    item = factories.item(source, state=Item.State.APPROVED)
    old = item.current
    factories.revised(source, FIRST, *factories.TEXT)
    carry(source, *HOLDING)
    decision = item.decisions.get()
    assert (decision.action, decision.actor, decision.state_before) == ("carry", source.owner, "approved")
    assert undo(source.owner, article=source, items=[item.uuid]) == [item]
    item.refresh_from_db()
    assert (item.current, item.state) == (old, Item.State.APPROVED)


def test_only_the_chosen_groups_are_carried(source):
    factories.item(source)
    moved = factories.item(source, paragraph=3, keys=["2031"])
    factories.revised(source, CLOSED, PIER)
    assert carry(source, Standing.MOVED) == [moved]


def test_one_item_alone_is_carried(source):
    items = [factories.item(source), factories.item(source)]
    factories.revised(source, FIRST, *factories.TEXT)
    assert carry(source, item=items[1].uuid) == [items[1]]


def test_carrying_again_changes_nothing(source):
    item = factories.item(source)
    factories.revised(source, FIRST, *factories.TEXT)
    carry(source, *HOLDING)
    assert carry(source, *HOLDING) == []
    assert item.revisions.count() == 2


def test_a_reworded_item_waits_for_its_own_press(source):
    item = factories.item(source)
    factories.revised(source, SHUT, BOATS, PIER)
    assert carry(source, *HOLDING) == []
    assert carry(source, Standing.REWORDED) == [item]
    item.refresh_from_db()
    assert item.current.evidence.get().exact == SHUT


def test_a_lost_item_is_never_carried(source):
    item = factories.item(source)
    factories.revised(source, BOATS, PIER)
    assert carry(source, *Standing) == []
    assert carry(source, item=item.uuid) == []


def test_a_rejected_item_stays_where_it_was_rejected(source):
    item = factories.item(source, state=Item.State.REJECTED)
    factories.revised(source, FIRST, *factories.TEXT)
    assert carry(source, *Standing) == []
    assert item.revisions.count() == 1


def test_parking_sets_the_lost_ones_aside(source):
    kept, lost = factories.item(source, paragraph=2, keys=["400"]), factories.item(source, state=Item.State.APPROVED)
    factories.revised(source, BOATS, PIER)
    assert park(source.owner, article=source, revision=2) == [lost]
    lost.refresh_from_db()
    kept.refresh_from_db()
    assert (lost.state, kept.state) == (Item.State.PARKED, Item.State.PROPOSED)
    assert lost.decisions.get().action == Decision.Action.PARK


def test_a_parked_item_comes_back_by_undo(source):
    lost = factories.item(source, state=Item.State.APPROVED)
    factories.revised(source, BOATS, PIER)
    park(source.owner, article=source, revision=2)
    undo(source.owner, article=source, items=[lost.uuid])
    lost.refresh_from_db()
    assert lost.state == Item.State.APPROVED


def test_a_parked_item_comes_back_with_its_sentence(source):
    lost = factories.item(source, state=Item.State.APPROVED)
    factories.revised(source, BOATS, PIER)
    park(source.owner, article=source, revision=2)
    factories.revised(source, FIRST, *factories.TEXT)
    assert carry(source, *HOLDING, number=3) == [lost]
    lost.refresh_from_db()
    assert (lost.state, lost.current.article_revision.number) == (Item.State.APPROVED, 3)


def test_a_parked_item_cannot_be_approved(source):
    lost = factories.item(source)
    factories.revised(source, BOATS, PIER)
    park(source.owner, article=source, revision=2)
    with pytest.raises(decisions.DecisionError, match="evidence"):
        decisions.approve(source.owner, item=lost)


def test_a_text_that_changed_meanwhile_is_looked_at_again(source):
    item = factories.item(source)
    factories.revised(source, FIRST, *factories.TEXT)
    factories.revised(source, BOATS, PIER)
    with pytest.raises(CarryError, match="changed again"):
        carry(source, *HOLDING)
    with pytest.raises(CarryError, match="changed again"):
        park(source.owner, article=source, revision=2)
    assert item.revisions.count() == 1


def test_an_item_decided_about_since_is_not_undone_here(source):
    item = factories.item(source)
    factories.revised(source, FIRST, *factories.TEXT)
    carry(source, *HOLDING)
    decisions.approve(source.owner, item=item)
    with pytest.raises(CarryError, match="decided about since"):
        undo(source.owner, article=source, items=[item.uuid])


def test_an_unknown_item_is_carried_nowhere(source):
    factories.item(source)
    factories.revised(source, FIRST, *factories.TEXT)
    assert carry(source, item=uuid4()) == []


def test_somebody_elses_items_stay(source, outsider):
    factories.item(source)
    factories.revised(source, FIRST, *factories.TEXT)
    with pytest.raises(ObjectDoesNotExist):
        carry_over(outsider, article=source, revision=2, standings=HOLDING)
    with pytest.raises(ObjectDoesNotExist):
        park(outsider, article=source, revision=2)


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(source, count, django_assert_num_queries):
    for _ in range(count):
        factories.item(source)
    factories.revised(source, FIRST, *factories.TEXT)
    with django_assert_num_queries(QUERIES):
        assert len(carry(source, *HOLDING)) == count


QUERIES = 13


def test_every_kind_is_carried_with_its_paragraph(instructor):
    source = factories.quiz_of_all_kinds(instructor).article_revision.article
    texts = source.revisions.get().paragraphs.values_list("text", flat=True)
    factories.revised(source, FIRST, *texts)
    assert len(carry(source, *HOLDING)) == 8
    stems = set(source.items.values_list("current__stem", flat=True))
    assert "Which sentence of paragraph 5 shows that somebody kept the harbour?" in stems
