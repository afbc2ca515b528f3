"""F4: no other option, and nothing else in the article, answers the question too."""

import re
from collections.abc import Iterator

from quizzes.engine.distractors import kin, says_the_same
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import GAP, Interaction, Kind
from quizzes.engine.items.wording import meaning, stands_in
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "F4"
NAMES = frozenset((AnswerClass.PERSON, AnswerClass.PLACE, AnswerClass.ORGANIZATION, AnswerClass.NAME))
SHARED = 0.6
LIST = re.compile(
    rf"\b(?:and|or|includes?|including|such as) (?:the )?{GAP}|{GAP},? (?:and|or) (?=[A-Z])|[A-Z]\w+, (?:the )?{GAP},"
)
BARE = re.compile(r"^(?:the|this|that|these|those|it|them) ?[\w-]*$", re.IGNORECASE)
TWO_YEARS = re.compile(rf"{GAP} (?:and|or) \d{{4}}\b|\b\d{{4}} (?:and|or) {GAP}")
FIGURES = frozenset((AnswerClass.COUNT, AnswerClass.MONEY, AnswerClass.PERCENT, AnswerClass.MEASURE))


def _option_is_kin(case: Case) -> Iterator[Finding]:
    if case.draft.answer_class not in NAMES:
        return
    for option in case.draft.options:
        if not option.key and any(kin(option.text, key) for key in case.draft.keys):
            yield Finding(CODE, f"“{option.text}” is part of the key or holds it")


def _other_sentence_answers(case: Case) -> Iterator[Finding]:
    """Find a sentence elsewhere that says nearly the same with another name or figure of the key's class."""
    if len(meaning(case.draft.stem)) < 2:
        yield Finding(CODE, "the question has too few words to have one answer")
        return
    rivals = [
        (mention.paragraph, mention.start, mention.text)
        for mention in case.analysis.mentions
        if mention.name_class.value == case.draft.answer_class.value
    ] + [
        (figure.paragraph, figure.start, figure.text)
        for figure in case.analysis.figures
        if figure.figure_class.value == case.draft.answer_class.value and figure.unit == case.draft.unit
    ]
    fact = case.draft.fact
    for sentence in case.analysis.sentences:
        if (sentence.paragraph, sentence.start) == (fact.paragraph, fact.start):
            continue
        if not says_the_same(case.draft.stem, sentence.text, SHARED):
            continue
        for paragraph, start, text in rivals:
            inside = paragraph == sentence.paragraph and sentence.start <= start < sentence.end
            if inside and text not in case.draft.keys and not stands_in(text, case.shown):
                yield Finding(CODE, f"“{text}” in paragraph {paragraph} also answers")
                return


def run(case: Case) -> Iterator[Finding]:
    """Find a second right answer among the options, in the article, or in an enumeration with the gap."""
    draft = case.draft
    if draft.kind is Kind.TRUE_FALSE:
        return
    yield from _option_is_kin(case)
    if draft.answer_class in NAMES | FIGURES:
        yield from _other_sentence_answers(case)
    if draft.answer_class is AnswerClass.PHRASE and BARE.match(draft.keys[0]):
        yield Finding(CODE, f"“{draft.keys[0]}” could be described otherwise")
    if found := TWO_YEARS.search(draft.stem):
        yield Finding(CODE, "the gap is one of two years", found.span())
    open_list = draft.answer_class in NAMES and draft.interaction is Interaction.TEXT_ENTRY
    if open_list and (found := LIST.search(draft.stem)):
        yield Finding(CODE, "another member of the enumeration could fill the gap", found.span())


CHECK = Check(CODE, "One right answer: no alias or part of the key, and no other sentence that answers.", run)
