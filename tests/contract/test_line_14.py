"""Line 14: every total that anybody is shown comes from one function."""

import ast
from decimal import Decimal
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

import quizzes
from quizzes.models import AttemptSlot
from quizzes.queries.reports import report_on
from quizzes.queries.scores import score_of
from quizzes.queries.start import quizzes_to_take
from quizzes.services import attempts
from tests.contract.conftest import RIGHT
from tests.views.pages import words_of

ONE_PLACE = Path("queries/scores.py")


@pytest.fixture
def finished(tab, attempt, learner):
    AttemptSlot.objects.filter(attempt=attempt, position=1).update(maximum_mark="2.50")
    tab.submit(choice=RIGHT)
    return attempts.hand_in(learner, attempt=attempt, now=timezone.now())


def test_learner_and_staff_see_one_total(finished, learner, learner_client, assistant_client, instructor_client):
    total = score_of(finished)
    assert (total.mark, total.maximum) == (Decimal("2.5"), Decimal("4.5"))
    result = reverse("attempt-result", args=[finished.uuid])
    assert "2.5 of 4.5 marks" in words_of(learner_client.get(result))
    assert "2.5 of 4.5 marks" in words_of(assistant_client.get(result))
    report = reverse("assignment-show", args=[finished.assignment.uuid])
    assert f"{learner} 2.5 of 4.5" in words_of(instructor_client.get(report))
    assert [row.score for row in report_on(finished.assignment).learners if row.score] == [total]
    assert [quiz.result for quiz in quizzes_to_take(learner, timezone.now())] == [total]


def sums_marks(module: Path) -> bool:
    """Say whether a module adds up marks in the database by itself."""
    calls = [node for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call)]
    names = [(getattr(call.func, "id", ""), call.args[0]) for call in calls if call.args]
    return any(
        name == "Sum" and isinstance(first, ast.Constant) and str(first.value).endswith("mark") for name, first in names
    )


def test_no_other_module_sums_marks():
    root = Path(quizzes.__file__).parent
    found = {module.relative_to(root) for module in root.rglob("*.py") if sums_marks(module)}
    assert found == {ONE_PLACE}
