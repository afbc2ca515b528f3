"""Every table has a list and a page; an instructor who is staff finds there only what is theirs."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quizzes.models import Decision, Enrolment, ExtraTime, Item, MarkChange, Proof, Response, Run, TextImport, User
from tests import factories

MODELS = sorted(apps.get_app_config("quizzes").get_models(), key=lambda model: model.__name__)
EVERY_MODEL = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def fill(owner: User) -> None:
    """Give an instructor one row or more in every table."""
    article = factories.article(owner)
    revision = article.revisions.get()
    run = Run.objects.create(revision=revision, requested_by=owner, state=Run.State.DONE)
    factories.refused_draft(run)
    factories.draft(article)
    TextImport.objects.create(requested_by=owner, source="text", source_name="vell.txt", data=b"Vell")
    room = factories.classroom(owner)
    member = factories.learner(room)
    quiz = factories.quiz(owner, source=article)
    given = factories.assignment(room, quiz)
    attempt = factories.attempt(given, member)
    response = Response.objects.create(
        attempt_slot=attempt.slots.first(),
        idempotency_key="a",
        sequence=1,
        given={"choice": 0},
        fraction=1,
        mark=1,
        created_at=factories.NOW,
    )
    MarkChange.objects.create(
        response=response, actor=owner, cause="manual", new_fraction=0, new_mark=0, created_at=factories.NOW
    )
    ExtraTime.objects.create(assignment=given, learner=member, minutes=5, given_by=owner, given_at=factories.NOW)
    Proof.objects.create(
        attempt_slot=response.attempt_slot,
        paragraph=revision.paragraphs.first(),
        start=0,
        end=3,
        fraction=1,
        idempotency_key="a",
        created_at=factories.NOW,
    )
    item = Item.objects.filter(article=article).first()
    Decision.objects.create(
        item=item, item_revision=item.current, actor=owner, action="approve", state_before=Item.State.PROPOSED
    )


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="quizzes.backends.PeopleBackend")
    return client


@pytest.fixture
def operator_client(db) -> Client:
    return signed_in(factories.user(is_staff=True, is_superuser=True))


@pytest.fixture
def staff(db) -> User:
    return factories.instructor(is_staff=True)


def list_address(model) -> str:
    return reverse(f"admin:quizzes_{model._meta.model_name}_changelist")


def page_address(row) -> str:
    return reverse(f"admin:quizzes_{row._meta.model_name}_change", args=[row.pk])


@EVERY_MODEL
def test_every_model_has_a_list_with_search_and_filters(model, operator_client, staff):
    fill(staff)

    assert operator_client.get(list_address(model), {"q": "a"}).status_code == 200
    assert admin.site._registry[model].search_fields
    assert admin.site._registry[model].list_filter


@EVERY_MODEL
def test_an_operator_opens_every_row(model, operator_client, staff):
    fill(staff)

    assert operator_client.get(page_address(model._default_manager.first())).status_code == 200


@EVERY_MODEL
def test_an_instructor_sees_their_own_rows_only(model, staff, outsider):
    fill(outsider)
    theirs = set(model._default_manager.values_list("pk", flat=True))
    fill(staff)
    found = signed_in(staff).get(list_address(model)).context["cl"].queryset

    assert set(found.values_list("pk", flat=True)) == set(
        model._default_manager.exclude(pk__in=theirs - {staff.pk} if model is User else theirs).values_list(
            "pk", flat=True
        )
    )


@EVERY_MODEL
def test_an_instructor_opens_their_own_rows(model, staff):
    fill(staff)

    assert signed_in(staff).get(page_address(model._default_manager.first())).status_code == 200


@EVERY_MODEL
def test_an_instructor_cannot_open_what_is_another_s(model, staff, outsider):
    fill(outsider)
    row = model._default_manager.exclude(pk=staff.pk).first() if model is User else model._default_manager.first()

    assert signed_in(staff).get(page_address(row)).status_code == 302


@EVERY_MODEL
def test_nobody_deletes_rows_here(model, operator_client, staff):
    fill(staff)
    row = model._default_manager.first()
    address = reverse(f"admin:quizzes_{row._meta.model_name}_delete", args=[row.pk])

    assert operator_client.post(address, {"post": "yes"}).status_code == 403


@EVERY_MODEL
def test_a_list_costs_the_same_with_more_rows(model, operator_client, staff):
    fill(staff)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            operator_client.get(list_address(model))
        counts.append(len(queries))
        fill(staff)
        fill(staff)

    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_someone_who_is_staff_but_no_instructor_finds_nothing(db):
    client = signed_in(factories.user(is_staff=True))

    assert client.get(list_address(Item)).status_code == 403


def test_an_instructor_who_is_not_staff_is_sent_away(instructor_client):
    assert instructor_client.get(list_address(Item)).status_code == 302


def test_a_member_becomes_an_assistant(staff):
    room = factories.classroom(staff)
    enrolment = factories.enrol(room, factories.user())
    answer = signed_in(staff).post(page_address(enrolment), {"role": Enrolment.Role.ASSISTANT})

    enrolment.refresh_from_db()
    assert answer.status_code == 302
    assert enrolment.role == Enrolment.Role.ASSISTANT


def test_the_last_instructor_stays_one(staff):
    enrolment = factories.classroom(staff).enrolments.get()
    answer = signed_in(staff).post(page_address(enrolment), {"role": Enrolment.Role.LEARNER})

    assert "needs an instructor" in answer.content.decode()
    enrolment.refresh_from_db()
    assert enrolment.role == Enrolment.Role.INSTRUCTOR


def test_one_of_two_instructors_may_step_back(staff, outsider):
    room = factories.classroom(staff)
    factories.enrol(room, outsider, Enrolment.Role.INSTRUCTOR)
    own = room.enrolments.get(user=staff)
    signed_in(staff).post(page_address(own), {"role": Enrolment.Role.ASSISTANT})

    own.refresh_from_db()
    assert own.role == Enrolment.Role.ASSISTANT


def test_an_enrolment_can_be_made_only_for_one_s_own_classroom(staff, outsider):
    room = factories.classroom(outsider)
    fields = {"classroom": room.pk, "user": staff.pk, "name": "Mo", "role": Enrolment.Role.INSTRUCTOR}
    answer = signed_in(staff).post(reverse("admin:quizzes_enrolment_add"), fields)

    assert answer.status_code == 200
    assert "classroom" in answer.context["adminform"].form.errors
    assert not room.enrolments.filter(user=staff).exists()


def test_a_name_that_is_taken_is_refused(operator_client, instructor, outsider):
    room = factories.classroom(instructor)
    fields = {"classroom": room.pk, "user": outsider.pk, "name": str(instructor).upper(), "role": "assistant"}
    answer = operator_client.post(reverse("admin:quizzes_enrolment_add"), fields)

    assert "has this name" in answer.content.decode()


def test_an_operator_makes_an_instructor(operator_client):
    fields = {
        "username": "ines",
        "usable_password": "true",
        "password1": "a long password",
        "password2": "a long password",
        "display_name": "Ines",
        "is_instructor": "on",
    }
    answer = operator_client.post(reverse("admin:quizzes_user_add"), fields)

    assert answer.status_code == 302
    assert User.objects.get(username="ines").is_instructor
