from quizzes.engine import explanations

SENTENCE = "In Norway, the herd is thought to count 800."


def test_key_is_shown_in_its_sentence():
    assert explanations.of_key("800", 16, SENTENCE) == f"Paragraph 16 says: “{SENTENCE}”"


def test_true_and_false_name_their_paragraph():
    assert explanations.of_true(2, SENTENCE) == f"True: paragraph 2 says, “{SENTENCE}”"
    shown = explanations.of_false("750", "800", 2, SENTENCE)
    assert "has “750” where paragraph 2 has “800”" in shown


def test_distractor_is_shown_where_it_stands():
    shown = explanations.of_distractor("800", 16, SENTENCE, SENTENCE.index("800"))
    assert "“800”" in shown
    assert "Paragraph 16" in shown
    assert SENTENCE in shown


def test_chosen_option_brings_its_own_reason():
    options = [{"rationale": "right"}, {"rationale": ""}]
    assert explanations.of_choice(options, 0) == "right"
    assert explanations.of_choice(options, 1)
    assert explanations.of_choice(options, 7) == ""
