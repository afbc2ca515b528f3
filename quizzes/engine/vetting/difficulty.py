"""How hard an item will be: a guess from its words, before anybody has answered it."""

from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Interaction, Kind
from quizzes.engine.items.wording import meaning, tokens
from quizzes.engine.vetting.values import Case
from quizzes.engine.vetting.wording_features import LONG_KEY, LONG_STEM, closeness, rarity

# what the way of answering adds: True or False is right by luck every second time; a whole order has to be right
BY_KIND = {
    Kind.TRUE_FALSE: 0.0,
    Kind.MULTIPLE_CHOICE: 0.12,
    Kind.LOCATE: 0.15,
    Kind.CLOZE: 0.12,
    Kind.SHORT_ANSWER: 0.16,
    Kind.MATCHING: 0.25,
    Kind.INSERTION: 0.3,
    Kind.ORDERING: 0.35,
}
BASE = 0.1
TYPED = 0.1
RARE_WORDS = 0.3
DISTANCE = 0.25
LENGTH = 0.2
KEY_LENGTH = 0.1
NEAR_OPTIONS = 0.2


def distance(case: Case) -> float:
    """Return the share of the stem's words that the evidence says otherwise or not at all."""
    asked = meaning(case.draft.stem)
    return 1 - len(asked & meaning(case.sentence)) / len(asked) if asked else 0.0


def _near(draft: Draft) -> float:
    """Return how near the wrong options lie; one from the article tempts who skimmed, a made-up one half as much."""
    wrong = [option for option in draft.options if not option.key]
    if draft.kind not in {Kind.MULTIPLE_CHOICE, Kind.CLOZE} or not wrong:
        return 0.0
    told = sum(option.source is not None for option in wrong) / len(wrong)
    return closeness(draft.keys[0], tuple(option.text for option in wrong)) * (1 + told) / 2


def difficulty(case: Case) -> float:
    """Return the guess from 0 (easy) to 1: long, rare, reworded, typed and with near options is harder."""
    draft = case.draft
    words = tokens(draft.stem)
    guess = BASE + BY_KIND[draft.kind]
    guess += TYPED * (draft.interaction is Interaction.TEXT_ENTRY)
    guess += LENGTH * min(1.0, len(words) / LONG_STEM)
    guess += RARE_WORDS * rarity(words)
    guess += DISTANCE * distance(case)
    guess += (
        KEY_LENGTH * min(1.0, len(tokens(draft.keys[0])) / LONG_KEY) * (draft.interaction is Interaction.TEXT_ENTRY)
    )
    return round(min(1.0, guess + NEAR_OPTIONS * _near(draft)), 2)
