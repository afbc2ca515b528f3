"""Line 3: answers are only added; the newest counts, and nothing that a learner sent is ever overwritten."""

from random import Random

import pytest

from quizzes.models import Response
from tests.contract.conftest import RIGHT, WRONG, current_of, open_page, rows_of


def test_every_answer_that_was_sent_is_still_there(learner_client, attempt):
    for choice in (WRONG, RIGHT, WRONG):
        open_page(learner_client, attempt).submit(choice=choice)
    assert [row.given["choice"] for row in rows_of(attempt)] == [WRONG, RIGHT, WRONG]
    assert current_of(attempt) == rows_of(attempt)[-1]


@pytest.mark.parametrize("seed", range(5))
def test_any_row_of_saves_and_submits_leaves_each_of_them(learner_client, attempt, seed):
    chance, sent, before = Random(seed), [], {}
    for _ in range(12):
        tab, choice = open_page(learner_client, attempt), chance.choice((0, 1, 2))
        (tab.submit if chance.random() < 0.5 else tab.autosave)(choice=choice)
        rows = rows_of(attempt)
        assert {pk: before[pk] for pk in before} == {row.pk: row.given for row in rows if row.pk in before}
        before = {row.pk: row.given for row in rows}
        sent.append(choice)
        assert current_of(attempt).given == {"choice": choice}
    kept = [row.given["choice"] for row in rows_of(attempt)]
    assert all(choice in kept for choice in sent)


def test_an_answer_that_is_taken_back_is_still_there(learner_client, attempt):
    open_page(learner_client, attempt, 2).submit(text="1974")
    open_page(learner_client, attempt, 2).submit(text="")
    assert [row.given for row in rows_of(attempt)] == [{"text": "1974"}, {}]


def test_one_key_with_two_answers_overwrites_nothing(tab, attempt):
    tab.submit(choice=WRONG)
    reply = tab.submit(choice=RIGHT)
    assert reply.status_code == 409
    assert Response.objects.get().given == {"choice": WRONG}
