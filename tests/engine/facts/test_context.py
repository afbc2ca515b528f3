import pytest

from tests.engine.articles import statements


def quoted(*texts: str) -> dict[str, str | None]:
    """Return the context of each sentence that is taken as it stands."""
    return {statement.text: statement.context for statement in statements(*texts) if statement.verbatim}


@pytest.mark.parametrize(
    ("texts", "sentence", "context"),
    [
        (
            ("Dr. Maria Lindqvist never knew her grandfather. He died in Leith in 1946, long before a flood.",),
            "He died in Leith in 1946, long before a flood.",
            "Dr. Maria Lindqvist never knew her grandfather.",
        ),
        (
            ("Norway opened a ferry in 1911.", "The ferry was sold to the town of Leith for 40 crowns."),
            "The ferry was sold to the town of Leith for 40 crowns.",
            "Norway opened a ferry in 1911.",
        ),
        (
            ("Norway sold the mills of Leith to Sweden for 40 ships in 1911.",),
            "Norway sold the mills of Leith to Sweden for 40 ships in 1911.",
            None,
        ),
    ],
)
def test_the_fewest_sentences_before_make_it_clear(texts: tuple[str, ...], sentence: str, context: str | None) -> None:
    assert quoted(*texts)[sentence] == context


@pytest.mark.parametrize(
    ("texts", "start"),
    [
        (("He was gone. The ferry of Leith was his, and it was sold for 40 crowns in 1911.",), "The ferry"),
        (("They met in May. It was then that they sold 40 mills to the town of Leith.",), "It was"),
        (
            ("Norway sold 40 ships to Sweden.", "Leith bought another mill from the town of Sandby in 1911."),
            "Leith bought",
        ),
        (("Norway sold 40 ships to Sweden.", "Leith had far larger mills in the hills in 1911."), "Leith had"),
        (("Norway sold 40 ships.", "On Tuesday the town of Leith bought 40 mills from Sandby."), "On Tuesday"),
        (("Norway sold 40 ships.", "The owner of Leith sold it to the couple for 40 crowns."), "The owner"),
    ],
)
def test_what_stays_open_is_not_taken(texts: tuple[str, ...], start: str) -> None:
    assert not any(text.startswith(start) for text in quoted(*texts))


def test_a_quotation_does_not_begin_with_a_linking_word() -> None:
    found = quoted("Norway had ferries. But a new ferry came in 1911. The ferry was sold to Leith for 40 crowns.")
    assert all(context is None or not context.startswith("But") for context in found.values())


@pytest.mark.parametrize(
    ("texts", "start", "context"),
    [
        # a gesture at the sentence before brings it along
        (("Sweden wanted 40 ships. Norway gave up in 1911.",), "Norway gave up", None),
        (("Sweden wanted 40 ships. The fleet gave up in May.",), "The fleet", "Sweden wanted 40 ships."),
        (
            ("Sweden sold 40 ships to Leith in 1911. Nobody needed them. The fleet gave up in May.",),
            "The fleet",
            "Sweden sold 40 ships to Leith in 1911. Nobody needed them.",
        ),
        (("Leith had a mill. Bills rose by 2 per cent.",), "Bills rose", "Leith had a mill."),
        (("Leith sold ferries. But Norway refused all of them in 1911.",), "Norway refused", "Leith sold ferries."),
        # whom a quoted pronoun means stands in brackets
        (
            ("Ms. Clara Weiss left Leith.", "She was thirty. The mill was sold to Norway in 1911."),
            "The mill",
            "She [Clara Weiss] was thirty.",
        ),
    ],
)
def test_what_leans_on_the_sentence_before_brings_it_along(
    texts: tuple[str, ...], start: str, context: str | None
) -> None:
    found = [s.context for s in statements(*texts) if s.text.startswith(start) and s.clear]
    assert found
    assert all(one == context for one in found)


def test_a_quotation_opens_with_no_open_pronoun() -> None:
    found = statements("Leith and Sandby had ferries. They were old. It was then that Norway sold 40 ships in 1911.")
    assert all(s.context is None or not s.context.startswith("They") for s in found)


def test_a_clause_without_its_noun_takes_no_other_for_it() -> None:
    text = "Leith took notice. Since July its harbour board has met in Norway, and it no longer asks for 40 cables."
    assert not any(s.text.startswith("It no longer") for s in statements(text))


def test_a_quotation_in_a_quotation_opens_with_no_open_pronoun() -> None:
    texts = ("Leith shut a mill. “They sold it,” said Dr. Clara Weiss. The fleet of Norway paid 40 crowns in 1911.",)
    assert not any((s.context or "").startswith("“They") for s in statements(*texts))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Norway fined 40 ships of Leith. That condition proved decisive in the end for Sweden.", "That condition"),
        (
            "The ferry of Leith takes 40 minutes. The train is quicker and costs Norway 40 crowns.",
            "The train is quicker",
        ),
        ("Fog over Leith has many drops. It has fewer drops in Norway than there were in 1911.", "It has fewer"),
    ],
)
def test_what_sums_up_or_compares_has_the_sentence_before(text: str, start: str) -> None:
    found = [s.context for s in statements(text) if s.text.startswith(start) and s.clear]
    assert found
    assert all(context == text.partition(". ")[0] + "." for context in found)


def test_no_man_is_she() -> None:
    found = statements("Mr. Otto Holm gave them until May. Her plan was to keep the mill of Leith open in 1911.")
    assert not any(s.text.startswith("Her plan") and s.clear for s in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Clara Weiss sold the mill at Leith to the town council in 1911.",  # parsed as if the council were a name
        "Clara Weiss sold the mill at Leith to the ferry company in 1911.",
    ],
)
def test_the_first_sentence_may_name_what_nobody_has_told_of_yet(sentence: str) -> None:
    assert quoted(sentence) == {sentence: None}


@pytest.mark.parametrize(
    ("texts", "start"),
    [
        # a deed has no noun; and what leaves its own verb out explains nothing
        (("Plenty of shops in Leith now do. Norway tried it in 1911 and sold 40 ships.",), "Norway tried"),
        (("The town of Leith was glad. The presses ran for 40 hours without satisfying them.",), "The presses"),
        (("Norway had listened for 40 years. The change came to Leith in May, by 11 ships.",), "The change"),
        (("Norway paid for 40 ships. Leith had been felling oaks there in 1911.",), "Leith had been"),
        (("Norway paid for 40 ships. In 1950 there were 612 people here in May.",), "In 1950"),
        (("Norway paid for ships.", "In the winter that followed, Leith sold 40 ships to Sweden."), "In the winter"),
        (("Norway paid for 40 ships. Others in Leith held out until 1911.",), "Others in Leith"),
        (("Norway paid for it in May. Both were sold to the town of Leith in 1911.",), "Both were"),
        (("Sweden asked for mills. Last year Norway sold 40 mills to the town of Leith.",), "Last year"),
        (("Norway asked Sweden for 40 pupils. Leith came home with 26 and stayed.",), "Leith came"),
        # the cellist is he, so nobody is she
        (
            ("A cellist bought a mill. He used it for 40 years. In 1911 Norway bought her design for 12 crowns.",),
            "In 1911 Norway",
        ),
        (("The wool of Leith was sold in May. The Ministry of Mines bought her design in 1911.",), "The Ministry"),
    ],
)
def test_what_points_back_without_a_noun_is_not_taken(texts: tuple[str, ...], start: str) -> None:
    assert not any(text.startswith(start) for text in quoted(*texts))


@pytest.mark.parametrize(
    ("texts", "start"),
    [
        (("Leith wanted a change of lamps. The change came in May, by 11 ships of Norway.",), "The change"),
        (("Norway bought a forest in Leith. Sweden had been felling oaks there in 1911.",), "Sweden had been"),
        (("Dr. Ada Lund said so in Leith. In 1911 Norway bought her design for 12 crowns.",), "In 1911 Norway"),
        # a share, one of a kind, the rest of a group, the two who are named
        (("Norway counted its ships. Of the 40 mills at Leith, only one had a wheel in 1911.",), "Of the 40"),
        (("Norway asked its doctors. In 1911 one in three women of Leith was a weaver.",), "In 1911 one"),
        (("In Leith no two mills are alike. An ordinary one has 12 rooms and a loft.",), "An ordinary one"),
        (("Some mills of Norway were sold. Others in Leith held out until 1911.",), "Others in Leith"),
        (("Norway had mills. Half of the mills in Leith were sold, and the other half were shut in 1911.",), "Half of"),
        (("Sweden asked for mills. Norway and Leith both voted for 40 mills in 1911.",), "Norway and Leith both"),
        # of these a country has one
        (("Sweden asked for mills. The government paid Leith 40 crowns in 1911.",), "The government"),
        # what is told, not the writer's day
        (("Sweden asked for mills. In 1866 cholera came back to Leith for the last time.",), "In 1866"),
        (("Clara Weiss was asked to play. In her last year she sold 40 mills to Leith.",), "In her last year"),
        # whoever is quoted says "you"
        (('Sweden sold mills. In 1911 Norway found cracks "you could put your arm into" in Leith.',), "In 1911 Norway"),
    ],
)
def test_what_the_sentence_before_tells_is_taken(texts: tuple[str, ...], start: str) -> None:
    assert any(text.startswith(start) for text in quoted(*texts))


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        # the parser finds no subject, a reader does
        ("Sweden sold mills. In Britain recognition was delayed until 40 years after the death of Weiss.", True),
        ("Sweden sold mills. Torporin, by contrast, is cleared by 40 mice within a day.", True),
        # nobody is told to do something as a fact
        ("Sweden sold mills. Leave Norway an extra half-hour and 40 sandwiches.", False),
    ],
)
def test_a_sentence_needs_no_parsed_subject_to_stand_as_it_is(text: str, taken: bool) -> None:
    last = text.partition(". ")[2]
    assert (last in quoted(text)) is taken


def test_they_are_no_measure() -> None:
    found = quoted("Ada Lund unrolled six feet of linen in Leith. They dug for 40 hours and broke into a mill.")
    assert not any(text.startswith("They dug") for text in found)


@pytest.mark.parametrize("name", ["In May the survey at Leith hired a student, Ruth Mabry.", "Ruth Mabry came in May."])
def test_of_two_women_only_the_one_who_is_talked_of_is_meant(name: str) -> None:
    before = f"Clara Weiss said that she drew 40 mills. Ruth Mabry said that she did so too. {name}"
    found = [s for s in statements(f"{before} Her last sheet of 1911 shows 40 caves.") if "40 caves" in s.text]
    told = any("Mabry" in s.text or "Her [Ruth Mabry" in (s.context or "") for s in found)
    assert told is name.startswith("Ruth")
