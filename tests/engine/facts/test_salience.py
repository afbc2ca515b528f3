import pytest

from quizzes.engine.facts.salience import Salience, central, shares_below
from quizzes.engine.language import analyse
from quizzes.engine.text import clean

ARTICLE = "\n\n".join(
    (
        "The ferry of Norre",
        "The night ferry of Norre stopped because the harbour had silted up. The ferry had carried half of the "
        "island's milk. It was raining, and a clerk called Piet Loos held his umbrella over a dog.",
        "The harbour was dredged, so that the ferry could return to the island. However, the ferry company found that "
        "the island sent its milk by road instead.",
    )
)


@pytest.fixture(scope="module")
def shares():
    analysis = analyse(clean(ARTICLE))
    salience = Salience(analysis)
    return {
        sentence.text.split(" b")[0]: salience.of(sentence, position)
        for position, doc in enumerate(analysis.docs)
        if doc.has_annotation("DEP")
        for sentence in doc.sents
    }


def test_a_bystander_in_the_rain_matters_least(shares):
    weakest = min(shares, key=shares.get)
    assert "umbrella" in weakest


def last_sentence_behind(before):
    analysis = analyse(clean(f"{ARTICLE}\n\n{before} It cannot run without one."))
    position = len(analysis.docs) - 1
    return Salience(analysis).of(list(analysis.docs[position].sents)[-1], position)


def test_a_pronoun_has_the_theme_of_the_sentence_before():
    assert last_sentence_behind("The ferry of the island needed a harbour.") > last_sentence_behind(
        "A dog needed an umbrella."
    )


def test_shares_run_from_0_to_1(shares):
    assert all(0 <= share <= 1 for share in shares.values())
    assert len(set(shares.values())) > 2


def test_a_sentence_that_shares_words_with_many_is_central():
    sentences = [frozenset(text.split()) for text in ("ferry milk", "ferry harbour milk", "dog rain", "harbour ferry")]
    found = central(sentences)
    assert max(found) == found[1]
    assert min(found) == found[2]


@pytest.mark.parametrize(
    ("values", "shares"),
    [((), []), ((3.0,), [0.5]), ((3.0, 1.0), [0.75, 0.25]), ((2.0, 2.0), [0.5, 0.5])],
)
def test_share_of_the_others_below(values, shares):
    assert shares_below(values) == shares


def test_an_article_without_sentences_has_no_weights():
    assert central([]) == []
