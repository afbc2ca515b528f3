"""`manage.py seed`: the demo classroom, so that every screen has something to show."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from quizzes.models import Article, Attempt, Classroom, Item, Quiz, User
from quizzes.services import seeding
from quizzes.services.seed_files import SeedError

COUNTED = (User, Classroom, Article, Item, Quiz, Attempt)


class Command(BaseCommand):
    help = "Load the demo: people, articles, approved quizzes and some attempts. Safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        folder = settings.BASE_DIR / "seeds"
        parser.add_argument("--folder", type=Path, default=folder, help="where the demo content is (seeds)")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            seeding.load(options["folder"], now=timezone.now())
        except SeedError as error:
            raise CommandError(str(error), returncode=2) from error
        if options["verbosity"]:
            self.stdout.write(summary())


def summary() -> str:
    """Return what the installation holds now and how to sign in to the demo."""
    counts = ", ".join(f"{model.objects.count()} {model._meta.verbose_name_plural}" for model in COUNTED)
    names = (seeding.DEMO_INSTRUCTOR, seeding.DEMO_ADMIN, seeding.DEMO_LEARNER)
    return (
        f"The demo is loaded: {counts}.\n"
        f"Sign in as {', '.join(names[:-1])} or {names[-1]} (a learner); the password is {seeding.DEMO_PASSWORD}.\n"
        f"New learners join the first classroom with the code {seeding.DEMO_CODE}."
    )
