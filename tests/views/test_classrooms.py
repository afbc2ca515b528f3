"""Classrooms: who reads them, who changes them, and what stands in them."""

import pytest
from django.urls import reverse

from quizzes.models import Attempt, Classroom, Enrolment
from tests import factories
from tests.views.pages import MOST_QUERIES, html_of, query_count, words_of

LISTING = reverse("classroom-list")
NEW = reverse("classroom-create")


@pytest.fixture
def address(classroom):
    return reverse("classroom-show", args=[classroom.uuid])


@pytest.fixture
def change(classroom):
    return reverse("classroom-change", args=[classroom.uuid])


# the list


@pytest.mark.parametrize("persona", ["instructor_client", "assistant_client"])
def test_staff_see_their_classrooms(request, persona, classroom, learner, address):
    response = request.getfixturevalue(persona).get(LISTING)
    assert address in html_of(response)
    assert "1 learner 0 quizzes given" in words_of(response)


def test_an_outsider_sees_none(outsider_client, classroom, address):
    response = outsider_client.get(LISTING)
    assert address not in html_of(response)
    assert "There is no classroom yet" in words_of(response)


def test_a_learner_is_refused_the_list(learner_client):
    assert learner_client.get(LISTING).status_code == 403


@pytest.mark.parametrize("address", [LISTING, NEW])
def test_stranger_is_asked_to_sign_in(client, db, address):
    assert client.get(address).url == f"{reverse('sign-in')}?next={address}"


# a new one


def test_new_classroom_has_a_code_and_its_instructor(outsider_client, outsider):
    response = outsider_client.post(NEW, {"name": " Geography 9 "}, follow=True)
    made = Classroom.objects.get()
    assert response.redirect_chain == [(reverse("classroom-show", args=[made.uuid]), 302)]
    assert made.name == "Geography 9"
    assert made.code
    assert made.enrolments.get(user=outsider).role == Enrolment.Role.INSTRUCTOR


def test_form_for_a_new_classroom_shows(instructor_client):
    assert "Make the classroom" in words_of(instructor_client.get(NEW))


def test_new_classroom_without_a_name_is_refused(outsider_client):
    response = outsider_client.post(NEW, {"name": "  "})
    assert response.status_code == 422
    assert "The classroom was not made" in words_of(response)
    assert not Classroom.objects.exists()


@pytest.mark.parametrize("persona", ["learner_client", "assistant_client"])
def test_only_instructors_make_classrooms(request, persona, classroom):
    assert request.getfixturevalue(persona).post(NEW, {"name": "Mine"}).status_code == 403
    assert Classroom.objects.count() == 1


# one classroom


def test_instructor_sees_members_code_and_progress(instructor_client, instructor, classroom, learner, address):
    given = factories.assignment(classroom, factories.quiz(instructor))
    factories.attempt(given, learner, 1, state=Attempt.State.FINISHED)
    factories.attempt(given, learner, 2)
    factories.learner(classroom)
    response = instructor_client.get(address)
    words = words_of(response)
    assert "2 learners 1 quiz given" in words
    assert "1 began, 1 finished" in words
    assert f"{learner} under way" in words
    assert "not started" in words
    assert f"/join/?code={classroom.code}" in html_of(response)


def test_handed_in_shows_beside_the_learner(instructor_client, instructor, classroom, learner, address):
    given = factories.assignment(classroom, factories.quiz(instructor))
    factories.attempt(given, learner, state=Attempt.State.FINISHED)
    assert f"{learner} handed in" in words_of(instructor_client.get(address))


def test_assistant_reads_but_is_offered_no_change(assistant_client, address, change):
    response = assistant_client.get(address)
    assert response.status_code == 200
    assert change not in html_of(response)


def test_closed_classroom_says_so(instructor_client, classroom, address):
    classroom.open_to_join = False
    classroom.save()
    assert "Nobody can join now." in words_of(instructor_client.get(address))


@pytest.mark.parametrize("persona", ["learner_client", "outsider_client"])
def test_others_find_nothing(request, persona, address):
    assert request.getfixturevalue(persona).get(address).status_code == 404


def test_stranger_is_sent_to_sign_in_first(client, address):
    assert client.get(address).status_code == 302


# changes


def test_instructor_renames_and_closes(instructor_client, classroom, change, address):
    response = instructor_client.post(change, {"name": "Geography 9B"}, follow=True)
    assert response.redirect_chain == [(address, 302)]
    assert "Saved." in words_of(response)
    classroom.refresh_from_db()
    assert (classroom.name, classroom.open_to_join) == ("Geography 9B", False)


def test_instructor_opens_again(instructor_client, classroom, change):
    Classroom.objects.update(open_to_join=False)
    instructor_client.post(change, {"name": classroom.name, "open_to_join": "on"})
    classroom.refresh_from_db()
    assert classroom.open_to_join


def test_new_code_replaces_the_old_one(instructor_client, classroom, change):
    before = classroom.code
    response = instructor_client.post(change, {"name": "ignored", "new_code": "1"}, follow=True)
    assert "The old one no longer works" in words_of(response)
    classroom.refresh_from_db()
    assert classroom.code != before
    assert classroom.name == "Geography 8B"


def test_empty_name_is_refused(instructor_client, classroom, change):
    response = instructor_client.post(change, {"name": ""}, follow=True)
    assert "Nothing was changed" in words_of(response)
    classroom.refresh_from_db()
    assert classroom.open_to_join


@pytest.mark.parametrize("persona", ["assistant_client", "learner_client", "outsider_client"])
@pytest.mark.parametrize("sent", [{"name": "Mine"}, {"new_code": "1"}])
def test_only_its_instructor_changes_a_classroom(request, persona, classroom, change, sent):
    before = (classroom.name, classroom.code, classroom.open_to_join)
    assert request.getfixturevalue(persona).post(change, sent).status_code == 404
    classroom.refresh_from_db()
    assert (classroom.name, classroom.code, classroom.open_to_join) == before


def test_stranger_changes_nothing(client, classroom, change):
    assert client.post(change, {"name": "Mine"}).status_code == 302
    classroom.refresh_from_db()
    assert classroom.name == "Geography 8B"


def test_change_by_a_link_is_refused(instructor_client, change):
    assert instructor_client.get(change).status_code == 405


# what the pages cost


def test_list_costs_the_same_for_any_number_of_classrooms(instructor_client, instructor, classroom):
    one = query_count(instructor_client, LISTING)
    for _ in range(2):
        factories.learner(factories.classroom(instructor))
    assert query_count(instructor_client, LISTING) == one <= MOST_QUERIES


@pytest.mark.parametrize("persona", ["instructor_client", "assistant_client"])
def test_page_costs_the_same_for_any_number_of_rows(request, persona, instructor, classroom, address):
    client = request.getfixturevalue(persona)
    costs = []
    for rows in (1, 2):  # one row, then three
        for _ in range(rows):
            given = factories.assignment(classroom, factories.quiz(instructor))
            factories.attempt(given, factories.learner(classroom))
        costs.append(query_count(client, address))
    assert costs[0] == costs[1] <= MOST_QUERIES
