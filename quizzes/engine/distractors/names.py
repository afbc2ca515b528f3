"""Names as wrong options: the key's class and specificity, none its kin, none that the item or its fact names."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from quizzes.engine.distractors.candidates import Candidate, kin, says_the_same, sentence_at
from quizzes.engine.facts.genders import Genders
from quizzes.engine.items.accepted import spelt_out
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import GAP, Source
from quizzes.engine.items.wording import stands_in, tokens
from quizzes.engine.language.geography import DEMONYMS
from quizzes.engine.language.lexicon import ALIASES, CITIES, CONTINENTS, COUNTRIES, ORGANIZATION_NOUNS, REGIONS
from quizzes.engine.language.values import Analysis, Mention
from quizzes.engine.text.values import Paragraph

WITH_THE = frozenset(("US", "U.S.", "UK", "U.K.", "United States", "United Kingdom", "Netherlands", "Philippines"))
DIRECTIONS = frozenset("West East North South".split())
ALSO_TRUE = 0.5
GENDER = {"he": "he", "his": "he", "him": "he", "himself": "he"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "she"
)


def _canonical_of_key(draft: Draft, mentions: Sequence[Mention]) -> str:
    for mention in mentions:
        if mention.text == draft.keys[0]:
            return mention.canonical
    return draft.keys[0]


def _also_true(draft: Draft, mention: Mention, paragraphs: Sequence[Paragraph], analysis: Analysis) -> bool:
    """Say whether a sentence with this name shares most of the stem's words: it might be right as well."""
    source = Source(mention.paragraph, mention.start, mention.end)
    start, end = sentence_at(analysis, source)
    return says_the_same(draft.stem, paragraphs[mention.paragraph - 1].text[start:end], ALSO_TRUE)


LANDMARKS = frozenset(
    """river lake mountain mount mountains sea ocean bay street road bridge park canal hill square forest beach cape
    hall airport station church cathedral castle palace tower""".split()
)


def _size(name: str) -> str:
    """Return how large a place is: options of one item share it, "Baghdad" does not stand beside "Africa"."""
    if name in COUNTRIES or ALIASES.get(name) in COUNTRIES:
        return "country"
    if name in CONTINENTS:
        return "continent"
    if name in CITIES:
        return "city"
    if name in REGIONS or name.split()[-1].lower() in {"peninsula", "islands", "coast", "desert"}:
        return "region"
    words = name.lower().split()
    return next((word for word in (words[-1], words[0]) if word in LANDMARKS), "place")


TRADES = (
    frozenset("post times guardian herald tribune gazette observer journal mail".split()),
    frozenset("university college school institute institution laboratory academy museum foundation society".split()),
    frozenset("army forces force coalition guard navy regiment police council government ministry parliament".split()),
)


def _trade(name: str) -> int:
    """Return what a body does by its last word: a newspaper never stands beside a coalition."""
    last = name.split()[-1].lower()
    return next((number for number, words in enumerate(TRADES, start=1) if last in words), 0)


def _described(place: str) -> bool:
    """Say whether an adjective cuts a place out of a larger one: "Norman Italy" may hold Sicily."""
    first, _, rest = place.partition(" ")
    return bool(rest) and (
        first.lower() in DEMONYMS or re.fullmatch(r"(?:north|south|east|west)\w*ern", first.lower()) is not None
    )


def _is_body(draft: Draft, mention: Mention, paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether an acronym stands for a body: the key is one too, or the article spells it out as one."""
    text = mention.text
    if text.lower() in ORGANIZATION_NOUNS and draft.keys[0].lower() not in ORGANIZATION_NOUNS:
        return False  # "the University" names nobody beside "the Carnegie Foundation"
    if not text.isupper() or " " in text or draft.keys[0].isupper() or text in ALIASES:
        return True
    longs = list(spelt_out(text, [paragraph.text for paragraph in paragraphs]))
    return any(word.lower() in ORGANIZATION_NOUNS for long in longs for word in long.split())


def _takes_the(mention: Mention, paragraphs: Sequence[Paragraph]) -> bool:
    if {mention.text, mention.canonical} & WITH_THE:
        return True
    before = paragraphs[mention.paragraph - 1].text[: mention.start]
    return re.search(r"\bthe\s$", before, re.IGNORECASE) is not None


def _fits(draft: Draft, mention: Mention, paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether a name is of the key's class and specificity, and takes "the" in the gap as the key does."""
    if mention.name_class.value != draft.answer_class.value or mention.text in DIRECTIONS:
        return False
    if draft.answer_class is AnswerClass.PLACE and _size(mention.text) != _size(draft.keys[0]):
        return False
    if draft.answer_class is AnswerClass.PLACE and _described(mention.text) and not _described(draft.keys[0]):
        return False
    if draft.answer_class is AnswerClass.ORGANIZATION and not _is_body(draft, mention, paragraphs):
        return False
    if draft.answer_class is AnswerClass.ORGANIZATION and _trade(mention.text) != _trade(draft.keys[0]):
        return False
    if GAP not in draft.stem:
        return True
    return _takes_the(mention, paragraphs) == (re.search(rf"\bthe {GAP}", draft.stem, re.IGNORECASE) is not None)


def _of_gender(draft: Draft, key: str, analysis: Analysis) -> Callable[[str], bool]:
    """Return whether a name may be who is asked for: "Who said that she had run?" offers nobody called he.

    Only women then, and no one of whom the article says neither, since a first name tells readers what it is.
    """
    said = {GENDER[word] for word in tokens(draft.stem) if word in GENDER}
    if draft.answer_class is not AnswerClass.PERSON or not said:
        return lambda name: True
    genders = Genders(
        analysis.docs, lambda at: [mention for mention in analysis.mentions if mention.paragraph == at + 1]
    )
    own = genders.of(key)
    return lambda name: own not in said or genders.of(name) == own


def names(draft: Draft, paragraphs: Sequence[Paragraph], analysis: Analysis) -> list[Candidate]:
    """Return names of the key's class, best first; one a bearer, none that the stem, context or fact sentence names."""
    key = _canonical_of_key(draft, analysis.mentions)
    fact = paragraphs[draft.fact.paragraph - 1].text[draft.fact.start : draft.fact.end]
    shown = " ".join((draft.stem, draft.context or "", draft.fact.statement, fact, *draft.keys))
    frequency = Counter(mention.canonical for mention in analysis.mentions)
    refused: set[str] = {key}
    found: dict[str, Candidate] = {}
    may_be = _of_gender(draft, key, analysis)
    for mention in analysis.mentions:
        if mention.canonical in refused or not _fits(draft, mention, paragraphs) or not may_be(mention.canonical):
            continue
        if (
            any(kin(name, known) for name in (mention.canonical, mention.text) for known in (key, *draft.keys))
            or stands_in(mention.text, shown)
            or stands_in(mention.canonical, shown)
            or _also_true(draft, mention, paragraphs, analysis)
        ):
            refused.add(mention.canonical)
        elif mention.canonical not in found or len(mention.text) > len(found[mention.canonical].text):
            near = 1 / (1 + abs(mention.paragraph - draft.fact.paragraph))
            alike = 1 / (1 + abs(len(tokens(mention.text)) - len(tokens(draft.keys[0]))))
            found[mention.canonical] = Candidate(
                mention.text,
                Source(mention.paragraph, mention.start, mention.end),
                mention.canonical,
                None,
                near + alike + 0.2 * min(frequency[mention.canonical], 4),
            )
    kept = [candidate for canonical, candidate in found.items() if canonical not in refused]
    return sorted(kept, key=lambda candidate: (-candidate.weight, candidate.text))
