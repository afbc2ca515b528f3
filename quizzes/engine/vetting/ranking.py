"""The score of an item: a linear sum of named features whose weights are the data file beside this module."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Interaction
from quizzes.engine.items.wording import meaning, tokens
from quizzes.engine.text.lexicon import zipf
from quizzes.engine.vetting.values import Case, Finding

WEIGHTS = Path(__file__).with_name("weights.json")
NAMES = frozenset((AnswerClass.PERSON, AnswerClass.PLACE, AnswerClass.ORGANIZATION, AnswerClass.NAME))
LONG_STEM = 30
LONG_KEY = 12
RARE = 4.0  # on the Zipf scale: about ten in a million words


@cache
def weights() -> dict[str, Any]:
    """Return the weights: a bias, a threshold for recommending, a weight a feature and one a rule."""
    loaded: dict[str, Any] = json.loads(WEIGHTS.read_text())
    return loaded


def features(case: Case, found: Sequence[Finding]) -> dict[str, float]:
    """Return what the score is made of, each from 0 to 1; a writer's own features keep their names."""
    draft = case.draft
    wrong = [option for option in draft.options if not option.key]
    return {
        **draft.features,
        "salience": draft.fact.salience,
        "figure": float(draft.value is not None or draft.features.get("figure", 0.0)),
        "name": float(draft.answer_class in NAMES),
        "from_article": sum(option.source is not None for option in wrong) / len(wrong) if wrong else 0.0,
        "short_stem": max(0.0, 1 - len(draft.stem.split()) / LONG_STEM),
        "standalone": float(case.draft.context is None),
        "restated": 1 - _overlap(case),
        "minor": float(bool(found)),
        "context": float(case.draft.context is not None),
        "typed_phrase": float(draft.answer_class is AnswerClass.PHRASE and draft.interaction is Interaction.TEXT_ENTRY),
    }


def _overlap(case: Case) -> float:
    """Return the share of the stem's words that are taken from the evidence."""
    asked = meaning(case.draft.stem)
    return len(asked & meaning(case.sentence)) / len(asked) if asked else 0.0


def score(case: Case, found: Sequence[Finding]) -> float:
    """Return the score from 0 to 1, to three places."""
    known = weights()
    total: float = known["bias"] + known["rules"].get(case.draft.rule, 0.0)
    total += sum(known["features"].get(name, 0.0) * value for name, value in features(case, found).items())
    return round(min(1.0, max(0.0, total)), 3)


def recommended(value: float) -> bool:
    """Say whether a score reaches the threshold above which an item is shown first."""
    return bool(value >= weights()["threshold"])


def difficulty(case: Case) -> float:
    """Return a guess from 0 (easy) to 1: longer, rarer, less verbatim, typed, and with near distractors is harder."""
    draft = case.draft
    words = tokens(draft.stem)
    rare_words = sum(zipf(word) < RARE for word in words if word.isalpha()) / max(1, len(words))
    length = min(1.0, len(words) / LONG_STEM)
    typed = draft.interaction is Interaction.TEXT_ENTRY
    key_length = min(1.0, len(tokens(draft.keys[0])) / LONG_KEY)
    wrong = [option for option in draft.options if not option.key]
    near = sum(option.source is not None for option in wrong) / len(wrong) if wrong else 0.0
    guess = 0.15 + 0.2 * length + 0.2 * rare_words + 0.2 * (1 - _overlap(case)) + 0.15 * typed + 0.1 * key_length
    return round(min(1.0, guess + 0.15 * near), 2)
