"""Approval: the queue, decisions with and without htmx, editing in place, undo."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quizzes.models import Decision, Item
from tests import factories

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def article(instructor):
    return factories.article(instructor)


def page_of(client, article, **query) -> str:
    response = client.get(reverse("approval-queue", args=[article.uuid]), query)
    assert response.status_code == 200
    return response.content.decode()


def act(client, name: str, item: Item, query: str = "", htmx: bool = True, **data):
    return client.post(reverse(name, args=[item.uuid]) + query, data, **(HTMX if htmx else {}))


def test_queue_shows_proposal_with_evidence_and_what_is_next(instructor_client, article):
    factories.item(article, stem="In what year was it closed?")
    factories.item(article, stem="What was closed?", paragraph=2)
    page = page_of(instructor_client, article)
    assert "Proposal 1 of 2" in page
    assert "In what year was it closed?" in page
    assert '<mark class="evidence" id="q-e1" tabindex="-1">The harbour at Vell was closed' in page
    assert "What was closed?" in page.split("Up next")[1]
    assert "the new pier would open (paragraph 3)" in page


def test_queue_filters_by_kind_and_paragraph(instructor_client, article):
    factories.item(article, stem="First?")
    factories.item(article, stem="Second?", paragraph=3, kind=Item.Kind.SHORT_ANSWER)
    assert "First?" not in page_of(instructor_client, article, kind="short_answer")
    assert "Second?" not in page_of(instructor_client, article, paragraph="1")
    assert page_of(instructor_client, article, order="text").index("First?") > 0


def test_unknown_filters_fall_back(instructor_client, article):
    factories.item(article)
    assert "Proposal 1 of 1" in page_of(instructor_client, article, state="x", kind="y", paragraph="²", item="z")


def test_empty_queue_says_what_to_do(instructor_client, article):
    assert "No proposals yet" in page_of(instructor_client, article)


def test_decided_queue_leads_to_a_quiz(instructor_client, article):
    factories.item(article, state=Item.State.APPROVED)
    page = page_of(instructor_client, article)
    assert "All proposals are decided" in page
    assert reverse("quiz-create", args=[article.uuid]) in page


def test_approving_goes_on_to_the_next(instructor_client, article):
    one, two = factories.item(article, stem="First?"), factories.item(article, stem="Second?")
    response = act(instructor_client, "item-approve", one)
    page = response.content.decode()
    one.refresh_from_db()
    assert one.state == Item.State.APPROVED
    assert "Second?" in page
    assert "data-focus" in page
    assert "Proposal 1 approved. " in page
    assert "Proposal 2 of 2." in page
    assert response["HX-Push-Url"].endswith(f"?item={two.uuid}")
    assert reverse("item-undo", args=[one.uuid]) in page


def test_approving_without_htmx_comes_back_with_its_undo(instructor_client, article):
    one = factories.item(article)
    factories.item(article, stem="Second?")
    response = act(instructor_client, "item-approve", one, htmx=False)
    page = instructor_client.get(response["Location"].partition("#")[0]).content.decode()
    assert "Second?" in page
    assert reverse("item-undo", args=[one.uuid]) in page
    assert "Proposal 1 approved." in page


def test_approving_the_last_says_that_all_are_decided(instructor_client, article):
    page = act(instructor_client, "item-approve", factories.item(article)).content.decode()
    assert "All proposals are decided" in page


def test_approving_twice_is_one_decision(instructor_client, article):
    one = factories.item(article)
    for _ in range(2):
        act(instructor_client, "item-approve", one)
    assert Decision.objects.count() == 1


def test_rejecting_asks_for_a_reason(instructor_client, article):
    one = factories.item(article)
    page = instructor_client.get(reverse("item-reject", args=[one.uuid]), **HTMX).content.decode()
    assert 'name="reason" value="ambiguous"' in page
    assert "<html" not in page


def test_rejecting_without_a_reason_is_refused(instructor_client, article):
    one = factories.item(article)
    response = act(instructor_client, "item-reject", one)
    assert response.status_code == 422
    assert "Choose a reason" in response.content.decode()


def test_rejecting_keeps_reason_and_note(instructor_client, article):
    one = factories.item(article)
    act(instructor_client, "item-reject", one, reason="trivial", note="Too small.")
    decision = one.decisions.get()
    assert (decision.action, decision.reason, decision.note) == ("reject", "trivial", "Too small.")
    page = page_of(instructor_client, article, state="rejected")
    assert "Not worth asking" in page
    assert "Too small." in page


def test_rejecting_what_stands_in_a_quiz_is_refused(instructor_client, instructor, article):
    quiz = factories.quiz(instructor, 1, article)
    response = act(instructor_client, "item-reject", quiz.slots.get().item, "?state=approved", reason="wrong")
    assert response.status_code == 422
    assert "stands in a quiz" in response.content.decode()


def test_undo_brings_the_proposal_back(instructor_client, article):
    one = factories.item(article, stem="First?")
    act(instructor_client, "item-approve", one)
    page = act(instructor_client, "item-undo", one).content.decode()
    one.refresh_from_db()
    assert one.state == Item.State.PROPOSED
    assert "The decision is undone." in page
    assert "First?" in page


def test_undo_without_a_decision_is_refused(instructor_client, article):
    response = act(instructor_client, "item-undo", factories.item(article))
    assert response.status_code == 422


def edited(item: Item, **changes) -> dict[str, str]:
    wording = item.current
    data = {"stem": wording.stem, "explanation": wording.explanation}
    for index, option in enumerate(wording.options or ()):
        data[f"option_{index}"] = option["text"]
        if option["key"]:
            data["key"] = str(index)
    if wording.options is None:
        data["keys"] = "\n".join(wording.keys)
    return data | changes


def test_edit_form_shows_the_wording(instructor_client, article):
    one = factories.item(article)
    page = instructor_client.get(reverse("item-edit", args=[one.uuid])).content.decode()
    assert one.current.stem in page
    assert 'value="1979"' in page


def test_edit_makes_the_next_revision_with_the_same_evidence(instructor_client, instructor, article):
    one = factories.item(article)
    act(instructor_client, "item-edit", one, **edited(one, stem="When was it  closed?", option_1="1980"))
    old = one.current
    one.refresh_from_db()
    new = one.current
    assert (new.number, new.author, new.stem) == (2, instructor, "When was it closed?")
    assert new.options[0] == {**old.options[0]}
    assert new.options[1] == {"text": "1980", "key": False, "rationale": "", "source": None}
    assert new.options[2] == old.options[2]
    assert new.evidence.get().exact == old.evidence.get().exact
    assert one.state == Item.State.PROPOSED


def test_save_and_approve_is_one_decision_that_one_undo_takes_back(instructor_client, article):
    one = factories.item(article)
    act(instructor_client, "item-edit", one, **edited(one, stem="When?", approve="1"))
    one.refresh_from_db()
    assert (one.state, one.current.stem) == (Item.State.APPROVED, "When?")
    act(instructor_client, "item-undo", one)
    one.refresh_from_db()
    assert (one.state, one.current.number) == (Item.State.PROPOSED, 1)


def test_saving_the_same_wording_makes_no_revision(instructor_client, article):
    one = factories.item(article)
    act(instructor_client, "item-edit", one, **edited(one))
    assert one.revisions.count() == 1


def test_another_option_can_become_the_key(instructor_client, article):
    one = factories.item(article)
    act(instructor_client, "item-edit", one, **edited(one, key="1"))
    one.refresh_from_db()
    assert one.current.keys == ["1979"]
    assert [option["key"] for option in one.current.options] == [False, True, False]


def test_typed_answers_are_one_a_line(instructor_client, article):
    one = factories.item(article, kind=Item.Kind.SHORT_ANSWER)
    act(instructor_client, "item-edit", one, **edited(one, keys="1974\n\n in 1974 \n1974"))
    one.refresh_from_db()
    assert one.current.keys == ["1974", "in 1974"]


@pytest.mark.parametrize(
    ("kind", "changes", "said"),
    [
        (Item.Kind.MULTIPLE_CHOICE, {"stem": " "}, "A question needs words"),
        (Item.Kind.MULTIPLE_CHOICE, {"option_1": "1974 "}, "Two options are the same"),
        (Item.Kind.MULTIPLE_CHOICE, {"option_0": ""}, "The right answer has no words"),
        (Item.Kind.MULTIPLE_CHOICE, {"option_1": "", "option_2": ""}, "at least two options"),
        (Item.Kind.MULTIPLE_CHOICE, {"key": "9"}, "not one of the available choices"),
        (Item.Kind.CLOZE, {"stem": "It closed in 1974."}, "one gap"),
        (Item.Kind.SHORT_ANSWER, {"keys": " \n"}, "at least one answer"),
        (Item.Kind.SHORT_ANSWER, {"keys": "x" * 201}, "at most 200 characters"),
    ],
)
def test_bad_wording_is_refused_and_kept_in_the_form(instructor_client, article, kind, changes, said):
    one = factories.item(article, kind=kind)
    response = act(instructor_client, "item-edit", one, **edited(one, **changes))
    assert response.status_code == 422
    assert said in response.content.decode()
    assert one.revisions.count() == 1


def test_words_of_true_and_false_stay(instructor_client, article):
    options = [{"text": text, "key": text == "True", "rationale": "", "source": None} for text in ("True", "False")]
    one = factories.item(article, kind=Item.Kind.TRUE_FALSE, options=options, keys=["True"], stem="It closed.")
    act(instructor_client, "item-edit", one, **edited(one, option_0="Perhaps", key="1"))
    one.refresh_from_db()
    assert one.current.keys == ["False"]
    assert [option["text"] for option in one.current.options] == ["True", "False"]


def test_recommended_are_approved_together_and_undone_together(instructor_client, article):
    items = [factories.item(article) for _ in range(3)]
    Item.objects.filter(pk__in=[item.pk for item in items[:2]]).update(recommended=True)
    address = reverse("approval-bulk", args=[article.uuid])
    page = instructor_client.post(address, **HTMX).content.decode()
    assert "2 proposals approved." in page
    assert Item.objects.filter(state=Item.State.APPROVED).count() == 2
    chosen = [str(item.uuid) for item in items[:2]]
    assert all(uuid in page for uuid in chosen)
    instructor_client.post(address, {"undo": "1", "item": chosen}, **HTMX)
    assert not Item.objects.filter(state=Item.State.APPROVED).exists()


@pytest.mark.parametrize("name", ["item-approve", "item-reject", "item-edit", "item-undo"])
def test_outsider_cannot_decide(outsider_client, article, name):
    assert act(outsider_client, name, factories.item(article)).status_code == 404


@pytest.mark.parametrize("name", ["approval-queue", "approval-bulk"])
def test_outsider_finds_no_queue(outsider_client, article, name):
    method = outsider_client.get if name == "approval-queue" else outsider_client.post
    assert method(reverse(name, args=[article.uuid])).status_code == 404


def test_learner_may_not_see_the_queue(learner_client, article):
    assert learner_client.get(reverse("approval-queue", args=[article.uuid])).status_code == 403


def test_assistant_may_not_decide(assistant_client, article):
    assert act(assistant_client, "item-approve", factories.item(article)).status_code == 403


def test_stranger_is_asked_to_sign_in(client, article):
    assert act(client, "item-approve", factories.item(article)).status_code == 302


def queries_of(client, address: str, post: bool) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert (client.post if post else client.get)(address, **HTMX).status_code == 200
    return len([query for query in captured if "SAVEPOINT" not in query["sql"]])


def test_queue_makes_few_queries_whatever_waits(instructor_client, article):
    address = reverse("approval-queue", args=[article.uuid])
    factories.item(article)
    before = queries_of(instructor_client, address, post=False)
    for _ in range(3):
        factories.item(article)
    assert queries_of(instructor_client, address, post=False) == before
    assert before <= 12
