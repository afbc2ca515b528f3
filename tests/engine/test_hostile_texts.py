"""Texts that nobody writes end in a report, with nothing asked about what cannot be read."""

import pytest

from quizzes.engine.language.sentences import LONGEST_WORDS
from quizzes.engine.pipeline import LONG_PARAGRAPH, LONG_SENTENCE, STAGES, generate
from quizzes.engine.text import clean
from quizzes.engine.text.parts import PART

MILL = "Clara Weiss sold the mill at Leith to the town council in 1911."
WORDS = ("the mill by the river was opened by Ada Stone " * 2_500).split()
TEXTS = {
    "empty": "",
    "no words": " \n\t" * 1_000,
    "a million line breaks": "\n" * 1_000_000,
    "no stops": " ".join(WORDS[:5_000]),
    "capitals": f"{MILL} ".upper() * 40,
    "emoji": "😀 👩‍👩‍👧 🏳️‍🌈 " * 300,
    "emoji in sentences": f"{MILL} 🎉 " * 30,
    "right to left": f"\u202e{MILL}\u202c\u200f " * 40,
    "Arabic": "ذهب الولد إلى المدرسة في عام 1911. " * 60,
    "nested quotation marks": "“" * 10_000 + MILL + "”" * 10_000,
    "nested brackets": "(" * 10_000 + MILL + ")" * 10_000,
    "brackets around words": "(a " * 10_000 + ")" * 10_000,
    "digits": "1234567890 " * 3_000,
    "one number": "1" * 30_000,
    "control characters": f"\x00{MILL}\x07 \x1b[0m\x00\n" * 60,
    "accents without letters": "a" + "\u0301" * 20_000,
    "full stops": ". " * 3_000,
    "hyphens": "a-" * 20_000,
}
TOO_LONG = {
    "one sentence of 20,000 words": (" ".join(WORDS[:20_000]) + ".", LONG_PARAGRAPH),
    "10 MB of one letter": ("a" * 10_000_000, LONG_PARAGRAPH),
    "5,000 words without a stop": (" ".join(WORDS[:5_000]), LONG_SENTENCE),
}


@pytest.mark.parametrize("raw", TEXTS.values(), ids=TEXTS.keys())
def test_any_text_ends_in_a_report(raw):
    paragraphs = clean(raw)
    generation = generate(paragraphs)
    assert generation.report.shown == len(generation.items)
    for item in generation.items:
        for held in item.evidence:
            assert paragraphs[held.paragraph - 1].text[held.start : held.end] == held.exact


@pytest.mark.parametrize(("raw", "reason"), TOO_LONG.values(), ids=TOO_LONG.keys())
def test_what_is_too_long_is_counted(raw, reason):
    report = generate(clean(raw)).report
    assert report.skipped == {reason: 1}
    assert report.drafts == 0


def test_an_endless_sentence_hides_none_beside_it():
    endless = "The list has " + ", ".join(f"crop{n}" for n in range(LONGEST_WORDS)) + "."
    generation = generate(clean(f"{MILL} {endless} The council of Leith spent £640,000 on its repair in 1950."))
    assert generation.report.skipped == {LONG_SENTENCE: 1}
    assert {item.evidence[0].exact[:5] for item in generation.items} == {"Clara", "The c"}


def test_nothing_is_skipped_in_an_ordinary_text():
    assert generate(clean(MILL)).report.skipped == {}


def test_each_stage_of_a_long_text_tells_steadily_how_far_it_is():
    endless = "It has " + ", ".join(f"crop{n}" for n in range(600)) + "."  # many words that need no time
    blocks = [f"{MILL.replace('mill', f'mill{n}')} {endless}" for n in range(2 * PART // 600 + 2)]
    heard = []
    generate(clean("\n\n".join(blocks)), progress=lambda *told: heard.append(told))
    assert list(dict.fromkeys(stage for stage, _, _ in heard)) == list(STAGES)
    for stage in STAGES:
        done = [now for name, now, _ in heard if name == stage]
        assert done == sorted(done)
        assert len(done) >= 3 - (stage == STAGES[-1])  # one set is chosen for all parts
        assert all(now <= total for name, now, total in heard if name == stage)
