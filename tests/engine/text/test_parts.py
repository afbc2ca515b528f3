from quizzes.engine.text.parts import EMPTY, LONGEST_CHARACTERS, PART, parts, too_long
from quizzes.engine.text.values import Paragraph, ParagraphKind

BLOCK = 100


def block(number, kind=ParagraphKind.BODY, text="word " * BLOCK):
    return Paragraph(f"p{number}", number, kind, text)


def blocks(count):
    return [block(number) for number in range(1, count + 1)]


def test_an_ordinary_article_is_one_part():
    article = blocks(PART // BLOCK)
    assert parts(article) == [tuple(article)]


def test_an_empty_text_is_one_empty_part():
    assert parts([]) == [()]


def test_each_paragraph_stands_in_one_part_at_its_number():
    article = blocks(400)
    divided = parts(article)
    assert [paragraph for part in divided for paragraph in part if paragraph.text] == article
    assert all(part[paragraph.number - 1] is paragraph for part in divided for paragraph in part if paragraph.text)


def test_parts_are_of_like_length_however_long_the_text():
    for count in (61, 130, 777):
        sizes = [sum(bool(paragraph.text) for paragraph in part) * BLOCK for part in parts(blocks(count))]
        assert max(sizes) <= 1.1 * PART
        assert min(sizes) >= 0.4 * PART


def test_a_part_ends_before_a_heading_that_is_near():
    article = blocks(100)
    article[45] = block(46, ParagraphKind.HEADING, "The mill")
    second = parts(article)[1]
    assert next(paragraph.number for paragraph in second if paragraph.text) == 46


def test_the_title_heads_every_part():
    article = blocks(200)
    article[0] = block(1, ParagraphKind.TITLE, "A long book")
    assert all(part[0].text == "A long book" for part in parts(article))


def test_a_paragraph_that_is_too_long_is_left_empty():
    endless = block(2, text="a" * (LONGEST_CHARACTERS + 1))
    assert too_long(endless)
    assert too_long(block(1, text="a " * 10_001))
    assert not too_long(block(1))
    assert parts([block(1), endless, block(3)]) == [(block(1), EMPTY, block(3))]
