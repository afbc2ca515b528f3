"""Rows for tests, one function a noun; each makes what it needs and says only what matters."""

from datetime import UTC, datetime
from itertools import count

from quizzes.models import (
    Article,
    ArticleRevision,
    Assignment,
    Attempt,
    AttemptSlot,
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

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
TEXT = (
    "The harbour at Vell was closed in 1974 after a storm.",
    "Some 400 boats had used it every summer. The town lost 90 jobs.",
    "Mayor Ada Lind said the new pier would open in 2031.",
)
_numbers = count(1)


def user(username: str = "", **fields) -> User:
    name = username or f"user{next(_numbers)}"
    return User.objects.create_user(username=name, password="a long password", **fields)


def instructor(username: str = "", **fields) -> User:
    return user(username or f"instructor{next(_numbers)}", is_instructor=True, **fields)


def classroom(owner: User, name: str = "Geography 8B") -> Classroom:
    room = Classroom.objects.create(name=name, code=f"KELP{next(_numbers)}")
    enrol(room, owner, Enrolment.Role.INSTRUCTOR)
    return room


def enrol(room: Classroom, member: User, role: str = Enrolment.Role.LEARNER) -> Enrolment:
    name = member.display_name or member.username
    return Enrolment.objects.create(classroom=room, user=member, role=role, name=name, name_key=name.casefold())


def learner(room: Classroom, username: str = "") -> User:
    member = user(username)
    enrol(room, member)
    return member


def assistant(room: Classroom, username: str = "") -> User:
    member = user(username)
    enrol(room, member, Enrolment.Role.ASSISTANT)
    return member


def article(owner: User, paragraphs: tuple[str, ...] = TEXT, title: str = "The harbour of Vell") -> Article:
    made = Article.objects.create(owner=owner, title=title)
    revision = ArticleRevision.objects.create(article=made, number=1, raw_text="\n\n".join(paragraphs), words=30)
    for number, text in enumerate(paragraphs, start=1):
        Paragraph.objects.create(revision=revision, number=number, stable_id=f"p{number}", text=text)
    return made


def item(
    source: Article, *, state: str = Item.State.PROPOSED, kind: str = Item.Kind.MULTIPLE_CHOICE, **wording
) -> Item:
    revision = source.revisions.latest("number")
    paragraph = revision.paragraphs.get(number=wording.pop("paragraph", 1))
    made = Item.objects.create(article=source, fingerprint=f"f{next(_numbers)}", kind=kind, state=state, score=0.8)
    typed = kind == Item.Kind.SHORT_ANSWER
    defaults = {
        "stem": "In what year was the harbour at Vell closed?",
        "interaction": "text_entry" if typed else "choice",
        "options": None
        if typed
        else [
            {"text": "1974", "key": True, "rationale": "Paragraph 1 says so.", "source": None},
            {"text": "1979", "key": False, "rationale": "The article does not name this year.", "source": None},
            {
                "text": "2031",
                "key": False,
                "rationale": "2031 is when the new pier would open (paragraph 3).",
                "source": {"paragraph": 3, "start": 47, "end": 51},
            },
        ],
        "keys": ["1974"],
        "explanation": "The harbour was closed in 1974 after a storm (paragraph 1).",
        "fact": "The harbour at Vell was closed in 1974.",
    }
    made.current = ItemRevision.objects.create(item=made, article_revision=revision, **(defaults | wording))
    made.save()
    Evidence.objects.create(
        item_revision=made.current, paragraph=paragraph, start=0, end=len(paragraph.text), exact=paragraph.text
    )
    return made


def quiz(owner: User, items: int = 2, source: Article | None = None) -> Quiz:
    source = source or article(owner)
    made = Quiz.objects.create(owner=owner, article_revision=source.revisions.latest("number"), title=source.title)
    for position in range(1, items + 1):
        kind = Item.Kind.SHORT_ANSWER if position % 2 == 0 else Item.Kind.MULTIPLE_CHOICE
        one = item(source, state=Item.State.APPROVED, kind=kind)
        Slot.objects.create(quiz=made, position=position, item=one, item_revision=one.current)
    return made


def assignment(room: Classroom, given: Quiz, mode: str = Assignment.Mode.PRACTICE, **fields) -> Assignment:
    return Assignment.objects.create(classroom=room, quiz=given, mode=mode, opens_at=NOW, **fields)


def attempt(given: Assignment, member: User, number: int = 1, **fields) -> Attempt:
    made = Attempt.objects.create(
        assignment=given,
        learner=member,
        number=number,
        mode=given.mode,
        article_revision=given.quiz.article_revision,
        started_at=NOW,
        **fields,
    )
    for slot in given.quiz.slots.all():
        options = slot.item_revision.options
        AttemptSlot.objects.create(
            attempt=made,
            slot=slot,
            position=slot.position,
            item_revision=slot.item_revision,
            option_order=list(range(len(options))) if options else [],
        )
    return made
