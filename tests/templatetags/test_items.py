"""The wording of an item is shown safely."""

from quizzes.templatetags.items import stem, stem_text


def test_a_gap_is_a_ruled_blank_with_a_word_for_screen_readers():
    assert stem("Closed in _____.") == 'Closed in <span class="gap"><span class="hide">blank</span></span>.'


def test_the_rest_of_a_stem_is_escaped():
    assert stem("<b> & _____") == '&lt;b&gt; &amp; <span class="gap"><span class="hide">blank</span></span>'


def test_a_stem_as_plain_text_has_an_ellipsis():
    assert stem_text("Closed in _____.") == "Closed in …."
