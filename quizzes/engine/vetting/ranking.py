"""The score of an item: the estimated chance that an instructor uses it as it is, from the features that are weighed.

The weights are the data file beside this module; `python -m benchmarks.train_ranker` makes it from rated items.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Interaction, Kind
from quizzes.engine.items.wording import meaning
from quizzes.engine.vetting.values import QUOTED, Case, Finding
from quizzes.engine.vetting.wording_features import DEMONSTRATIVE, LONG_STEM, LOOSE, NAME, Wording, of_wording

WEIGHTS = Path(__file__).with_name("weights.json")
RECURS = 3
HELD_BACK = 0.9
LEAST_SALIENCE = 0.35  # below it raters called a third a detail by the way, above it a tenth
# A rule is recommended while blind raters would use so many of its items; a new one is taken to be as good as most.
LEAST_RATE, USUAL_RATE, USUAL_WORTH = 0.6, 0.65, 4
WINDOW = 15
TEMPLATE_KINDS = frozenset((Kind.MATCHING, Kind.ORDERING, Kind.LOCATE, Kind.INSERTION))
NAMES = frozenset((AnswerClass.PERSON, AnswerClass.PLACE, AnswerClass.ORGANIZATION, AnswerClass.NAME))


def is_template(draft: Draft) -> bool:
    """Say whether a stem is a frame round words of the article, as that of a locate or a reference item."""
    return draft.kind in TEMPLATE_KINDS or draft.answer_class is AnswerClass.REFERENT


@cache
def weights() -> dict[str, Any]:
    """Return the weights: a bias, a threshold for recommending, and a weight a feature."""
    loaded: dict[str, Any] = json.loads(WEIGHTS.read_text())
    return loaded


def wording(draft: Draft, sentence: str) -> Wording:
    """Return the words of a draft as the features read them; True and False are no options to compare."""
    truth = draft.kind is Kind.TRUE_FALSE
    wrong = () if truth else tuple(option.text for option in draft.options if not option.key)
    return Wording(draft.stem, "" if truth else draft.keys[0], sentence, wrong)


def _key_words(draft: Draft) -> frozenset[str]:
    """Return the words of a key that is a text of its own; "True" and "Sentence 2" are none."""
    own = not is_template(draft) and draft.kind is not Kind.TRUE_FALSE
    return meaning(draft.keys[0]) if own else frozenset()


def of_article(asked: frozenset[str], key: frozenset[str], around: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return how far the words of stem and key recur in the paragraphs around: what the article is about does."""
    shares = [min(1.0, max(0, sum(word in words for words in around) - 1) / RECURS) for word in sorted(asked - key)]
    holding = sum(key <= words for words in around) if key else 1
    return {
        "topical": sum(shares) / len(shares) if shares else 0.0,
        "key_recurs": min(1.0, max(0, holding - 1) / RECURS),
    }


def _around(case: Case) -> list[frozenset[str]]:
    """Return the words of each paragraph near the evidence; a window, so that a book takes linear time."""
    last = case.draft.fact.paragraph
    return [meaning(paragraph.text) for paragraph in case.paragraphs[max(0, last - 1 - WINDOW) : last + WINDOW]]


def features(case: Case, found: Sequence[Finding]) -> dict[str, float]:
    """Return what the score is made of, each from 0 to 1; a writer's own features keep their names.

    The stem of a template ("Which sentence of paragraph 6 shows that ...?") says little by its words: its items have
    their kind, their rule and what is known of the fact.
    """
    draft = case.draft
    known = {
        f"kind:{draft.kind}": 1.0,
        f"rule:{draft.rule}": 1.0,
        "matters": draft.fact.salience,
        "unsettled": float(not settled(draft)),
        "minor": float(any(finding.minor for finding in found)),
        "doubt": float(any(finding.doubt for finding in found)),
        "context": float(draft.context is not None),
        "early": 1 / math.sqrt(draft.fact.paragraph),
        **of_article(meaning(draft.stem), _key_words(draft), _around(case)),
    }
    if is_template(draft):
        return {**known, "template": 1.0, "template_length": min(1.0, len(draft.stem.split()) / LONG_STEM)}
    wrong = [option for option in draft.options if not option.key]
    return {
        **draft.features,
        **of_wording(wording(draft, case.sentence)),
        **known,
        f"answer:{draft.answer_class}": 1.0,
        "typed": float(draft.interaction is Interaction.TEXT_ENTRY),
        "figure": float(draft.value is not None or draft.features.get("figure", 0.0)),
        "approximate": float(bool(draft.approximator)),
        "name": float(draft.answer_class in NAMES),
        "from_article": sum(option.source is not None for option in wrong) / len(wrong) if wrong else 0.0,
    }


def margin(weighed: Mapping[str, float]) -> float:
    """Return the log-odds that features add up to; a feature without a weight does not count."""
    known: dict[str, float] = weights()["features"]
    bias: float = weights()["bias"]
    return bias + sum(known.get(name, 0.0) * value for name, value in weighed.items())


def settled(draft: Draft) -> bool:
    """Say whether a stem needs nothing before it: it quotes that, or has no "it", "this" or opening "the plan"."""
    if draft.context is not None or is_template(draft):
        return True
    said = QUOTED.sub("", draft.stem)
    named = NAME.search(said) is not None
    return (
        not (LOOSE.search(said) and not named) and not DEMONSTRATIVE.search(said) and not _opens_definite(said, named)
    )


def _opens_definite(said: str, named: bool) -> bool:
    return said.lower().startswith("the ") and not named


def proven(rule: str) -> bool:
    """Say whether raters used enough of what a rule wrote in the last round: its usable and its rated items."""
    return is_trusted(*weights()["rules"].get(rule, (0, 0)))


def is_trusted(usable: int, rated: int) -> bool:
    """Say whether so many usable items of so many are enough, beside what is believed of any rule."""
    return (usable + USUAL_RATE * USUAL_WORTH) / (rated + USUAL_WORTH) >= LEAST_RATE


def held_back(draft: Draft, found: Sequence[Finding]) -> bool:
    """Say whether a draft is not recommended whatever its score.

    For a doubt, an unsettled stem, a sentence by the way, or a rule that raters did not trust.
    """
    doubted = any(finding.doubt for finding in found)
    return doubted or not settled(draft) or draft.fact.salience < LEAST_SALIENCE or not proven(draft.rule)


def score(case: Case, found: Sequence[Finding]) -> float:
    """Return the estimated chance, from 0 to 1, to three places; what is held back stays below the threshold."""
    chance = 1 / (1 + math.exp(-margin(features(case, found))))
    if held_back(case.draft, found):
        chance = HELD_BACK * min(chance, weights()["threshold"])
    return round(chance, 3)


def recommended(value: float) -> bool:
    """Say whether a score reaches the threshold above which an item is shown first."""
    return bool(value >= weights()["threshold"])
