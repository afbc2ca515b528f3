"""The rows of the load: a classroom, its learners, and a quiz about a text of made-up sentences."""

from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from quizzes.models import (
    Article,
    ArticleRevision,
    Assignment,
    Classroom,
    Enrolment,
    Evidence,
    Item,
    ItemRevision,
    Paragraph,
    Quiz,
    Slot,
    User,
)

SLOTS = 20
PARAGRAPHS = 30
PASSWORD = "a long password"  # noqa: S105 - of people who live for a minute
TO_SIGN_IN = 60
SENTENCE = (
    "Keeper {number} of the rock light wrote {figure} letters in the winter of {year}, and none of them was lost."
)


def fill(learners: int) -> dict[str, Any]:
    """Store everything and return what the learners need to know."""
    owner = User.objects.create(username="owner", is_instructor=True)
    room = Classroom.objects.create(name="Load", code="LOAD42")
    Enrolment.objects.create(classroom=room, user=owner, role=Enrolment.Role.INSTRUCTOR, name="owner", name_key="owner")
    password = make_password(PASSWORD)
    names = [f"learner{number}" for number in range(learners + TO_SIGN_IN)]
    people = User.objects.bulk_create(User(username=name, display_name=name, password=password) for name in names)
    Enrolment.objects.bulk_create(
        Enrolment(classroom=room, user=person, name=person.username, name_key=person.username) for person in people
    )
    given = Assignment.objects.create(
        quiz=_quiz(owner), classroom=room, mode=Assignment.Mode.GRADED, opens_at=timezone.now()
    )
    return {
        "assignment": str(given.uuid),
        "code": room.code,
        "password": PASSWORD,
        "to_sign_in": names[learners:],
        "sessions": [_session(person) for person in people[:learners]],
    }


def _session(person: User) -> str:
    """Sign a person in without the price of a password."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "quizzes.backends.PeopleBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def _quiz(owner: User) -> Quiz:
    """Make a quiz of multiple choice items about a text of made-up sentences."""
    facts = [SENTENCE.format(number=n, figure=n * 7, year=1850 + n) for n in range(1, PARAGRAPHS + 1)]
    article = Article.objects.create(owner=owner, title="The rock light")
    revision = ArticleRevision.objects.create(article=article, raw_text="\n\n".join(facts))
    paragraphs = Paragraph.objects.bulk_create(
        Paragraph(revision=revision, number=number, stable_id=f"p{number}", text=fact)
        for number, fact in enumerate(facts, start=1)
    )
    quiz = Quiz.objects.create(owner=owner, article_revision=revision, title="Load")
    for position, paragraph in enumerate(paragraphs[:SLOTS], start=1):
        options = [
            {"text": str(figure), "key": figure == position * 7, "rationale": "", "source": None}
            for figure in range(position * 7 - 1, position * 7 + 3)
        ]
        item = Item.objects.create(
            article=article, fingerprint=f"load{position}", kind=Item.Kind.MULTIPLE_CHOICE, state=Item.State.APPROVED
        )
        wording = ItemRevision.objects.create(
            item=item,
            article_revision=revision,
            interaction=ItemRevision.Interaction.CHOICE,
            stem=f"How many letters did keeper {position} write?",
            options=options,
            keys=[str(position * 7)],
        )
        Item.objects.filter(pk=item.pk).update(current=wording)
        Evidence.objects.create(
            item_revision=wording, paragraph=paragraph, start=0, end=len(paragraph.text), exact=paragraph.text
        )
        Slot.objects.create(quiz=quiz, position=position, item=item, item_revision=wording)
    return quiz
