from quizzes.engine.assembly.conflicts import clash, detail, gives_away, same
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Kind
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
