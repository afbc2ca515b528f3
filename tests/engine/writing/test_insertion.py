import pytest

from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Kind
from tests.engine.articles import drafts

BRIDGE = (
    "The people of Leith had waited many winters. In the end the council built a bridge over the river. "
    "The bridge led to a small island with one farm. The island had never seen a cart before that day. "
    "Growers sold apples there every autumn."
)
RULE = (
    "The valley was poor and quiet. In 1911 the mayor wrote a rule about fishing at night. "
    "This rule made every fisherman pay two coins to the town."
)
SKIPPER = (
    "The harbour was empty for years. Many people left Sandby for the towns. Clara Weiss, an engineer, bought the "
    "last boat in the harbour. Later Weiss taught young people how to steer at night."
)
PRONOUN = (
    "The harbour was empty for years. Snow lay on the quay until spring. A tall house beside it belonged to "
    "Clara Weiss. She learned to row before she learned to read and write."
)
OPENER = (
    "Two engineers from Sandby tested the pumps of the harbour in spring. They found water in the oil of the first "
    "one. Rain had fallen through the roof. Snow had done the rest of the damage."
)
PAIR = (
    "The winter was long and quiet. Snow lay on the quay until spring. A storm carried off two boats. "
    "One was found in May by a keeper of bees."
)
SAME = (
    "The winter was long and quiet. Snow lay on the quay until spring. A report by an engineer blamed the frost. "
    "The same report asked the council to sell the pumps."
)
THEY = (
    "The winter was long and quiet. Two notices were nailed to the door of the church. They warned every fisherman to "
    "leave the rocks before noon. A flood came down the valley at dusk."
)
THEN = (
    "The winter was long and quiet. The town hired a crane from a builder. The crane lifted the stones from the bed "
    "of the river. A mason then cut each stone by hand."
)


def inserted(text: str) -> list[Draft]:
    return [draft for draft in drafts(text) if draft.kind is Kind.INSERTION]


@pytest.mark.parametrize(
    ("text", "moved", "key"),
    [
        (BRIDGE, "The bridge led to a small island with one farm.", "Between sentences 2 and 3"),
        (
            f"{RULE} Bells rang in the church.".replace("The valley", "Few visitors ever came there. The valley"),
            "This rule made every fisherman pay two coins to the town.",
            "Between sentences 3 and 4",
        ),
        (SKIPPER, "Later Weiss taught young people how to steer at night.", "After sentence 3"),
        (PRONOUN, "She learned to row before she learned to read and write.", "After sentence 3"),
        (OPENER, "Two engineers from Sandby tested the pumps of the harbour in spring.", "Before sentence 1"),
        (PAIR, "One was found in May by a keeper of bees.", "After sentence 3"),
        (SAME, "The same report asked the council to sell the pumps.", "After sentence 3"),
        (THEY, "They warned every fisherman to leave the rocks before noon.", "Between sentences 2 and 3"),
        (THEN, "The crane lifted the stones from the bed of the river.", "Between sentences 2 and 3"),
    ],
)
def test_forced_places(text: str, moved: str, key: str) -> None:
    (draft,) = inserted(text)
    assert (draft.stem, draft.keys) == (f"Where in paragraph 1 does this sentence belong? “{moved}”", (key,))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(RULE, id="three sentences leave too few places"),
        pytest.param(
            "Leith has a bridge. The bridge is old. The bridge is made of stone. The bridge was never painted.",
            id="the same thing in every sentence",
        ),
        pytest.param(
            "Rain fell in spring. Snow fell in winter. Growers kept bees behind the houses. Fishermen slept at noon.",
            id="nothing ties one sentence to another",
        ),
        pytest.param(
            "The council built a bridge. Rain fell for days. Bees slept in the empty hives of Leith. "
            "The bridge broke in the end on a quiet winter night.",
            id="the tie reaches over other sentences",
        ),
        pytest.param(
            f"{PRONOUN} She kept bees behind the house all summer.",
            id="the next sentence goes on with her",
        ),
        pytest.param(PRONOUN.replace("Snow", "Snow, wrote Ada Holm,"), id="another woman is named before"),
        pytest.param(PRONOUN.replace("She", "I").replace("she", "I"), id="first person"),
        pytest.param(PAIR.replace("Snow lay", "Two dogs lay"), id="two things are counted before"),
        pytest.param(
            OPENER.replace("Two engineers", "For them two engineers").replace("Rain had", "They said rain had"),
            id="the first sentence goes on from the paragraph before",
        ),
        pytest.param(
            "The winter was long and quiet. Bees slept in the hives. Snow fell on the continent. "
            "The continent was colder than in any year before.",
            id="a definite that everybody knows",
        ),
    ],
)
def test_open_places(text: str) -> None:
    assert inserted(text) == []


def test_options_count_the_sentences_that_remain() -> None:
    (draft,) = inserted(BRIDGE)
    assert [option.text for option in draft.options] == [
        "Before sentence 1",
        "Between sentences 1 and 2",
        "Between sentences 2 and 3",
        "Between sentences 3 and 4",
        "After sentence 4",
    ]
    (key,) = [option for option in draft.options if option.key]
    assert key.source is not None
    assert BRIDGE[key.source.start : key.source.end] == "The bridge led to a small island with one farm."


def test_explanation_names_both_ties() -> None:
    (draft,) = inserted(BRIDGE)
    assert draft.explanation == (
        "“The bridge” takes up “a bridge” in the sentence before, and “The island” in the sentence after takes up "
        "“a small island” (paragraph 1)."
    )
    assert draft.options[0].rationale == "“a bridge” has not been named yet at this place."
    assert draft.options[4].rationale == "“a small island” would be taken up before it has been named."


def test_they_may_be_those_of_the_paragraph_before() -> None:
    (opening,) = inserted(OPENER)
    assert opening.keys == ("Before sentence 1",)
    before = "The winter was long. Two masons of Leith mended the quay of the old town before dusk."
    assert inserted(f"{before}\n\n{OPENER}") == []
