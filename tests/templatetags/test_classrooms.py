import pytest

from quizzes.templatetags.classrooms import join_code


@pytest.mark.parametrize(
    ("code", "shown"), [("KELP426X", "KELP-426X"), ("KELP42", "KELP-42"), ("KELP", "KELP"), ("42", "42")]
)
def test_a_code_shows_its_dash(code, shown):
    assert join_code(code) == shown
