"""Entry points of the worker. A task takes the id of a run or an import and nothing else."""

from django.utils import timezone
from django_tasks import task

from quizzes.services import imports, runs


@task()
def run_generation(run_id: int) -> None:
    """Perform one run; safe to call again."""
    runs.perform_run(run_id, now=timezone.now())


@task()
def run_import(import_id: int) -> None:
    """Perform one import; safe to call again."""
    imports.perform_import(import_id, now=timezone.now())
