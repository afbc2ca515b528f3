from quizzes.engine.language.kept import first_tags, first_use, text_of, tokens_between
from quizzes.engine.language.model import parse

TEXT = "The mills stood here. A mill burned, and the owner saw them burn."


def parsed():
    return next(iter(parse([TEXT])))


def test_the_text_is_joined_once():
    doc = parsed()
    assert text_of(doc) == TEXT
    assert text_of(doc) is text_of(doc)


def test_the_first_use_of_a_noun_is_found_in_either_number():
    assert first_use(parsed(), "mill").text == "mills"
    assert first_use(parsed(), "owner").text == "owner"
    assert first_use(parsed(), "bridge") is None


def test_a_word_has_the_tag_of_its_first_place():
    assert first_tags(parsed())["mills"] == "NNS"


def test_tokens_are_found_between_offsets_that_cut_words_too():
    doc = parsed()
    assert [token.text for token in tokens_between(doc, 0, 9)] == ["The", "mills"]
    assert [token.text for token in tokens_between(doc, 2, 15)] == ["mills", "stood"]
