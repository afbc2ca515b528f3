"""Approval of the kinds that pair, order, locate and insert: shown readably, edited, refused in a sentence."""

import pytest
from django.urls import reverse

from quizzes.models import Item
from tests import factories
from tests.views.pages import MOST_QUERIES, html_of, query_count, words_of

MAKERS = [
    factories.match_item,
    factories.order_item,
    factories.locate_item,
    factories.insertion_item,
    factories.missing_item,
]


@pytest.fixture
def article(instructor):
    return factories.long_article(instructor)


def sent(item, **changes):
    """What the edit form of a match or order sends: its wording with some fields changed."""
    wording = item.current
    texts = [option["text"] for option in wording.options]
    data = {"stem": wording.stem, "explanation": wording.explanation}
    data |= {f"option_{at}": text for at, text in enumerate(texts)}
    data |= {f"match_{at}": texts.index(prompt["match"]) for at, prompt in enumerate(wording.prompts or [])}
    return data | changes


def edit(client, item, **changes):
    reply = client.post(reverse("item-edit", args=[item.uuid]), sent(item, **changes))
    item.refresh_from_db()
    return reply


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (factories.match_item, "Ada Lind mayor par. 4 : Paragraph 4 calls Ada Lind the mayor."),
        (factories.match_item, "Options that are left over cook"),
        (factories.order_item, "The harbour was closed. par. 5"),
        (factories.locate_item, "Sentence 2 Bo Ek was the harbour master for nine years. Key"),
        (factories.insertion_item, "A lighthouse stood on the outer rock. Between sentences 1 and 2 Key Sentence 2"),
        (factories.missing_item, "outer rock. blank The cable broke"),
        (factories.missing_item, "It was lit with oil until the cable came. Key"),
    ],
)
def test_a_proposal_is_shown_with_its_pairs_or_paragraph(instructor_client, article, make, said):
    make(article)
    page = instructor_client.get(reverse("approval-queue", args=[article.uuid]))
    assert said in words_of(page)
    assert '<mark class="evidence"' in html_of(page)


@pytest.mark.parametrize("make", MAKERS)
def test_the_queue_shows_one_kind_at_few_queries(instructor_client, article, make):
    one = make(article)
    factories.item(article)
    address = reverse("approval-queue", args=[article.uuid]) + f"?kind={one.kind}"
    assert one.current.stem in html_of(instructor_client.get(address))
    assert query_count(instructor_client, address) <= MOST_QUERIES


@pytest.mark.parametrize("make", MAKERS)
def test_saving_the_same_wording_makes_no_revision(instructor_client, article, make):
    one = make(article)
    assert edit(instructor_client, one).status_code == 302
    assert one.revisions.count() == 1


def test_other_pairs_make_the_next_revision(instructor_client, article):
    one = factories.match_item(article)
    before = one.current.options
    edit(instructor_client, one, match_0="3", option_3="mayor of old")
    new = one.current
    assert new.number == 2
    assert new.keys == ["Ada Lind – mayor of old; Bo Ek – harbour master; Cy Dahl – pilot"]
    assert [prompt["match"] for prompt in new.prompts] == ["mayor of old", "harbour master", "pilot"]
    assert [option["key"] for option in new.options] == [True, False, True, True]
    assert new.options[0] == before[0]
    assert new.options[1]["rationale"] == ""
    assert new.evidence.count() == 1


def test_another_order_makes_the_next_revision(instructor_client, article):
    one = factories.order_item(article)
    edit(instructor_client, one, match_0="0", match_1="2")
    assert one.current.keys == ["The town sold its boats. → The harbour was closed. → The new pier was opened."]


def test_the_words_of_a_locate_change_and_its_key_stays(instructor_client, article):
    one = factories.locate_item(article)
    edit(instructor_client, one, stem="Which sentence names the harbour master?", key="0", option_1="Second")
    assert one.current.number == 2
    assert one.current.keys == ["Sentence 2"]
    assert one.current.options[1]["source"] is not None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"stem": " "}, "A question needs words."),
        ({"option_1": " "}, "Option B has no words. Write it."),
        ({"option_1": "Pilot"}, "Two options are the same."),
        ({"match_0": "2"}, "Option C is taken more than once."),
        ({"match_0": ""}, "“Ada Lind” has no option. Choose one."),
        ({"match_0": "9"}, "“Ada Lind” needs one of the options shown."),
    ],
)
def test_a_faulty_wording_is_refused(instructor_client, article, changes, said):
    one = factories.match_item(article)
    reply = edit(instructor_client, one, **changes)
    assert reply.status_code == 422
    assert said in html_of(reply)
    assert one.revisions.count() == 1


def test_the_form_asks_for_every_kind(instructor_client, article):
    page = html_of(instructor_client.get(reverse("article-show", args=[article.uuid])))
    assert all(f'value="{kind}"' in page for kind in Item.Kind.values)
