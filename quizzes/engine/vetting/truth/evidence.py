"""E1: the evidence is an exact slice of its paragraph, and the key stands in it."""

from collections.abc import Iterator

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Kind, Source
from quizzes.engine.items.wording import meaning, stands_in
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "E1"


def run(case: Case) -> Iterator[Finding]:
    """Find a span outside its paragraph, a key source that is not the key, and a key that the evidence lacks."""
    draft, fact = case.draft, case.draft.fact
    if not 1 <= fact.paragraph <= len(case.paragraphs):
        yield Finding(CODE, "the evidence names a paragraph that does not exist")
        return
    text = case.paragraphs[fact.paragraph - 1].text
    if not 0 <= fact.start < fact.end <= len(text) or not text[fact.start : fact.end].strip():
        yield Finding(CODE, "the evidence lies outside its paragraph")
        return
    if draft.kind is Kind.TRUE_FALSE:
        if draft.changed is not None and not stands_in(draft.changed[1], case.sentence):
            yield Finding(CODE, "the changed detail is not in the evidence")
        return
    source = draft.key_source
    places = (Source(fact.paragraph, fact.start, fact.end), *draft.more_evidence)
    if source is not None and not any(_within(source, place) for place in places):
        yield Finding(CODE, "the key's place lies outside the evidence")
    told = " ".join(case.paragraphs[place.paragraph - 1].text[place.start : place.end] for place in places)
    held = any(stands_in(key, told) for key in draft.keys)
    words = meaning(draft.keys[0])
    if draft.answer_class in {AnswerClass.PHRASE, AnswerClass.REFERENT}:
        held = held or len(words & meaning(told)) / max(1, len(words)) >= 0.8
    if not held and not _named(case, draft.keys[0]):
        yield Finding(CODE, "the key is not in the evidence")


def _within(source: Source, place: Source) -> bool:
    return source.paragraph == place.paragraph and place.start <= source.start < source.end <= place.end


def _named(case: Case, key: str) -> bool:
    """Say whether the evidence names the key's bearer in another form."""
    forms = {mention.text for mention in case.analysis.mentions if mention.canonical == key}
    return any(stands_in(form, case.sentence) for form in forms)


CHECK = Check(CODE, "The evidence is an exact slice of a paragraph and holds the key.", run)
