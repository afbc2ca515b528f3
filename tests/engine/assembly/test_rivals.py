"""The short way to what clashes must find all that asking every pair finds, and ask few."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.engine.assembly.conflicts import clash
from quizzes.engine.assembly.rivals import Rivals
from tests.engine.assembly.proposals import proposal

WORDS = ("mill", "river", "bridge", "Norway", "1911", "boat", "Ada Stone", "re-opened", "1,200", "£3", "council's")
STEMS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(lambda words: f"Who saw {' '.join(words)}?")
PROPOSALS = st.lists(
    st.builds(proposal, STEMS, st.sampled_from((*WORDS, "ada")), paragraph=st.integers(1, 9)), max_size=14
)


@settings(max_examples=150, deadline=None)
@given(PROPOSALS)
def test_it_finds_all_that_clash(proposals):
    rivals = Rivals(proposals)
    for newest, one in enumerate(proposals):
        slow = {place for place, other in enumerate(proposals) if place != newest and clash(other, one)}
        assert rivals.of(newest) == slow


def asked(count):
    """How many pairs are compared when all of so many different items are chosen."""
    proposals = [
        proposal(f"Who took crop{n} from hill{n} past river{n} to the old mill?", f"Key{n}", paragraph=n)
        for n in range(count)
    ]
    rivals = Rivals(proposals)
    return sum(len(rivals.possible(newest)) for newest in range(count))


def test_twice_as_many_items_are_compared_at_most_twice_as_often():
    assert asked(400) <= 2 * asked(200) + 400
