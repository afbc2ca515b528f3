"""Entry points of the worker. A task takes the id of a run and nothing else."""

from django.utils import timezone
from django_tasks import task

from quizzes.services import runs


@task()
def run_generation(run_id: int) -> None:
    """Perform one run; safe to call again."""
    runs.perform_run(run_id, now=timezone.now())
