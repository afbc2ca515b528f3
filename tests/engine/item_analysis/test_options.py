"""Who chose what: options in the order of the item, typed texts with the most frequent first."""

from quizzes.engine.item_analysis import OptionCount, count_options, count_texts

OPTIONS = [{"text": "1974", "key": True}, {"text": "1979", "key": False}, {"text": "2031", "key": False}]


def choices(*indexes):
    return [{"choice": index} for index in indexes]


def test_each_option_is_counted_in_the_order_of_the_item():
    assert count_options(OPTIONS, choices(0, 2, 2, 0, 0)) == [
        OptionCount("1974", True, 3),
        OptionCount("1979", False, 0),
        OptionCount("2031", False, 2),
    ]


def test_answers_that_name_no_option_are_left_out():
    counts = count_options(OPTIONS, [{}, {"choice": 9}, {"text": "1974"}, {"choice": 1}])

    assert [row.count for row in counts] == [0, 1, 0]


def test_nobody_chose_anything():
    assert [row.count for row in count_options(OPTIONS, [])] == [0, 0, 0]


def test_typed_texts_are_counted_most_frequent_first():
    given = [({"text": "1979"}, False), ({"text": "1974"}, True), ({"text": "1974"}, True)]

    assert count_texts(given) == [OptionCount("1974", True, 2), OptionCount("1979", False, 1)]


def test_case_and_spaces_do_not_divide_a_text_and_the_first_spelling_is_shown():
    given = [({"text": "Ada  Lind "}, True), ({"text": "ada lind"}, True)]

    assert count_texts(given) == [OptionCount("Ada Lind", True, 2)]


def test_empty_texts_are_left_out():
    assert count_texts([({"text": "  "}, False), ({}, False)]) == []
