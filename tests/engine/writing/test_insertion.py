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

THIS = (
    "The bakers of Leith gave up the oldest of their rules. This surprised the council. Snow fell all winter. "
    "Nobody came to the fair."
)
IT = (
    "In May the council placed a notice on the door of the mill. It offered the building to anyone with a cart. "
    "Nobody came for weeks. Rain fell on the roof."
)
OTHERS = (
    "The winter was long and quiet. Snow lay on the quay until spring. Some fishermen left at once. "
    "Others waited until the ice had gone."
)
WHY = (
    "The harbour was empty that day. Why did nobody sail? Because nobody in the town could read the chart. "
    "Rain fell on the quay."
)
YEARS = (
    "The town opened a school in 1902. A library followed in 1906. By 1911 the town built a theatre of its own. "
    "A fire destroyed the library in 1924."
)
AGAIN = (
    "The harbour was hard to enter. A young clerk named Ada Holm drew a chart of the harbour. This chart saved many "
    "boats. Holm never left the town."
)
MILL = "The town was poor. Nobody came there. In 1902 the council built a mill on a hill. The mill burned in 1911."
CRATERS = (
    "The night was long and quiet. Rain fell on the roof. Three craters were found in the morning. "
    "One crater was as wide as a barn."
)
EACH = (
    "A new dam would be dear. The state offers little help. "
    "Under the new rule the bill falls on the 287 houses by the lake. Each would pay for twenty years."
)
WEEK = (
    "On Tuesday the paper told of a strange light. On Wednesday it told of poppies on a hill. "
    "On Thursday there were beavers in every hut of the town. On Friday it told of men with wings."
)
FIRST, BETWEEN, THIRD = "Before sentence 1", "Between sentences 1 and 2", "Between sentences 2 and 3"


def inserted(*texts: str) -> list[Draft]:
    return [draft for draft in drafts(*texts) if draft.kind is Kind.INSERTION]


@pytest.mark.parametrize(
    ("text", "moved", "key"),
    [
        (BRIDGE, "The bridge led to a small island with one farm.", "Between sentences 2 and 3"),
        (f"{RULE} Bells rang in the church.", "This rule made every fisherman pay two coins to the town.", THIRD),
        (SKIPPER, "Later Weiss taught young people how to steer at night.", "After sentence 3"),
        (PRONOUN, "She learned to row before she learned to read and write.", "After sentence 3"),
        (OPENER, "They found water in the oil of the first one.", BETWEEN),
        (
            f"{OPENER} They left the oil there.",
            "Two engineers from Sandby tested the pumps of the harbour in spring.",
            FIRST,
        ),
        (PAIR, "One was found in May by a keeper of bees.", "After sentence 3"),
        (SAME, "The same report asked the council to sell the pumps.", "After sentence 3"),
        (THIS, "The bakers of Leith gave up the oldest of their rules.", FIRST),
        (IT, "In May the council placed a notice on the door of the mill.", FIRST),
        (OTHERS, "Others waited until the ice had gone.", "After sentence 3"),
        (WHY, "Because nobody in the town could read the chart.", "Between sentences 2 and 3"),
        (YEARS, "A library followed in 1906.", BETWEEN),
        (f"{PRONOUN} She kept bees behind it all summer.", "A tall house beside it belonged to Clara Weiss.", THIRD),
        (CRATERS, "One crater was as wide as a barn.", "After sentence 3"),
        (EACH, "Each would pay for twenty years.", "After sentence 3"),
        (WEEK, "On Wednesday it told of poppies on a hill.", BETWEEN),
        (AGAIN, "This chart saved many boats.", THIRD),
        (THEY, "They warned every fisherman to leave the rocks before noon.", "Between sentences 2 and 3"),
        (THEN, "The crane lifted the stones from the bed of the river.", "Between sentences 2 and 3"),
    ],
)
def test_forced_places(text: str, moved: str, key: str) -> None:
    found = {(draft.stem, draft.keys) for draft in inserted(text)}
    assert (f"Where in paragraph 1 does this sentence belong? “{moved}”", (key,)) in found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "In 1911 the mayor wrote a rule about fishing. This rule made every fisherman pay two coins to the town.",
            id="two sentences leave too few places",
        ),
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
            f"{MILL} The storm of that year carried off the roof. The mill was never sold again.",
            id="the mill is spoken of later",
        ),
        pytest.param(
            "The town opened a school in 1902. Bells rang for a week. "
            "A library, which was closed in 1906, stood nearby. Snow fell on the roofs of the town.",
            id="the year of a clause below",
        ),
        pytest.param(
            "The proposal came from Ada Holm and a clerk. Nobody knew more. If it passes, the council pays for all. "
            "If it fails, the council pays for none of it.",
            id="two sentences that could change places",
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
        "“The bridge” takes up “a bridge” in the sentence before; “The island” in the sentence after takes up "
        "“a small island” (paragraph 1)."
    )
    assert draft.options[0].rationale == "“a bridge” has not been named yet at this place."
    assert draft.options[4].rationale == "“a small island” would be taken up before it has been named."


@pytest.mark.parametrize(
    ("text", "explanation"),
    [
        (THEY, "“They” takes up “Two notices” in the sentence before (paragraph 1)."),
        (PAIR, "“One” takes up “two boats” in the sentence before (paragraph 1)."),
        (
            "Ada Holm sailed to the islands with her brother Peter and a pilot. They worked until dusk. "
            "Snow fell on the hill. Nobody came to the fair.",
            "“They” in the sentence after goes back to this one (paragraph 1).",
        ),
        (
            "The harbour was empty for years. Rain fell on the roof. The boat was sold by Ada Holm's aunt. "
            "She learned to row before she learned to read and write.",
            "“She” goes back to the sentence before (paragraph 1).",
        ),
        (YEARS, "The paragraph tells in order of time, and this sentence is about “1906” (paragraph 1)."),
    ],
)
def test_explanation_names_only_what_is_certain(text: str, explanation: str) -> None:
    assert explanation in {draft.explanation for draft in inserted(text)}


def test_a_paragraph_does_not_open_with_they() -> None:
    before = "The winter was long. Two masons of Leith mended the quay of the old town before dusk."
    (opening,) = inserted(before, OPENER)
    assert opening.keys == (BETWEEN,)


def test_two_drafts_of_a_paragraph_rest_on_different_ties() -> None:
    text = (
        "The bakers of Leith gave up a rule. This surprised the council. Snow fell all winter. "
        "Bees slept in the hives. A clerk nailed two notices to a door. Both were gone by noon."
    )
    assert {draft.keys for draft in inserted(text)} == {("After sentence 5",), (FIRST,)}


def test_those_who_are_described_take_up_nothing() -> None:
    text = (
        "Some of the women of Sandby were nurses. Those who had counted boats for years knew what the figures meant. "
        "Clara Weiss took the same view. The council of the harbour paid them well."
    )
    assert not any("“Those who" in draft.stem for draft in drafts(text))
