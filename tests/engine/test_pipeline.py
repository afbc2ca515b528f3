"""What holds for every item of an article, whatever the seed."""

import json

import pytest

from quizzes.engine.items.identity import same_item
from quizzes.engine.items.json import to_dict
from quizzes.engine.items.values import GAP, Interaction, Kind
from quizzes.engine.items.wording import stands_in
from quizzes.engine.pipeline import STAGES, generate
from quizzes.engine.vetting.values import PAIRED, PLACED, SINGLE
from tests.engine.sample import generation, paragraphs

SEEDS = (0, 1, 2)


def shown(seed):
    return json.dumps([to_dict(item) for item in generation(seed).items])


def items():
    return [item for seed in SEEDS for item in generation(seed).items]


def test_an_article_of_300_words_gives_items_of_all_kinds_with_one_question():
    assert len(generation().items) >= 8
    assert {item.kind for item in items()} >= SINGLE


def test_evidence_is_an_exact_slice_with_its_surroundings():
    for item in items():
        for quotation in item.evidence:
            text = paragraphs()[quotation.paragraph - 1].text
            assert text[quotation.start : quotation.end] == quotation.exact
            assert text[: quotation.start].endswith(quotation.prefix)
            assert text[quotation.end :].startswith(quotation.suffix)


def test_no_stem_holds_its_key():
    for item in items():
        if item.kind is not Kind.TRUE_FALSE:
            assert not stands_in(item.keys[0], item.stem.replace(GAP, " "))


def test_options_are_four_distinct_ones_with_one_key():
    for item in items():
        if item.options is None:
            assert item.interaction is Interaction.TEXT_ENTRY
            continue
        texts = [option.text for option in item.options]
        assert len(set(texts)) == len(texts)
        assert all(option.rationale for option in item.options)
        if item.kind in PAIRED:
            continue
        assert len(texts) == (2 if item.kind is Kind.TRUE_FALSE else 4) or item.kind in PLACED
        assert [option.text for option in item.options if option.key] == [item.keys[0]]


def test_true_comes_before_false():
    for item in items():
        if item.kind is Kind.TRUE_FALSE:
            assert [option.text for option in item.options or ()] == ["True", "False"]


def test_sources_of_options_are_what_they_say():
    for item in items():
        for option in item.options or ():
            if option.source is not None and item.kind is not Kind.TRUE_FALSE and not option.key:
                source = option.source
                found = paragraphs()[source.paragraph - 1].text[source.start : source.end]
                assert found.lower() in option.text.lower() or any(char.isdigit() for char in option.text)


def test_no_two_items_are_the_same_or_share_an_id():
    for seed in SEEDS:
        chosen = generation(seed).items
        assert len({item.id for item in chosen}) == len(chosen)
        assert not any(same_item(one, other) for i, one in enumerate(chosen) for other in chosen[i + 1 :])


def test_best_first():
    scores = [item.score for item in generation().items]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_seed_gives_the_same_bytes(seed):
    again = generate(paragraphs(), seed=seed)
    assert json.dumps([to_dict(item) for item in again.items]) == shown(seed)


def test_another_seed_gives_another_selection():
    assert len({shown(seed) for seed in SEEDS}) > 1


def test_the_report_adds_up():
    report = generation().report
    assert report.shown == len(generation().items)
    assert report.recommended == sum(item.recommended for item in generation().items)
    assert report.drafts >= report.shown + sum(report.refused.values())
    assert report.words > 250


def test_maximum_and_kinds():
    few = generate(paragraphs(), maximum=2, kinds={Kind.CLOZE})
    assert len(few.items) == 2
    assert {item.kind for item in few.items} == {Kind.CLOZE}
    assert few.report.requested == 2


def test_progress_runs_through_the_stages():
    heard: list[tuple[str, int, int]] = []
    generate(paragraphs(), progress=lambda *told: heard.append(told))
    assert list(dict.fromkeys(stage for stage, _, _ in heard)) == list(STAGES)
    assert all(0 <= done <= total for _, done, total in heard)


def test_progress_may_cancel():
    def stop(stage: str, done: int, total: int) -> None:
        raise InterruptedError(stage)

    with pytest.raises(InterruptedError):
        generate(paragraphs(), progress=stop)


def test_no_text_gives_no_items():
    assert generate(()).items == ()
