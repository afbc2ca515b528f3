"""`manage.py seed`: the demo is complete, says how to sign in, and loading it again changes nothing."""

import shutil
from io import StringIO

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from quizzes.models import Article, Assignment, Attempt, Classroom, Enrolment, Item, Quiz, Response, User
from quizzes.services import seeding

SEEDS = settings.BASE_DIR / "seeds"
OWN_TABLES = list(apps.get_app_config("quizzes").get_models())


@pytest.fixture
def folder(tmp_path):
    """The demo with one of its articles, so that a test takes a moment only."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    small = tmp_path / "seeds"
    lines = (small / "articles.csv").read_text().splitlines(keepends=True)
    (small / "articles.csv").write_text("".join(lines[:2]))
    return small


def seed(folder, **options) -> str:
    out = StringIO()
    call_command("seed", folder=folder, stdout=out, **options)
    return out.getvalue()


def rows() -> dict[str, list[dict]]:
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in OWN_TABLES}


@pytest.mark.django_db
def test_starter_content_gives_every_screen_something_to_show():
    seed(SEEDS)

    assert Article.objects.count() == 6
    assert {"matching", "ordering", "locate"} <= {item.kind for item in Item.objects.all()}
    assert all(article.items.exists() for article in Article.objects.all())
    assert {assignment.mode for assignment in Assignment.objects.all()} == {"practice", "graded"}
    assert {item.state for item in Item.objects.all()} == {"proposed", "approved", "rejected"}
    assert {attempt.state for attempt in Attempt.objects.all()} == {"open", "finished"}
    assert Response.objects.filter(fraction=1).exists()
    assert Response.objects.filter(fraction=0).exists()


@pytest.mark.django_db
def test_loading_again_changes_nothing(folder):
    seed(folder)
    before = rows()

    seed(folder)

    assert rows() == before


@pytest.mark.django_db
def test_loading_again_keeps_what_people_did(folder):
    seed(folder)
    instructor = User.objects.get(username="instructor")
    instructor.set_password("a password of my own")
    instructor.save()
    Classroom.objects.filter(code=seeding.DEMO_CODE).update(name="Renamed")

    seed(folder)

    assert authenticate(username="instructor", password="a password of my own") == instructor
    assert Classroom.objects.get(code=seeding.DEMO_CODE).name == "Renamed"


@pytest.mark.django_db
def test_one_learner_has_not_started_and_one_is_under_way(folder):
    seed(folder)

    assignment = Assignment.objects.get()
    learners = assignment.classroom.enrolments.filter(role=Enrolment.Role.LEARNER)
    started = assignment.attempts.values("learner")
    assert learners.exclude(user__in=started).count() == 1
    assert assignment.attempts.get(state=Attempt.State.OPEN).slots.filter(responses__isnull=True).exists()
    assert assignment.attempts.filter(state=Attempt.State.FINISHED, slots__responses__isnull=True).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", [seeding.DEMO_INSTRUCTOR, seeding.DEMO_ADMIN, seeding.DEMO_LEARNER])
def test_summary_names_a_sign_in_that_works(folder, name):
    summary = seed(folder)

    assert name in summary
    assert seeding.DEMO_PASSWORD in summary
    assert authenticate(username=name, password=seeding.DEMO_PASSWORD)


@pytest.mark.django_db
def test_instructor_and_admin_may_use_the_admin_panel(folder):
    seed(folder)

    assert set(User.objects.filter(is_staff=True).values_list("username", flat=True)) == {"admin", "instructor"}
    assert User.objects.get(is_superuser=True).username == "admin"


@pytest.mark.django_db
def test_quiet_seeding_says_nothing(folder):
    assert seed(folder, verbosity=0) == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("file", "text", "sentence"),
    [
        ("articles.csv", "file,title\na.txt,A\n", "line 1: the column approved is missing"),
        ("articles.csv", "file,title,approved\nnone.txt,A,0\n", "line 2: there is no file"),
        ("articles.csv", "file,title,approved\nsea-otters.txt,A,few\n", "line 2: approved is 'few'"),
        ("classrooms.csv", "name,code,instructor,learners\nA,B,,D\n", "line 2: instructor is empty"),
    ],
)
def test_wrong_file_is_refused_in_one_sentence_and_nothing_is_stored(folder, file, text, sentence):
    (folder / file).write_text(text)

    with pytest.raises(CommandError, match=sentence) as refused:
        seed(folder)

    assert refused.value.returncode == 2
    assert not User.objects.exists()


@pytest.mark.django_db
def test_missing_folder_is_refused(tmp_path):
    with pytest.raises(CommandError, match="There is no file"):
        seed(tmp_path)


@pytest.mark.django_db
def test_renamed_article_is_not_brought_in_twice(folder):
    seed(folder)
    Article.objects.update(title="My own title")

    seed(folder)

    assert Article.objects.get().title == "My own title"


@pytest.mark.django_db
def test_quiz_that_was_deleted_with_every_item_turned_down_stays_away(folder):
    seed(folder)
    Attempt.objects.all().delete()
    Assignment.objects.all().delete()
    Quiz.objects.all().delete()
    Item.objects.update(state=Item.State.REJECTED)

    seed(folder)

    assert not Quiz.objects.exists()
