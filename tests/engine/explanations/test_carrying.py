"""An item is taken to an edited text with its quotations, sources and paragraph numbers."""

import pytest
from hypothesis import given, settings

from quizzes.engine.explanations import of_distractor, of_key, of_made_figure
from quizzes.engine.explanations.anchoring import Landing, Loss, Standing
from quizzes.engine.explanations.carrying import carry
from quizzes.engine.explanations.quoting import evidence
from quizzes.engine.items.values import Interaction, ItemContent, Kind, Option, Prompt, Source
from tests.engine.explanations.test_anchoring import BOATS, CLOSED, JOBS, OLD, PIER, edits, paragraphs

NEW_FIRST = "This is how a harbour died."


def source(text: str, part: str, number: int) -> Source:
    at = text.index(part)
    return Source(number, at, at + len(part))


def item(**fields) -> ItemContent:
    """Ask for the year of paragraph 1, with an option out of paragraph 3."""
    wanted = {
        "id": "f1",
        "kind": Kind.MULTIPLE_CHOICE,
        "interaction": Interaction.CHOICE,
        "context": None,
        "stem": "According to paragraph 1, when was the harbour closed?",
        "options": (
            Option("1974", True, of_key("1974", 1, CLOSED), source(OLD[0], "1974", 1)),
            Option("2031", False, of_distractor("2031", 3, PIER, PIER.index("2031")), source(PIER, "2031", 3)),
            Option("1979", False, of_made_figure("1979")),
        ),
        "prompts": None,
        "keys": ("1974",),
        "evidence": (evidence(1, 0, len(CLOSED), OLD[0]),),
        "explanation": of_key("1974", 1, CLOSED),
        "fact": "The harbour was closed in 1974.",
        "rule": "when",
        "difficulty": 0.3,
        "score": 0.8,
        "recommended": True,
    }
    return ItemContent(**(wanted | fields))


def carried(one: ItemContent, *texts: str, old: tuple[str, ...] = OLD):
    before = paragraphs(*old)
    return carry(one, {row.number: row for row in before}, Landing(paragraphs(*texts), before))


def test_an_item_of_an_unchanged_paragraph_stays_as_it_is():
    found = carried(item(), *OLD, "A new end.")
    assert found.standing is Standing.UNCHANGED
    assert found.content == item()


def test_numbers_follow_the_paragraphs():
    found = carried(item(), NEW_FIRST, *OLD)
    assert found.standing is Standing.MOVED
    content = found.content
    assert content.stem == "According to paragraph 2, when was the harbour closed?"
    assert content.explanation == of_key("1974", 2, CLOSED)
    assert [option.rationale for option in content.options] == [
        of_key("1974", 2, CLOSED),
        of_distractor("2031", 4, PIER, PIER.index("2031")),
        of_made_figure("1979"),
    ]
    assert [option.source and option.source.paragraph for option in content.options] == [2, 4, None]
    assert content.evidence[0].paragraph == 2


def test_a_quoted_paragraph_number_is_the_articles_own():
    quoted = "says: “The court named paragraph 1 of the law.”"
    moved = carried(item(explanation=f"Paragraph 1 {quoted}"), NEW_FIRST, *OLD).content
    assert moved.explanation == f"Paragraph 2 {quoted}"


def test_a_reworded_sentence_is_quoted_as_it_is_now():
    now = "The harbour at Vell was shut in 1974 after a storm."
    found = carried(item(), now, *OLD[1:])
    assert found.standing is Standing.REWORDED
    assert found.content.explanation == of_key("1974", 1, now)
    assert found.content.options[0].source == source(now, "1974", 1)
    assert found.content.evidence[0].exact == now


@pytest.mark.parametrize("gone", [(CLOSED, OLD[1]), (CLOSED, OLD[1], "Ada Lind said the pier would open in 2041.")])
def test_an_option_whose_sentence_is_gone_loses_its_source_and_its_quotation(gone):
    found = carried(item(), *gone)
    assert found.standing is Standing.UNCHANGED
    option = found.content.options[1]
    assert (option.source, option.rationale) == (None, of_made_figure("2031"))
    assert found.sourceless == ("2031",)


def test_the_key_is_never_said_to_be_missing():
    now = "The harbour at Vell was closed in 1974, in May 1974, after a storm."
    key = carried(item(), now, *OLD[1:]).content.options[0]
    assert (key.source, key.rationale) == (None, of_key("1974", 1, now))


def test_a_source_is_no_part_of_another_word():
    old = ("The war was over in May of that year.",)
    options = (Option("war", False, "It was something else.", source(old[0], "war", 1)),)
    one = item(
        options=options, evidence=(evidence(1, 0, len(old[0]), old[0]),), keys=("May",), explanation="", stem="?"
    )
    found = carried(one, "War was over in a warm May of that year.", old=old).content
    assert found.options[0].source is None


def test_an_explanation_in_doubt_is_told_by_the_evidence_alone():
    one = item(explanation="Paragraph 1 says so, and paragraph 3 does not.")
    assert carried(one, CLOSED, OLD[1]).content.explanation == of_key("1974", 1, CLOSED)


def test_a_rationale_of_ones_own_outlives_its_sentence():
    options = (item().options[0], Option("2031", False, "That is much later.", source(PIER, "2031", 3)))
    assert carried(item(options=options), CLOSED, OLD[1]).content.options[1].rationale == "That is much later."


def test_an_item_whose_key_is_gone_is_lost():
    found = carried(item(), "The harbour at Vell was closed after a storm.", *OLD[1:])
    assert (found.standing, found.content, found.loss) == (Standing.LOST, None, Loss.KEY_GONE)


def test_another_spelling_of_the_key_may_stand_in_its_place():
    now = "Mayor Lind said the new pier would open in 2031."
    one = item(keys=("Ada Lind", "Lind"), options=None, stem="Who spoke?", evidence=(evidence(3, 0, len(PIER), PIER),))
    assert carried(one, CLOSED, OLD[1], now).loss is Loss.FACTS_CHANGED  # “Ada” is a name that is gone
    told = "Mayor Ada Lind said that the new pier would open in 2031."
    assert carried(one, CLOSED, OLD[1], told).standing is Standing.REWORDED


@pytest.mark.parametrize(
    ("now", "standing"),
    [
        ("Some 400 boats had used the bay every summer.", Standing.REWORDED),
        ("Some 400 ships had used it every summer.", Standing.LOST),
    ],
)
def test_each_gap_keeps_its_key(now, standing):
    one = item(
        kind=Kind.CLOZE,
        interaction=Interaction.TEXT_ENTRY,
        stem="Some _____ _____ had used it every summer.",
        keys=("400; boats",),
        options=None,
        prompts=(Prompt("1", "400|four hundred"), Prompt("2", "boats|vessels")),
        evidence=(evidence(2, 0, len(BOATS), OLD[1]),),
    )
    assert carried(one, CLOSED, f"{now} {JOBS}", PIER).standing is standing


def test_an_item_of_two_sentences_is_lost_with_either():
    both = (*item().evidence, evidence(3, 0, len(PIER), PIER))
    found = carried(item(evidence=both), CLOSED, OLD[1])
    assert (found.standing, found.loss) == (Standing.LOST, Loss.GONE)
    assert [one.standing for one in found.found] == [Standing.UNCHANGED, Standing.LOST]


def test_a_stem_is_lost_when_its_paragraph_is_in_two_places():
    two = (evidence(2, 0, len(BOATS), OLD[1]), evidence(2, len(BOATS) + 1, len(OLD[1]), OLD[1]))
    one = item(stem="According to paragraph 2, what was lost?", keys=("90 jobs",), evidence=two, options=None)
    found = carried(one, CLOSED, BOATS, JOBS, PIER)
    assert (found.standing, found.loss) == (Standing.LOST, Loss.PARAGRAPH_CHANGED)


def test_an_explanation_of_a_divided_paragraph_names_each_part():
    two = (evidence(2, 0, len(BOATS), OLD[1]), evidence(2, len(BOATS) + 1, len(OLD[1]), OLD[1]))
    told = f"Boats – 400: paragraph 2 says, “{BOATS}” Jobs – 90: paragraph 2 says, “{JOBS}”"
    one = item(stem="What was lost?", keys=("90 jobs",), evidence=two, options=None, explanation=told)
    moved = carried(one, CLOSED, BOATS, JOBS, PIER).content.explanation
    assert moved == f"Boats – 400: paragraph 2 says, “{BOATS}” Jobs – 90: paragraph 3 says, “{JOBS}”"


def counting(kind: Kind, stem: str) -> ItemContent:
    options = tuple(
        Option(f"Sentence {number}", number == 2, f"Sentence {number} says so.", source(OLD[1], text, 2))
        for number, text in enumerate((BOATS, JOBS), start=1)
    )
    last = evidence(2, len(BOATS) + 1, len(OLD[1]), OLD[1])
    return item(
        kind=kind,
        stem=stem,
        options=options,
        keys=("Sentence 2",),
        evidence=(last,),
        explanation="It says so (paragraph 2).",
    )


@pytest.mark.parametrize(
    ("kind", "stem"),
    [
        (Kind.LOCATE, "Which sentence of paragraph {} shows that work was lost?"),
        (Kind.INSERTION, "Where in paragraph {} does this sentence belong? “The town lost 90 jobs.”"),
    ],
)
def test_what_counts_sentences_moves_only_with_its_whole_paragraph(kind, stem):
    one = counting(kind, stem.format(2))
    moved = carried(one, NEW_FIRST, *OLD)
    assert (moved.content.stem, moved.content.explanation) == (stem.format(3), "It says so (paragraph 3).")
    assert {option.source.paragraph for option in moved.content.options} == {3}
    lost = carried(one, CLOSED, f"{BOATS} It was over. {JOBS}", PIER)
    assert (lost.standing, lost.loss) == (Standing.LOST, Loss.PARAGRAPH_CHANGED)


def test_the_sentence_above_a_stem_follows_its_text():
    one = item(context=JOBS)
    assert carried(one, *OLD).content.context == JOBS
    now = "The small town lost 90 jobs."
    reworded = carried(one, CLOSED, f"{BOATS} {now}", PIER)
    assert (reworded.standing, reworded.content.context) == (Standing.REWORDED, now)
    assert carried(one, CLOSED, BOATS, PIER).standing is Standing.LOST


def test_a_name_in_brackets_above_a_stem_stays_with_its_sentence():
    one = item(context="The [Leith] town lost 90 jobs.")
    assert carried(one, *OLD).content.context == "The [Leith] town lost 90 jobs."
    reworded = carried(one, CLOSED, f"{BOATS} The small town lost 90 jobs.", PIER)
    assert (reworded.standing, reworded.content.context) == (Standing.REWORDED, "The small town lost 90 jobs.")


def test_pairs_keep_the_places_of_their_prompts():
    prompts = (Prompt("Ada Lind", "mayor", source(PIER, "Ada Lind", 3)), Prompt("Bo Ek", "pilot"))
    one = item(kind=Kind.MATCHING, interaction=Interaction.MATCH, prompts=prompts)
    moved = carried(one, NEW_FIRST, *OLD).content.prompts
    assert [prompt.source and prompt.source.paragraph for prompt in moved] == [4, None]


@given(edits())
@settings(max_examples=100, deadline=None)
def test_random_edits_never_leave_a_wrong_source(edited):
    old, new = (paragraphs(*texts) for texts in edited)
    before, landing = {row.number: row for row in old}, Landing(new, old)
    for row in old:
        place = source(row.text, row.text.split()[0].rstrip("."), row.number)
        word = row.text[place.start : place.end]
        one = item(
            stem=f"According to paragraph {row.number}, what is it?",
            keys=(word,),
            options=(Option(word, True, of_key(word, row.number, row.text), place),),
            evidence=(evidence(row.number, 0, len(row.text), row.text),),
        )
        check(carry(one, before, landing), word, new)


def check(found, word: str, new) -> None:
    assert (found.content is None) == (found.standing is Standing.LOST)
    if found.content is None:
        return
    quotation, option = found.content.evidence[0], found.content.options[0]
    assert new[quotation.paragraph - 1].text[quotation.start : quotation.end] == quotation.exact
    assert found.content.stem == f"According to paragraph {quotation.paragraph}, what is it?"
    if option.source is not None:
        place = option.source
        assert new[place.paragraph - 1].text[place.start : place.end] == word
