"""Names: mentions grouped by bearer, a class only where a second witness confirms the entity label."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from quizzes.engine.language.kept import text_of
from quizzes.engine.language.lexicon import (
    ALIASES,
    CITIES,
    CONTINENTS,
    COUNTRIES,
    HUMAN_VERBS,
    ORGANIZATION_NOUNS,
    PEOPLE_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    REGIONS,
    TITLES,
)
from quizzes.engine.language.values import Mention, NameClass

LABELS = {
    "PERSON": NameClass.PERSON,
    "GPE": NameClass.PLACE,
    "LOC": NameClass.PLACE,
    "FAC": NameClass.OTHER,
    "ORG": NameClass.ORGANIZATION,
    "EVENT": NameClass.OTHER,
    "WORK_OF_ART": NameClass.OTHER,
    "PRODUCT": NameClass.OTHER,
    "LAW": NameClass.OTHER,
}
# the last words of firms: what is called by the first word alone, "Castellan", is the firm and no person
FIRMS = frozenset("partners holdings industries associates brothers inc inc. ltd ltd. plc corp corp. co. llc".split())
ROLES = PERSON_NOUNS | {"chief", "vice", "deputy", "executive", "managing", "senior", "interim", "acting"}
PARTICLES = frozenset("de van von der den del la di da du dos".split())
DETERMINERS = {"the", "a", "an", "this", "that", "our", "its", "their", "his", "her"}
PLACE_PREPOSITIONS = {"in", "at", "across", "near", "from", "to", "into", "throughout", "outside", "within", "around"}


def _bounds(entity: Any) -> tuple[int, int] | None:
    """Trim determiners, titles and possessive marks; refuse what has no capital: "the Islamic State's" loses both."""
    doc, start, end = entity.doc, entity.start, entity.end
    body = end - start > 1 and doc[end - 1].lower_ in ORGANIZATION_NOUNS  # "the General Post Office" has no title
    while start < end and (doc[start].lower_ in DETERMINERS or (not body and doc[start].lower_.rstrip(".") in TITLES)):
        start += 1
    while end > start and doc[end - 1].text in {"'s", "'", ",", ".", '"', "-", "–", "("}:
        end -= 1
    if start == end or doc[start:end].text.islower() or doc[end - 1].text.islower():
        return None
    if (end < len(doc) and doc[end].text == "-") or (start and doc[start - 1].text == "-"):
        return None  # "US-led": half a word
    return start, end


def _grown(doc: Any, start: int, end: int) -> tuple[int, int]:
    """Take in capitalised neighbours that the tagger sees as names: "Ammer" grows to "Upper Ammer"."""
    while start > 0 and _joins(doc[start - 1]) and doc[start - 1].head.i in range(start, end):
        start -= 1
    while end < len(doc) and _joins(doc[end]) and (doc[end - 1].head.i == end or doc[end].text[0].islower()):
        end += 1
    while doc[end - 1].ent_type_ == "PERSON" and end - start > 2 and doc[start].lower_ in ROLES:
        start += 1  # "Chief Executive Lars Edholm"
    return start, end


def _joins(token: Any) -> bool:
    if "-" in token.text and token.text[0].islower() and token.text.rpartition("-")[2][:1].isupper():
        return True  # "Omar al-Hadi"
    return bool(
        token.tag_ == "NNP"
        and token.text[:1].isupper()
        and not token.is_sent_start
        and token.ent_type_ in {"", "FAC", "ORG"}
        and token.lower_.rstrip(".") not in TITLES
    )


def _person_witness(doc: Any, start: int, end: int) -> bool:
    head = doc[start:end].root
    before = doc[start - 1] if start else None
    if before is not None and before.lower_.rstrip(".") in TITLES | PERSON_NOUNS:
        return True
    labelled = head.ent_type_ == "PERSON"  # bodies speak too: "Google says"
    if labelled and head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_ in HUMAN_VERBS:
        return True
    if head.dep_ == "appos" and any(
        token.lemma_.lower() in PEOPLE_NOUNS for token in doc[head.head.left_edge.i : start]
    ):
        return True  # also "one of those parents, Ida Holm"
    if labelled and head.dep_ == "pobj" and head.head.dep_ == "agent" and head.head.head.lemma_ in HUMAN_VERBS:
        return True
    for child in head.children:
        if child.dep_ == "appos" and child.lemma_.lower() in PERSON_NOUNS:
            return True
        if child.dep_ == "relcl" and any(token.lower_ == "who" for token in child.lefts):
            # "a cellist from Leeds, who had lost three fingers"
            return not (end - start == 1 and head.dep_ == "pobj" and head.head.lower_ in {"from", "in", "at", "near"})
    return False


def _place_witness(doc: Any, start: int, end: int) -> bool:
    text = doc[start:end].text
    if text in COUNTRIES or text in CONTINENTS or text in REGIONS or ALIASES.get(text, "") in COUNTRIES:
        return True
    if doc[end - 1].lower_ in PLACE_NOUNS or doc[start].lower_ in {"lake", "mount", "river", "cape"}:
        return True
    head = doc[start:end].root
    return bool(head.dep_ == "pobj" and head.head.lower_ in PLACE_PREPOSITIONS)


def _organization_witness(doc: Any, start: int, end: int) -> bool:
    words = {token.lower_ for token in doc[start:end]}
    acronym = end - start == 1 and doc[start].text.isupper() and len(doc[start].text) > 1
    return bool(words & ORGANIZATION_NOUNS) or acronym


def _two_names(text: str) -> bool:
    """Say whether a place and a person stand side by side: "the envoy to the United States Ada Stone"."""
    for country in COUNTRIES:
        if text.startswith(country + " ") and text.split()[-1].lower() not in ORGANIZATION_NOUNS | PLACE_NOUNS:
            return True
    return False


def _by_form(text: str) -> NameClass | None:
    """Return the class that the last word gives away, whatever the label: "Harbour Society", "Sandby Peninsula"."""
    last = text.split()[-1].lower()
    if " " in text and last in ORGANIZATION_NOUNS | FIRMS:
        return NameClass.ORGANIZATION
    if (" " in text and last in PLACE_NOUNS) or text in CITIES or text in COUNTRIES or text in CONTINENTS:
        return NameClass.PLACE
    return None


WITNESSES = {
    NameClass.PERSON: _person_witness,
    NameClass.PLACE: _place_witness,
    NameClass.ORGANIZATION: _organization_witness,
}


def _canonical_forms(texts: Counter[str], persons: set[str]) -> dict[str, str]:
    """Map each form to its bearer's fullest form: aliases, acronyms of a longer form, bare surnames."""
    forms: dict[str, str] = {}
    acronyms = {"".join(word[0] for word in text.split() if word[0].isupper()): text for text in texts if " " in text}
    surnames: dict[str, set[str]] = defaultdict(set)
    for text in persons:
        if " " in text and _surname(text) != text.lower():
            surnames[_surname(text)].add(text)
    bodies = [text for text in texts if " " in text and _by_form(text) is NameClass.ORGANIZATION]
    for text in texts:
        full = surnames.get(_surname(text), set()) if _surname(text) == text.lower() else set()
        longer = _longer_forms(text, bodies) if not full else []
        if len(full) == 1:
            forms[text] = next(iter(full))
        elif len(longer) == 1:
            forms[text] = longer[0]
        elif text in ALIASES:
            forms[text] = ALIASES[text]
        elif text.isupper() and len(text) > 1 and text in acronyms:
            forms[text] = acronyms[text]
        else:
            forms[text] = text
    return forms


def _surname(text: str) -> str:
    """Return a person's surname in lower case, with what belongs to it: "de haan" for both of a text's spellings."""
    words = text.lower().split()
    start = next((at for at, word in enumerate(words) if at and word in PARTICLES), len(words) - 1)
    return " ".join(words if words[0] in PARTICLES else words[start:])


def _longer_forms(text: str, bodies: Sequence[str]) -> list[str]:
    """Return the fuller names of a body: "General Post Office" of "Post Office", "Stone Partners" of "Stone"."""
    if " " in text:
        return [body for body in bodies if body.endswith(" " + text)] if text in bodies else []
    return [body for body in bodies if body.startswith(text + " ") and body.split()[-1].lower() in FIRMS]


def find(docs: Sequence[Any], numbers: Sequence[int], texts: Sequence[str]) -> list[Mention]:
    """Return the mentions of all paragraphs in order; `numbers` are the paragraphs' numbers."""
    raw: list[tuple[int, int, int, str]] = []
    votes: dict[str, Counter[NameClass]] = defaultdict(Counter)
    witnessed: dict[str, Counter[NameClass]] = defaultdict(Counter)
    things: set[str] = set()
    for position, doc in enumerate(docs):
        for entity in doc.ents:
            if entity.label_ not in LABELS or (bounds := _bounds(entity)) is None:
                continue
            start, end = _grown(doc, *bounds)
            span = doc[start:end]
            if _two_names(span.text):
                continue
            name_class = LABELS[entity.label_]
            if name_class is NameClass.PERSON and end - start == 1 and start and doc[start - 1].lower_ == "the":
                name_class = NameClass.OTHER  # "the Herald" is a paper, or whatever else
                things.add(span.text)
            raw.append((position, span.start_char, span.end_char, span.text))
            votes[span.text][name_class] += 1
            for candidate, witness in WITNESSES.items():
                if witness(doc, start, end) and (candidate is name_class or candidate is NameClass.PERSON):
                    witnessed[span.text][candidate] += 1
    raw += _repeated(raw, docs)
    classes = {
        text: NameClass.OTHER if text in things else _by_form(text) or _decide(witnessed[text]) for text in votes
    }
    persons = {text for text, known in classes.items() if known is NameClass.PERSON}
    forms = _canonical_forms(
        Counter(text for *_, text in raw), persons | {t for t in votes if votes[t][NameClass.PERSON]}
    )
    by_bearer: dict[str, Counter[NameClass]] = defaultdict(Counter)
    for *_, text in raw:
        by_bearer[forms[text]][classes[text]] += 1
    mentions = []
    for position, begin, finish, text in sorted(raw):
        bearer = by_bearer[forms[text]]
        certain = _by_form(forms[text]) is NameClass.ORGANIZATION
        known = (
            NameClass.ORGANIZATION
            if certain
            else max((c for c in bearer if c is not NameClass.OTHER), key=lambda c: bearer[c], default=NameClass.OTHER)
        )
        exact = texts[position][begin:finish]
        mentions.append(Mention(numbers[position], begin, finish, exact, forms[text], known))
    return mentions


def _repeated(raw: list[tuple[int, int, int, str]], docs: Sequence[Any]) -> list[tuple[int, int, int, str]]:
    """Find further mentions of names of several words, and of persons' surnames, that the recogniser passed over."""
    texts = {text for *_, text in raw if len(text.split()) > 1}
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for position, start, end, _ in raw:
        taken[position].append((start, end))
    found: list[tuple[int, int, int, str]] = []
    longest_first = sorted(texts, key=lambda text: (-len(text), text))
    for position, doc in enumerate(docs):
        written = text_of(doc)
        for text in longest_first:
            if text not in written:
                continue
            for match in re.finditer(rf"(?<![\w-]){re.escape(text)}(?![\w-])", written):
                start, end = match.span()
                if doc.char_span(start, end) is None or any(start < e and s < end for s, e in taken[position]):
                    continue
                taken[position].append((start, end))
                found.append((position, start, end, text))
    return found


def _decide(witnessed: Counter[NameClass]) -> NameClass:
    return witnessed.most_common(1)[0][0] if witnessed else NameClass.OTHER
