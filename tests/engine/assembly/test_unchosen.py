import pytest

from quizzes.engine.assembly import unchosen
from quizzes.engine.assembly.unchosen import ALIKE, ENOUGH, FULL, OTHER_KIND, SAME_FACT
from quizzes.engine.items.draft import Fact
from quizzes.engine.items.values import Kind
from tests.engine.assembly.proposals import proposal
from tests.engine.sample import generation

FIRST = proposal("Who grows rye near the mill?", "Ann", paragraph=1)
LAST = proposal("Who owns the boat?", "Bo", fact=Fact(7, 90, 99, "Bo owns the boat.", 0.5))
CROWD = [proposal(f"Who has crop{n}?", f"Key{n}", fact=Fact(7, n, n + 9, "", 0.5)) for n in (10, 30, 50)]


@pytest.mark.parametrize(
    ("left", "chosen", "maximum", "kinds", "reason"),
    [
        (proposal("What does Ann grow?", "rye", paragraph=1), [FIRST], None, None, SAME_FACT),
        (proposal("Who owns the boat?", "Ann", paragraph=4), [FIRST], None, None, SAME_FACT),
        (proposal("Who owns the boat?", "Bo", paragraph=4), [FIRST], 1, None, ENOUGH),
        (proposal("Who owns the boat?", "Bo", paragraph=4), [FIRST], None, None, ALIKE),
        (proposal("Who owns the boat?", "Bo", paragraph=4), [FIRST], None, [Kind.CLOZE], OTHER_KIND),
        (LAST, CROWD, None, None, FULL),
    ],
)
def test_first_reason_that_holds(left, chosen, maximum, kinds, reason):
    assert unchosen([*chosen, left], chosen, maximum, kinds) == {reason: 1}


def test_every_draft_is_refused_shown_or_left_out():
    report = generation(0).report
    assert report.drafts == sum(report.refused.values()) + report.shown + sum(report.unchosen.values())
