"""What "they" and "it" refer to: the cases that grammar settles, those that it leaves open, quotations and options."""

import pytest

from quizzes.engine.explanations import of_referent
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Interaction, Kind
from quizzes.engine.vetting import findings, refusal
from quizzes.engine.vetting.values import Case
from quizzes.engine.writing import referents
from quizzes.engine.writing.rule import Article
from tests.engine.articles import analysed, paragraphs

BARGES = (
    "The cranes of the harbour stood idle that winter, the ropes lay in the mud, and the sheds were empty. Seven "
    "barges had arrived from the islands beside the pier. They were towed to the old quay at night by a steam tug."
)
ENGINE = (
    "The pump stood in a shed beside the wall of the mine. When the engine runs, it drives a belt under the floor of "
    "the shed. The wall shook, and the shed fell."
)
OAK = (
    "A storm threw a wall and a gate into the lane. The neighbours felled the oak in March and cut it into planks for "
    "the barn. The gate was mended, and the wall was built again beside the barn."
)
WHOSE = (
    "The mill stood by the bridge. Strangers came to the market. The bakery closed its doors to visitors in the "
    "spring. The mill was sold, and the bridge fell."
)


def asked(*texts: str) -> list[Draft]:
    return referents.write_article(Article(paragraphs(*texts), analysed(*texts)), least=0.0)


def stems(*texts: str) -> dict[str, str]:
    return {draft.stem: draft.keys[0] for draft in asked(*texts)}


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            BARGES,
            "In paragraph 1, what does “They” refer to in “They were towed to the old quay at night by a steam tug”?",
            "barges",
        ),
        (
            ENGINE,
            "In paragraph 1, what does “it” refer to in “it drives a belt under the floor of the shed”?",
            "the engine",
        ),
        (OAK, "In paragraph 1, what does “it” refer to in “cut it into planks for the barn”?", "the oak"),
        (
            WHOSE,
            "In paragraph 1, what does “its” refer to in “closed its doors to visitors in the spring”?",
            "the bakery",
        ),
        # a number of the only ones that the sentence before names
        (
            "The lights of the ward were cut in May. The doctor suspects the alarms. A patient hears about 170 of them "
            "in the ward. The lights were old, and the alarms rang. The rooms were dark, and the rooms were cold.",
            "In paragraph 1, what does “them” refer to in “A patient hears about 170 of them in the ward”?",
            "the alarms",
        ),
        # what somebody has just made
        (
            "The school stood by the mill. She placed an advertisement in a paper. It offered a house by the bridge "
            "in the spring. The mill fell, and the school closed. The advertisement was read, and the house was let.",
            "In paragraph 1, what does “It” refer to in “It offered a house by the bridge in the spring”?",
            "the advertisement",
        ),
        # an owner that can only be the subject
        (
            "The rain had filled the valley. The river left its contents in the mud at noon. The valley was cold, and "
            "the rain fell. The river rose.",
            "In paragraph 1, what does “its” refer to in “left its contents in the mud at noon”?",
            "the river",
        ),
        # what the writer says of himself is left out
        (
            "The rack stood by the wall. I found a coat in May. There was a button missing. Somebody felt that it was "
            "hardly worth finding, so I went to the shop. The coat and the rack were old. The button was red.",
            "In paragraph 1, what does “it” refer to in “it was hardly worth finding”?",
            "the button",
        ),
        # the subject that it owns is quoted
        (
            "The cracks spread through the metals. The metals have a remedy. Their atoms are stacked in even layers by "
            "the cold. The cracks grew, and the tools broke. The tools were old.",
            "In paragraph 1, what does “Their” refer to in “Their atoms are stacked in even layers by the cold”?",
            "the metals",
        ),
        # a clause that has pronouns of its own is left out
        (
            "The skin of the sheet had set. The core of the glass is left stretched, and it drags the faces of the "
            "glass inwards, which they do not show. The skin shrinks, and the sheet holds.",
            "In paragraph 1, what does “it” refer to in “it drags the faces of the glass inwards”?",
            "the core",
        ),
    ],
)
def test_it_asks_where_grammar_leaves_one_thing(text: str, stem: str, key: str) -> None:
    assert stems(text).get(stem) == key


@pytest.mark.parametrize(
    "text",
    [
        # two subjects or objects fit
        BARGES.replace("beside the pier", "and met two tugs"),
        "The pump stood in a shed by the wall. The engine drives the pump because it needs water from the mine.",
        # nobody, or a clause
        "The cranes of the harbour had the barges on the quay in chains. They say that the sheds were burnt for salt.",
        "The wall of the mine fell on the shed. It took a week to free the engine from the floor of the shed.",
        "The wall of the mine fell on the shed. It seems that the engine had shaken the floor of the shed for years.",
        "The engine in the shed was an old pump. It was a mistake to sell the wall of the mine with the shed.",
        "The engine of the mine drove the pump by the wall. It was the clerk who sold the belt of the pump.",
        # somebody's words
        'The engine drove the pump by the wall. "It shook the floor of the shed and the belt," said Ada Holm.',
        # what somebody says of another thing
        "The pump stood by the wall of the mine. The maker said that it was described in the manual of the engine.",
        # the sentence before is about something that an owner fits too
        "The oil of the valley was cheap. A treaty between the mine and the bank held up its price for nine years.",
        # one of several
        "The engine drove one of the pumps by the wall. It was painted red in May by the owner of the mine.",
        # a whole statement
        "The pump stood by the wall of the mine. The owner sells the engine in the shed. The clerk considers it.",
        "The lamp hung by the wall. The clerk, it was reported, lit the lamp himself on the steps of the mine.",
        # what shows some is none of them
        "A stack stood by the wall. The photographs show a field with about 30 of them beside the mine and the sheds.",
        # who says it may be meant
        "She wrote the lines in ink by the wall. A man of the mine says that they will run out of room in the shed.",
        # a way is nobody's
        "The pump stood by the wall. The engine is on its way by sea from the mine to the shed of the harbour.",
        # what speaks of itself
        "The price of the engine fell. A pump that says it is behind the shed must still be got out from the wall.",
    ],
)
def test_it_asks_nothing_where_there_is_a_doubt(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "When the engine failed, it took him 14 months.",  # "it" stands for nothing
        "The council's engine failed in the flood. It found a buyer in the harbour at last.",  # the council may have
    ],
)
def test_a_reader_might_take_another_thing_or_nothing_for_it(text: str) -> None:
    frame = "The pump stood in a shed beside the wall of the mine. {} The wall shook, and the shed fell."
    assert not asked(frame.format(text))
    assert asked(frame.format("The engine failed in the flood. It woke the village in the night."))


def test_options_stand_in_the_paragraph_that_is_shown() -> None:
    found = asked(OAK, ENGINE, "The harbour froze, the harbour shook, and the tower fell into the harbour.")
    assert found
    assert all(o.source is not None and o.source.paragraph == one.fact.paragraph for one in found for o in one.options)
    far = "The captain praised the tower and the harbour of the island. The harbour was small. The tower was tall."
    near = "The engine ran at night beside a wall. It drove a belt under the floor."
    assert not asked(far, near, "The tower shook. The harbour froze, and the tower fell into the harbour.")


def test_a_chain_of_they_leads_back_to_its_noun() -> None:
    text = f"{BARGES} They had waited behind the pier for the tide, far from the cranes."
    assert set(stems(text).values()) == {"barges"}
    assert len(stems(text)) == 2


def test_a_sentence_that_matters_little_is_not_asked_about() -> None:
    article = Article(paragraphs(ENGINE), analysed(ENGINE))
    assert referents.write_article(article, least=1 / 3) == []


def test_options_have_the_number_and_form_of_the_key_and_stand_in_the_article() -> None:
    (draft,) = asked(BARGES)
    assert draft.kind is Kind.MULTIPLE_CHOICE
    assert draft.interaction is Interaction.CHOICE
    assert draft.answer_class is AnswerClass.REFERENT
    assert [option.text for option in draft.options if option.key] == ["barges"]
    assert {option.text for option in draft.options} >= {"barges", "sheds", "cranes", "ropes"}
    for option in draft.options:
        assert option.source is not None
        assert BARGES[option.source.start : option.source.end] in option.text


def test_another_word_for_the_key_is_no_option() -> None:
    bill = (
        "The vote shook the house. The bill was passed in June. It creates a school in each town of the valley. The "
        "measure had waited for nine years, and the vote was close."
    )
    assert all("the measure" not in {option.text for option in draft.options} for draft in asked(bill))


def test_a_name_is_no_option_in_small_letters() -> None:
    text = (
        "Rowlands of the mill sold the pump to the mine. The engine was old, and it drove a belt under the wall of the "
        "shed. The belt broke, and the mill fell."
    )
    assert all(option.text.islower() for draft in asked(text) for option in draft.options)
    assert not any("rowlands" in option.text for draft in asked(text) for option in draft.options)


def test_what_a_name_is_meant_by_is_not_asked() -> None:
    text = (
        "The Kallsund Museum opened in May beside Holm House. Leith Hall has its roots in a school for girls, and it "
        "was known as the Sandby Institute. Holm House burnt."
    )
    assert asked(text) == []


def test_bodies_stand_beside_bodies_only() -> None:
    text = (
        "The train stood at the platform, and the statement was short. The company confirmed that it had received a "
        "letter from the union about the train in March."
    )
    assert asked(text) == []


def test_the_evidence_is_both_sentences_and_the_explanation_quotes_the_one_that_names_it() -> None:
    (draft,) = asked(BARGES)
    (named,) = draft.more_evidence
    sentence = BARGES[named.start : named.end].strip()
    assert sentence == "Seven barges had arrived from the islands beside the pier."
    assert draft.fact.statement.startswith("They were towed")
    assert draft.explanation == f"“They” refers to barges: paragraph 1 says, “{sentence}”"
    assert draft.options[0].rationale == draft.explanation


def test_the_checks_let_a_quoted_pronoun_pass() -> None:
    (draft,) = asked(BARGES)
    case = Case(draft, paragraphs(BARGES), analysed(BARGES))
    assert refusal(findings(case)) is None


def test_the_explanation_of_a_referent_quotes_round_the_words_that_name_it() -> None:
    long = "word " * 60 + "the barges lay there " + "word " * 60
    shown = of_referent("They", "the barges", 3, long, long.index("the barges"))
    assert shown.startswith("“They” refers to the barges: paragraph 3 says, “… ")
    assert "the barges lay there" in shown


def test_an_option_with_its_owner_has_no_article() -> None:
    owned = OAK.replace("a gate", "Smeaton's tower").replace("The gate", "Smeaton's tower")
    texts = {option.text for draft in asked(owned) for option in draft.options}
    assert "Smeaton's tower" in texts
    assert not any(text.startswith("the Smeaton") for text in texts)


def test_two_words_for_one_thing_do_not_stand_side_by_side() -> None:
    text = (
        "The valley was cold, and the water fell. The river left its contents in the mud at noon. The water rose, and "
        "the valley was green. The rain had filled the valley."
    )
    assert all("the water" not in {option.text for option in draft.options} for draft in asked(text))


def test_what_the_writer_owns_is_not_asked_about() -> None:
    text = "The sun is calm, and the sky is dark. Our star has moods. Its field broke in the spring. The sun set."
    assert all(draft.keys[0] != "the star" for draft in asked(text))


def test_people_stand_beside_things_but_no_things_beside_people() -> None:
    text = (
        "The residents of the street complain. The zones keep the proceeds, and they have paid for a playground. The "
        "proceeds grew, and the residents and the zones gained."
    )
    for draft in asked(text):
        people = {"the residents"} & {option.text for option in draft.options if option.key}
        assert not people or not {"the proceeds", "the zones"} & {option.text for option in draft.options}


def test_no_option_is_denied_by_the_text() -> None:
    text = (
        "The strike lasted nine nights. It is nearly forgotten now, and not a single photograph of the mill survives. "
        "The battle at the mill was long. The strike and the battle ended, and the mill closed."
    )
    assert not any("photograph" in option.text for draft in asked(text) for option in draft.options)
