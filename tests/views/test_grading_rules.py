"""The rules of grading in the item editor: switched, tried out, and shown with the key."""

import pytest
from django.urls import reverse

from quizzes.models import ItemRevision
from tests import factories
from tests.views.pages import HTMX, html_of, words_of


@pytest.fixture
def source(instructor):
    texts = (*factories.TEXT, "Lindberg met Lindborg at the pier.")
    return factories.article(instructor, texts)


@pytest.fixture
def item(source):
    return factories.item(source, kind="short_answer", stem="Who met Lindborg?", keys=["Lindberg", "Ada Lindberg"])


@pytest.fixture
def cloze(source):
    stem = "The harbour at _____ was closed in 1974."
    return factories.item(source, kind="cloze", interaction="text_entry", options=None, stem=stem, keys=["Vell"])


def address(item):
    return reverse("item-edit", args=[item.uuid])


def form_of(item, *, off=(), **fields):
    """The form as a browser sends it."""
    rules = "case accents articles numbers dates extras aliases plurals typos".split()
    ticked = {f"rule_{rule}": "on" for rule in rules if rule not in off}
    wording = {"stem": item.current.stem, "keys": "\n".join(item.current.keys), "explanation": "Because."}
    return wording | {"rules_shown": "1"} | ticked | fields


def newest(item) -> ItemRevision:
    item.refresh_from_db()
    return item.current


def test_every_rule_has_a_box_with_an_example(instructor_client, item):
    html = html_of(instructor_client.get(address(item)))
    assert html.count('type="checkbox" name="rule_') == 9
    assert html.count(" checked>") >= 9
    assert "forty thousand for 40,000" in html


def test_a_choice_has_no_rules(instructor_client, source):
    assert "rules_shown" not in html_of(instructor_client.get(address(factories.item(source))))


def test_a_rule_is_switched_off_in_the_next_wording(instructor_client, item):
    instructor_client.post(address(item), form_of(item, off=("case", "typos"), save="1"))
    assert newest(item).number == 2
    assert newest(item).grading == {"case": False, "typos": False, "lookalikes": ["lindborg"]}
    queue = reverse("approval-queue", args=[item.article.uuid]) + f"?item={item.uuid}"
    assert "Not forgiven here: Capital letters, Small slips in long words." in words_of(instructor_client.get(queue))
    assert html_of(instructor_client.get(address(item))).count(" checked>") >= 7


def test_it_is_switched_on_again(instructor_client, item):
    instructor_client.post(address(item), form_of(item, off=("case",), save="1"))
    instructor_client.post(address(item), form_of(item, save="1"))
    assert newest(item).grading == {"lookalikes": ["lindborg"]}


def test_a_form_without_the_boxes_leaves_the_rules(instructor_client, item):
    instructor_client.post(address(item), form_of(item, off=("case",), save="1"))
    instructor_client.post(address(item), {"stem": "Who?", "keys": "Lindberg", "explanation": "", "save": "1"})
    assert newest(item).grading["case"] is False


def test_nothing_changed_makes_no_wording(instructor_client, item):
    instructor_client.post(address(item), form_of(item, explanation=item.current.explanation, save="1"))
    assert newest(item).number == 1


@pytest.mark.parametrize(
    ("answer", "off", "said"),
    [
        ("Lindberg", (), "Right. No rule is needed."),
        ("ada lindberg", (), "Right. Accepted by: Capital letters, Other accepted answers."),
        ("Lindbrg", (), "Accepted by: Small slips in long words. The learner is told to check the spelling."),
        ("lindberg", ("case",), "Not right. No rule that is switched on accepts it."),
        ("", (), "Not right."),
        ("x" * 900, (), "Not right."),
    ],
)
def test_an_answer_is_tried_without_saving(instructor_client, item, answer, off, said):
    sent = form_of(item, off=off, **{"try": "1", "try_answer": answer})
    response = instructor_client.post(address(item), sent, headers=HTMX)
    assert response.status_code == 200
    assert said in words_of(response)
    assert newest(item).number == 1


def test_trying_keeps_what_was_typed_in_the_form(instructor_client, item):
    html = html_of(
        instructor_client.post(address(item), form_of(item, stem="New words?", off=("case",)) | {"try": "1"})
    )
    assert "New words?" in html
    assert 'name="rule_case"> ' in html


def test_a_faulty_wording_is_corrected_before_trying(instructor_client, item):
    response = instructor_client.post(address(item), form_of(item, keys="", **{"try": "1", "try_answer": "x"}))
    assert response.status_code == 422
    assert "correct the wording first" in words_of(response)


def test_several_gaps_have_a_line_each(instructor_client, cloze):
    stem = "The harbour at _____ was closed in _____."
    sent = form_of(cloze, stem=stem, keys="Vell |  Port Vell\n1974", save="1")
    instructor_client.post(address(cloze), sent)
    wording = newest(cloze)
    assert [prompt["match"] for prompt in wording.prompts] == ["Vell|Port Vell", "1974"]
    assert wording.keys == ["Vell; 1974"]
    html = html_of(instructor_client.get(address(cloze)))
    assert "Vell | Port Vell\n1974</textarea>" in html
    queue = reverse("approval-queue", args=[cloze.article.uuid]) + f"?item={cloze.uuid}"
    assert "Vell Gap 1 Also right: Port Vell" in words_of(instructor_client.get(queue))


def test_several_gaps_are_tried_together(instructor_client, cloze):
    sent = form_of(cloze, stem="At _____ in _____.", keys="Vell\n1974", **{"try": "1", "try_answer": "vell | 1975"})
    assert "Partly right: 50 %." in words_of(instructor_client.post(address(cloze), sent))


def test_one_gap_again_makes_a_plain_cloze(instructor_client, cloze):
    instructor_client.post(address(cloze), form_of(cloze, stem="At _____ in _____.", keys="Vell\n1974", save="1"))
    instructor_client.post(address(cloze), form_of(cloze, stem="At _____ in 1974.", keys="Vell", save="1"))
    assert (newest(cloze).prompts, newest(cloze).keys) == (None, ["Vell"])


@pytest.mark.parametrize(
    ("stem", "keys", "said"),
    [
        ("At _____ in _____.", "Vell", "The question has 2 gaps and there are 1 lines of answers."),
        ("At _____ in _____.", "Vell\n1974\nmore", "The question has 2 gaps and there are 3 lines"),
        ("At _____ in _____.", "Vell\n|", "A gap has no answer."),
        ("No gap.", "Vell", "has 1 to 8 gaps"),
        ("_____ " * 9, "Vell", "has 1 to 8 gaps"),
    ],
)
def test_gaps_without_their_lines_are_refused(instructor_client, cloze, stem, keys, said):
    response = instructor_client.post(address(cloze), form_of(cloze, stem=stem, keys=keys, save="1"))
    assert response.status_code == 422
    assert said in words_of(response)
    assert newest(cloze).number == 1
