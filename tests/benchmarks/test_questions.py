import pytest

from benchmarks.asking import first_questions, spaced, truecased
from benchmarks.questions import grouped, longest_common, main, measure, rouge_l, scores, tokenised

SENTENCES = (
    "norway bought the mill of leith in 1911 .",
    "the mayor of leith -lrb- a port -rrb- opened the new bridge in may .",
)
REFERENCES = ("in what year did norway buy the mill of leith ?", "who opened the new bridge in may ?")


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "nqg-dev"
    folder.mkdir()
    (folder / "src-dev.txt").write_text("\n".join((*SENTENCES, SENTENCES[0])) + "\n")
    (folder / "tgt-dev.txt").write_text("\n".join((*REFERENCES, "what did norway buy in 1911 ?")) + "\n")
    return tmp_path


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("the mill 's roof fell .", "the mill's roof fell."),
        ("it cost $ 5 ( new ) , he said", "it cost $5 (new), he said"),
        ('the " old " mill', 'the "old" mill'),
    ],
)
def test_tokens_become_plain_text(tokens, text):
    assert spaced(tokens.split()) == text


def test_names_and_first_words_get_capitals():
    assert truecased(SENTENCES[:1]) == ["Norway bought the mill of Leith in 1911."]


def test_a_question_is_written_as_the_references_are():
    assert tokenised("Did Leith's (old) mill burn?") == "did leith 's -lrb- old -rrb- mill burn ?".split()


def test_longest_common_subsequence_may_skip():
    assert longest_common("when did the mill burn ?".split(), "when the old mill burn".split()) == 4


def test_rouge_takes_the_best_reference():
    assert rouge_l(["who", "came"], [["when"], ["who", "came"]]) == pytest.approx(1.0)


def test_an_empty_question_earns_nothing():
    assert rouge_l([], [["who"]]) == 0.0


def test_questions_about_one_sentence_are_its_references():
    found = grouped(["a .", "b .", "a ."], ["x ?", "y ?", "z ?"])
    assert found == {"a .": [["x", "?"], ["z", "?"]], "b .": [["y", "?"]]}


def test_a_sentence_without_a_question_lowers_both_scores():
    reference = ["who", "opened", "the", "new", "bridge", "?"]
    full, half = scores([reference, reference], [[reference]] * 2), scores([reference, []], [[reference]] * 2)
    assert half["question_share_percent"] == 50
    assert half["question_bleu4"] < full["question_bleu4"] == pytest.approx(100)
    assert half["question_rouge_l"] == pytest.approx(50)


def test_every_sentence_gets_a_question():
    assert first_questions(SENTENCES) == [
        ("In what year did Norway buy the mill of Leith?", True),
        ("When did the mayor of Leith (a port) open the new bridge?", True),
    ]


def test_what_no_clause_asks_is_named():
    assert first_questions(["the old mills of leith ."]) == [("What are the old mills?", False)]


def test_the_data_are_measured(data):
    figures = measure(str(data))
    assert figures["question_sentences"] == 2
    assert figures["question_share_percent"] == figures["question_of_clause_percent"] == 100
    assert figures["question_rouge_l"] > 50


def test_absent_data_are_named(tmp_path, capsys):
    assert measure(str(tmp_path)) == {}
    assert main([str(tmp_path)]) == 2
    assert "src-dev.txt" in capsys.readouterr().err
