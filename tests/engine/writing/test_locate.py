import pytest

from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Kind
from quizzes.engine.items.wording import stands_in
from tests.engine.articles import asked, drafts

FERRY = (
    "The old ferry of Leith carried 40 passengers and a dog past the town hall. "
    "In 1911, Norway bought the mill of Leith, which stood empty beside the harbour. "
    "Heavy wet snow broke the glass roof of the town hall near the harbour in December 1913."
)


def located(text: str) -> list[Draft]:
    return [draft for draft in drafts(text) if draft.kind is Kind.LOCATE]


@pytest.mark.parametrize(
    ("rule", "text", "stem", "key"),
    [
        (
            "locate-question",
            FERRY,
            "answers this question: In what year did Norway buy the mill of Leith",
            "Sentence 2",
        ),
        (
            "locate-question",
            FERRY,
            "answers this question: What broke the glass roof of the town hall near",
            "Sentence 3",
        ),
        (
            "locate-question",
            "Clara Weiss ran the harbour of Leith until 1951. A captain hid the old silver cups of Holm "
            "Abbey under a bridge near Sandby. Rain fell in Sandby on every single evening of that summer.",
            "answers this question: What did a captain hide under a bridge near Sandby",
            "Sentence 2",
        ),
        (
            "locate-question",
            "Clara Weiss ran the harbour of Leith until 1951. Clara Weiss closed the stone pier of Sandby because "
            "the long winter had split its oldest beams under the weight of wet snow and ice. Rain fell on "
            "every single evening of spring.",
            "answers this question: Why did Clara Weiss close the stone pier of Sandby",
            "Sentence 2",
        ),
        (
            "locate-question",
            FERRY.replace("In 1911, Norway", "In 1911, the Royal Harbour Council"),
            "answers this question: What did the Royal Harbour Council do in 1911",
            "Sentence 2",
        ),
        (
            "locate-statement",
            "Rain fell on Leith every single evening of spring. In 1911, Norway bought the mill of Leith, which had "
            "stood empty beside the harbour. Most growers kept bees behind their houses.",
            "shows that Norway bought the mill of Leith in 1911",
            "Sentence 2",
        ),
        (
            "locate-statement",
            "Rain fell on the bridge every evening of spring. A young engineer designed the iron bridge in 1911. "
            "Most growers kept bees behind their houses.",
            "shows that the iron bridge was designed by a young engineer in 1911",
            "Sentence 2",
        ),
    ],
)
def test_which_sentence(rule: str, text: str, stem: str, key: str) -> None:
    found = asked(rule, text)
    assert any(asked_.startswith(f"Which sentence of paragraph 1 {stem}") and is_ == key for asked_, is_ in found), (
        found
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(" ".join(FERRY.split(". ")[:2]) + ".", id="two sentences are too few"),
        pytest.param(
            "In 1911, Norway bought the mill of Leith. In 1912, Norway sold the mill of Leith again. "
            "Norway had never used the mill of Leith.",
            id="every sentence is about the same thing",
        ),
        pytest.param(
            "The town lay far from any road. It closed.It opened the pier of Leith in 1911 for Norway. Bees slept.",
            id="the ends of the sentences are in doubt",
        ),
        pytest.param(
            "Rain fell on every evening. He bought the mill of Leith with his own hands. Most growers kept bees.",
            id="nobody knows who he is",
        ),
        pytest.param(
            "Rain fell on every single evening of spring in Sandby. The water at Sandby was rising by 40 centimetres "
            "an hour, more slowly than before, because the rain had eased. Most growers kept bees behind their houses.",
            id="the reason is that of a comparison",
        ),
        pytest.param(
            "Rain fell on every evening. A large part of its walls broke in the storm of 1911. Most growers kept bees.",
            id="nobody knows whose walls",
        ),
    ],
)
def test_nothing_to_locate(text: str) -> None:
    assert located(text) == []


BESIDE = "Clara Weiss ran the harbour of Leith until 1951. {} Rain fell in Sandby and Leith on every winter evening."


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        pytest.param("A captain hid the silver cups near Sandby.", "hid the silver", id="the stem says all of it"),
        pytest.param(
            "A guard took off the old brown leather hat of Sandby at the station gate after the long walk to work.",
            "took off",
            id="a gesture",
        ),
        pytest.param(
            "In Sandby low-frequency sounds in ordinary life fade while high ones remain in the narrow old streets.",
            "sound in",
            id="a noun taken for the verb",
        ),
        pytest.param(
            "Large delegations have come from Ghent and Sandby with many questions about the new price of parking.",
            "What has come",
            id="people are no what",
        ),
        pytest.param(
            "The oaks of Sandby drink fog, and in a dry summer as much as a third of the water they use may have "
            "arrived as mist.",
            "may have arrived",
            id="the second clause has a subject of its own",
        ),
        pytest.param(
            "In fact, the men of Sandby closed the oldest iron bridge over the wide river because of its broken beams.",
            "in fact",
            id="what ties a sentence to the one before",
        ),
    ],
)
def test_no_item_of(sentence: str, words: str) -> None:
    assert not any(stands_in(words, draft.stem) for draft in located(BESIDE.format(sentence)))


NEAR = (
    "Clara Weiss ran the harbour of Sandby until 1951. {} Rain fell on her harbour in Sandby on every winter evening."
)


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "Ada Holm drained the old lock of Sandby Abbey to measure the depth of the mud, and the town was glad.",
            "answers this question: Why did Ada Holm drain the old lock of Sandby Abbey",
        ),
        (
            "The Royal Harbour Council will owe Sandby Abbey a fee of ten crowns if the new lock breaks in winter.",
            "answers this question: In what case will the Royal Harbour Council owe Sandby Abbey a fee of ten crowns",
        ),
        (
            "Ada Holm of Sandby Abbey warned that the iron gates of the lock would freeze before the end of December.",
            "answers this question: What did Ada Holm of Sandby Abbey warn",
        ),
        (
            "The iron bridge of Sandby Abbey was designed by a young engineer from Norway, who never saw it built.",
            "shows that a young engineer from Norway designed the iron bridge of Sandby Abbey",
        ),
    ],
)
def test_more_that_is_asked(sentence: str, stem: str) -> None:
    stems = [draft.stem for draft in located(NEAR.format(sentence))]
    assert any(stem in said for said in stems), stems


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        pytest.param(
            "A young engineer from Norway brought the game here in 1911, and Sandby Abbey played it all winter.",
            "was brought by",
            id="the verb has lost where to",
        ),
        pytest.param(
            "On good days a net the size of a barn door may hold ten silver fish of Sandby Abbey.",
            "the size of a barn",
            id="the subject is the noun before",
        ),
        pytest.param(
            "If frost comes early, the iron bridge of Sandby Abbey was closed by a young engineer for the winter.",
            "closed",
            id="the condition was left out",
        ),
        pytest.param(
            "The Royal Harbour Council passed an act to close the docks of Sandby Abbey in winter.",
            "Why did",
            id="the infinitive belongs to the noun",
        ),
        pytest.param(
            "Pumps much stronger than the pump of Sandby Abbey have been built because the dock leaks in winter.",
            "have Pumps",
            id="the sentence's own capital",
        ),
        pytest.param(
            "Fallen trees from Sandby Abbey scour out deep pools on one side of the broad river.",
            "that Fallen",
            id="a capital that is no name's",
        ),
        pytest.param(
            "The owners of Sandby Abbey leased the salt pans to ten master boilers for a year.",
            "shows that",
            id="the sentence's own words",
        ),
        pytest.param(
            "Visitors from Norway praised it and its master, and they were shown the salt pans of Sandby Abbey.",
            "praised it",
            id="a pronoun of the main verb",
        ),
        ("The reefs with lamps in Leith attracted 1.8 times as many young fish as the others.", "attract"),
    ],
)
def test_no_more_is_asked(sentence: str, words: str) -> None:
    assert not any(words in draft.stem for draft in located(NEAR.format(sentence)))


def test_a_purpose_is_asked_for() -> None:
    sentence = "Clara Weiss closed the stone pier of Sandby, so that the divers could mend its oldest wooden beams."
    stems = [draft.stem for draft in located(BESIDE.format(sentence))]
    assert any("Why did Clara Weiss close the stone pier of Sandby?" in stem for stem in stems), stems


def test_a_reason_that_opens_its_sentence_is_asked_for() -> None:
    sentence = "Because the winter had split its oldest beams, Clara Weiss closed the stone pier of Sandby."
    stems = [draft.stem for draft in located(BESIDE.format(sentence))]
    assert any("Why did Clara Weiss close the stone pier of Sandby?" in stem for stem in stems), stems


def test_a_time_that_opens_its_sentence_is_no_reason() -> None:
    sentence = "As the winter ended in a hard frost, Clara Weiss closed the stone pier of Sandby."
    assert not any("Why" in draft.stem for draft in located(BESIDE.format(sentence)))


def test_that_is_not_said_after_shows_that() -> None:
    text = (
        "Rain fell on the bridge every evening of spring. A young engineer designed the iron bridge that crosses the "
        "harbour of Leith. Most growers kept bees behind their houses in the harbour."
    )
    said = " says that the iron bridge that crosses the harbour of Leith was designed by a young engineer"
    assert any(said in draft.stem for draft in located(text)), located(text)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("no longer ask", id="a question in the negative"),
        pytest.param("Why did", id="another sentence gives a reason too"),
    ],
)
def test_reasons_have_no_rival(words: str) -> None:
    text = (
        "Clara Weiss closed the stone pier of Sandby because the winter had split its beams. The harbour lost money "
        "because the price of herring fell. Rain fell on every single evening of spring."
    )
    assert not any(stands_in(words, draft.stem) for draft in located(text))


def test_each_sentence_is_an_option_with_its_place() -> None:
    draft = next(draft for draft in located(FERRY) if draft.keys == ("Sentence 2",))
    assert [option.text for option in draft.options] == ["Sentence 1", "Sentence 2", "Sentence 3"]
    shown = [FERRY[option.source.start : option.source.end] for option in draft.options if option.source]
    assert " ".join(shown) == FERRY
    assert [option.key for option in draft.options] == [False, True, False]


def test_rationales_quote_the_sentences() -> None:
    draft = next(draft for draft in located(FERRY) if draft.rule == "locate-question" and draft.keys == ("Sentence 2",))
    first, second, _ = (option.rationale for option in draft.options)
    assert first == "Sentence 1 is about something else: “The old ferry of Leith carried 40 passengers and ...”"
    assert second.startswith("Sentence 2 answers it: “In 1911, Norway bought the mill of Leith, which stood empty")
    assert draft.explanation.startswith(second)


def test_features_lie_between_nought_and_one() -> None:
    for draft in located(FERRY):
        assert draft.features["kind_locate"] == 1.0
        assert all(0 <= value <= 1 for value in draft.features.values()), draft.features


def test_a_result_is_no_reason() -> None:
    sentence = "The tall flue of the stone house drew well in a wind, so that little of the smoke stayed in the cabin."
    assert not any("Why" in draft.stem for draft in located(NEAR.format(sentence)))


def test_one_complains_about_something() -> None:
    sentence = "The owners of Sandby Abbey complained that the divers had left ropes and tins on the stone pier."
    stems = [draft.stem for draft in located(BESIDE.format(sentence))]
    assert any("What did the owners of Sandby Abbey complain about?" in stem for stem in stems), stems
