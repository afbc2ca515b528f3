from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.items.wording import content, stands_in, stem_of, tokens


def test_tokens_are_folded_and_keep_figures_whole():
    assert tokens("Ghana’s 40,000 co-operatives, twice!") == ("ghana", "40,000", "co-operatives", "twice")


def test_endings_compare_equal():
    assert len({stem_of(word) for word in ("attack", "attacks", "attacked", "attacking")}) == 1
    assert stem_of("parties") == stem_of("party")
    assert stem_of("glass") == "glass"


def test_function_words_carry_no_content():
    assert content("According to the article, who was it?") == ()


def test_whole_words_only():
    assert stands_in("Iraq", "in northern Iraq, then")
    assert not stands_in("art", "the party")
    assert not stands_in("Qurashi", "al-Qurashi")


@given(st.text())
def test_any_text_has_content(text):
    assert all(content(word) == () or content(word) for word in tokens(text))
