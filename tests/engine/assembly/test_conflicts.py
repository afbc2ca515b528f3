from dataclasses import replace

from quizzes.engine.assembly.conflicts import clash, detail, gives_away, same
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Interaction, Kind, Option, Prompt, Source
from tests.engine.assembly.proposals import proposal, truth

FIGURE = proposal("How many ferries sailed to Libya in spring?", "800", paragraph=4, answer_class=AnswerClass.COUNT)


def test_two_items_on_one_sentence_are_the_same():
    assert same(proposal("Who built the mill?"), proposal("When did the ferry sink?", "1963"))


def test_nearly_equal_words_are_the_same():
    one = proposal("Which country sank the wooden ferry in the storm?", paragraph=1)
    other = proposal("Which country sank the wooden ferry in a storm?", "Sweden", paragraph=2)
    assert same(one, other)


def test_a_statement_with_the_key_gives_it_away():
    told = proposal("In Libya 800 ferries sailed.", "True", paragraph=5)
    assert gives_away(told, FIGURE)
    assert clash(FIGURE, told)


def test_a_figure_in_another_matter_gives_nothing_away():
    told = proposal("The museum bought 800 paintings of horses.", "True", paragraph=5)
    assert not gives_away(told, FIGURE)


def test_a_true_statement_has_no_key_to_give_away():
    assert not gives_away(FIGURE, truth(7, "True"))


def test_sentence_numbers_of_two_paragraphs_are_two_answers():
    located = proposal("Which sentence of paragraph 2 shows that it rained?", "Sentence 2", kind=Kind.LOCATE)
    assert detail(located) == ""


def _missing(paragraph, key, others=("Snow fell on the roofs.", "Bees slept."), **fields):
    return proposal(
        f"In paragraph {paragraph}, which sentence stands in the gap?",
        key,
        paragraph=paragraph,
        kind=Kind.INSERTION,
        answer_class=AnswerClass.MISSING,
        options=(Option(key, True, "why"), *(Option(other, False, "why") for other in others)),
        **fields,
    )


def test_missing_sentences_of_two_paragraphs_are_two_questions_though_asked_alike():
    assert not clash(_missing(1, "The mill was sold in May."), _missing(2, "A ferry sank off Fife."))


def test_two_sentences_taken_out_of_one_paragraph_show_each_other():
    moved = proposal("Where in paragraph 1 does this sentence belong? “Rain fell.”", "2", kind=Kind.INSERTION)
    assert clash(moved, _missing(1, "The mill was sold in May."))
    assert not clash(moved, _missing(2, "The mill was sold in May."))


def test_two_gaps_of_one_paragraph_clash_where_one_shows_the_others_sentence():
    first = _missing(1, "The mill was sold in May.", context="Rain fell. _____ Nobody saw it.")
    apart = _missing(1, "A ferry sank off Fife.", context="Bells rang. _____ Snow fell.")
    apart = replace(apart, draft=replace(apart.draft, fact=replace(apart.draft.fact, start=200, end=222)))
    shown = replace(apart, draft=replace(apart.draft, context="The mill was sold in May. _____ Snow fell."))
    assert not clash(first, apart)
    assert clash(first, shown)


def test_a_sentence_that_is_offered_gives_away_what_it_tells():
    assert gives_away(_missing(1, "The mill was sold.", ("In Libya 800 ferries sailed in spring.",)), FIGURE)
    assert not gives_away(_missing(1, "The mill was sold."), FIGURE)


def _matching(paragraph, *pairs):
    return proposal(
        "Match each country with its catch.",
        "pairs",
        paragraph=paragraph,
        kind=Kind.MATCHING,
        interaction=Interaction.MATCH,
        answer_class=AnswerClass.PAIRS,
        prompts=tuple(Prompt(text, match) for text, match in pairs),
        options=tuple(Option(match, True, "why") for _, match in pairs),
        more_evidence=(Source(8, 0, 10), Source(9, 0, 10)),
    )


PAIRS = (("Grey seals on Norway rocks", "400"), ("Red boats of Sweden", "650"), ("Old mills in Latvia", "900"))


def test_a_question_whose_key_the_pairs_tell_cannot_stand_beside_them():
    assert clash(_matching(1, *PAIRS), proposal("How many boats sail from Sweden?", "650", paragraph=5))
    assert not clash(_matching(1, *PAIRS), proposal("How many farms grow rye in Poland?", "30", paragraph=5))


def test_a_statement_that_tells_a_pair_cannot_stand_beside_it():
    assert clash(truth_of("There are 650 red boats in Sweden.", 5), _matching(1, *PAIRS))


def test_one_sentence_serves_one_item():
    assert clash(_matching(1, *PAIRS), proposal("Who paints doors in Riga?", "Ivo", paragraph=9))


def truth_of(stem, paragraph):
    return proposal(stem, "True", paragraph=paragraph, kind=Kind.TRUE_FALSE, answer_class=AnswerClass.TRUTH)
