"""Load the demo content of `seeds/`: people, articles, proposals, approved quizzes and some attempts.

Every step looks for what it would make by its natural key (user name, join code, text, quiz of the article) and leaves
it alone when it is there, so that loading again changes nothing that people have done since.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from quizzes.models import Article, Assignment, Classroom, Decision, Enrolment, Item, Quiz, Run, User
from quizzes.services import articles, assignments, items, leases, quizzes, runs
from quizzes.services.accounts import fold_name
from quizzes.services.demo_answers import Sitting, sit
from quizzes.services.seed_files import ArticleRow, ClassroomRow, SeedError, read_articles, read_classrooms

DEMO_PASSWORD = "classroom-demo"  # noqa: S105 - known to everybody; docs/operations.md says where not to load it
DEMO_INSTRUCTOR = "instructor"
DEMO_ADMIN = "admin"
DEMO_LEARNER = "ada"
DEMO_CODE = "KELP42"

GIVEN_BEFORE = timedelta(days=3)
OPEN_FOR = timedelta(days=60)
SLOTS = 8
# The first article with approved items is practised, the next one tested. Who is not named here has not started.
SITTINGS = {
    Assignment.Mode.PRACTICE: (*map(Sitting, range(6)), Sitting(6, answers=3, handed_in=False)),
    Assignment.Mode.GRADED: (*map(Sitting, range(1, 6)), Sitting(6, answers=2, handed_in=False)),
}
TITLES = {Assignment.Mode.PRACTICE: "{}: practice", Assignment.Mode.GRADED: "{}: test"}


def load(folder: Path, *, now: datetime) -> None:
    """Bring the demo up to date with the files of `folder`; nothing is stored when a file is wrong."""
    texts, rooms = read_articles(folder), read_classrooms(folder)
    people = load_people(rooms)
    classrooms = [load_classroom(room, people) for room in rooms]
    owner = people[DEMO_INSTRUCTOR]
    modes = iter(SITTINGS)
    for row in texts:
        article = load_article(owner, row)
        generate_once(owner, article, now=now)
        if row.approved and (mode := next(modes, None)):
            approve_first(owner, article, row.approved)
            learners = [people[user_name(name)] for name in rooms[0].learners]
            give_once(owner, article, classrooms[0], learners, mode, now=now)


def user_name(name: str) -> str:
    """Return the user name of a demo learner: "ada" for Ada Brook."""
    return name.split()[0].casefold()


def load_people(rooms: Sequence[ClassroomRow]) -> dict[str, User]:
    """Make the accounts that are missing and return all by user name; a password that exists stays as it is."""
    wanted: dict[str, dict[str, Any]] = {
        DEMO_ADMIN: {"display_name": "Admin", "is_staff": True, "is_superuser": True},
        **{room.instructor: {"display_name": "Ines Okafor", "is_instructor": True, "is_staff": True} for room in rooms},
        **{user_name(name): {"display_name": name} for room in rooms for name in room.learners},
    }
    with transaction.atomic():
        known = set(User.objects.filter(username__in=wanted).values_list("username", flat=True))
        if missing := [name for name in wanted if name not in known]:
            password = make_password(DEMO_PASSWORD)  # once for all: hashing is slow on purpose
            User.objects.bulk_create(User(username=name, password=password, **wanted[name]) for name in missing)
    return {user.username: user for user in User.objects.filter(username__in=wanted)}


def load_classroom(row: ClassroomRow, people: dict[str, User]) -> Classroom:
    """Make the classroom with its code, and enrol those who are not in it."""
    members = [(people[row.instructor], Enrolment.Role.INSTRUCTOR)]
    members += [(people[user_name(name)], Enrolment.Role.LEARNER) for name in row.learners]
    with transaction.atomic():
        classroom, _ = Classroom.objects.get_or_create(code=row.code, defaults={"name": row.name})
        for member, role in members:
            Enrolment.objects.get_or_create(
                classroom=classroom,
                user=member,
                defaults={"role": role, "name": member.display_name, "name_key": fold_name(member.display_name)},
            )
    return classroom


def load_article(owner: User, row: ArticleRow) -> Article:
    """Bring the article in, unless its owner has one of that text, under whatever title."""
    known = Article.objects.filter(owner=owner, revisions__raw_text=row.raw_text).first()
    return known or articles.create_article(owner, title=row.title, raw_text=row.raw_text)


def generate_once(owner: User, article: Article, *, now: datetime) -> None:
    """Write the article's proposals in this process, not in the queue, unless a run has finished before."""
    revision = article.revisions.latest("number")
    if revision.runs.filter(state=Run.State.DONE).exists():
        return
    under_way = revision.runs.filter(state__in=leases.OPEN).first()
    run = under_way or Run.objects.create(revision=revision, requested_by=owner)
    runs.perform_run(run.pk, now=now)
    run.refresh_from_db()
    if run.is_open:
        raise SeedError(f"A worker is reading the article {article.title!r}; repeat when it is done.")


def approve_first(owner: User, article: Article, count: int) -> None:
    """Approve the best recommended proposals, unless someone has decided about the article before."""
    if Decision.objects.filter(item__article=article).exists():
        return
    with transaction.atomic():
        best = article.items.filter(recommended=True, state=Item.State.PROPOSED)[:count]
        items.approve_many(owner, items=best)
        # the weakest is turned down, so that the list of rejected items has something to show
        weakest = article.items.filter(state=Item.State.PROPOSED).last()
        if weakest:
            items.reject(owner, item=weakest, reason=Decision.Reason.TRIVIAL)


def give_once(
    owner: User,
    article: Article,
    classroom: Classroom,
    learners: Sequence[User],
    mode: Assignment.Mode,
    *,
    now: datetime,
) -> None:
    """Make a quiz of the article, give it three days ago and let learners sit, unless the article has a quiz.

    An article whose proposals have all been turned down since gets none.
    """
    if Quiz.objects.filter(owner=owner, article_revision__article=article).exists():
        return
    if not article.items.filter(state=Item.State.APPROVED).exists():
        return
    graded = mode == Assignment.Mode.GRADED
    with transaction.atomic():
        quiz = quizzes.create_quiz(owner, article=article, title=TITLES[mode].format(article.title), count=SLOTS)
        given = assignments.give_quiz(
            owner,
            quiz=quiz,
            classroom=classroom,
            mode=mode,
            opens_at=now - GIVEN_BEFORE,
            closes_at=now + OPEN_FOR if graded else None,
            attempts_allowed=1 if graded else None,
        )
        let_sit(given, learners, mode)


def let_sit(given: Assignment, learners: Sequence[User], mode: Assignment.Mode) -> None:
    """Let the learners take the quiz, a few hours apart."""
    for sitting in SITTINGS[mode]:
        if sitting.place < len(learners):
            start = given.opens_at + timedelta(hours=1 + 9 * sitting.place)
            sit(learners[sitting.place], assignment=given, sitting=sitting, start=start)
