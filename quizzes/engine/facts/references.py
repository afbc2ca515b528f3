"""What a clause refers back to: each pronoun and definite is bound inside, rewritten, given a context line, or refused."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from quizzes.engine.facts.syntax import SUBJECTS, is_plural, span, subject_of
from quizzes.engine.language.lexicon import PEOPLE_NOUNS
from quizzes.engine.language.values import Analysis, Mention, NameClass

FIRST_SECOND = frozenset("i me my mine we us our ours you your yours myself ourselves yourself let's".split())
THIRD = frozenset("he him she her it they them its his their hers theirs".split())
POSSESSIVE = frozenset(("his", "her", "its", "their"))
DEMONSTRATIVE = frozenset(("this", "that", "these", "those", "such", "here", "there"))
PLURAL = frozenset(("they", "them", "their", "theirs"))
MALE = frozenset(("he", "him", "his"))
FEMALE = frozenset(("she", "her", "hers"))
ANAPHORIC = frozenset(("det", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "amod", "predet"))
UNIQUE = frozenset(
    """world sun moon earth west east north south internet public sky sea ocean past future present century climate
    economy environment universe planet atmosphere end beginning start idea fact way name number amount total number
    rest majority same time age help use cost cause lack need hope fear risk""".split()
)
CONTRASTIVE = frozenset("other former latter first second same following previous above next last opposite".split())


@dataclass(slots=True)
class Resolution:
    """Replacements by token range, whether a paragraph pointer is needed, the context sentence, and counts."""

    replaced: dict[tuple[int, int], str] = field(default_factory=dict)
    pointer: bool = False
    context: bool = False
    resolved: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands: position of its paragraph, its sentence, the sentence before (or None) in it."""

    position: int
    sentence: Any
    previous: Any


def _mention_at(mentions: Sequence[Mention], doc: Any, token: Any) -> Mention | None:
    return next((m for m in mentions if m.start <= token.idx < m.end), None)


class Resolver:
    """Resolve references against the whole article; built once an article."""

    def __init__(self, analysis: Analysis, numbers: Sequence[int], titles: str) -> None:
        self._analysis = analysis
        self._by_paragraph: dict[int, list[Mention]] = {}
        for mention in analysis.mentions:
            self._by_paragraph.setdefault(mention.paragraph, []).append(mention)
        self._numbers = numbers
        self._titles = titles.lower()
        self._named_first: set[str] = set()
        self._phrases = self._noun_phrases()

    def mentions(self, position: int) -> list[Mention]:
        """Return the mentions of the paragraph at a position."""
        return self._by_paragraph.get(self._numbers[position], [])

    def _noun_phrases(self) -> dict[str, list[tuple[int, int, str, bool]]]:
        """Map each head lemma to its phrases (position, token, pre-modifiers, definite) in order."""
        found: dict[str, list[tuple[int, int, str, bool]]] = {}
        for position, doc in enumerate(self._analysis.docs):
            for token in doc:
                if token.pos_ != "NOUN":
                    continue
                lefts = [t for t in doc[token.left_edge.i : token.i]]
                definite = any(t.lower_ in {"the", "this", "that", "these", "those"} for t in token.lefts)
                premodifiers = [t for t in lefts if _modifies(t, token)]
                text = "".join(t.text_with_ws for t in premodifiers if not t.is_quote).strip()
                found.setdefault(token.lemma_.lower(), []).append((position, token.i, text, definite))
        return found

    def resolve(self, verb: Any, subject: Any, kept: frozenset[int], place: Place) -> Resolution | None:
        """Return how the references of a clause are made clear, or None if one cannot be."""
        resolution = Resolution()
        doc = verb.doc
        quoted = False
        for position in sorted(kept):
            token = doc[position]
            if token.text == '"':
                quoted = not quoted
            if quoted:
                continue
            if not self._token(token, verb, subject, kept, place, resolution):
                return None
        return resolution

    def _token(
        self, token: Any, verb: Any, subject: Any, kept: frozenset[int], place: Place, resolution: Resolution
    ) -> bool:
        lower = token.lower_
        if token.tag_ == "PRP" and token.text in {"IS", "US"}:
            return True
        if lower in FIRST_SECOND:
            return token.text in {"US", "IS"}
        if lower in THIRD and token.tag_ in {"PRP", "PRP$"}:
            return self._pronoun(token, verb, subject, kept, place, resolution)
        if lower in {"himself", "herself", "itself", "themselves"}:
            return True
        if lower in DEMONSTRATIVE and token.dep_ in ANAPHORIC:
            return self._demonstrative(token, kept, place, resolution)
        if lower in {"one", "ones", "another", "both", "others", "neither", "either", "latter", "former"}:
            return self._pro_form(token, kept)
        if lower == "the" and token.dep_ == "det":
            return self._definite(token, kept, place, resolution)
        return True

    def _pro_form(self, token: Any, kept: frozenset[int]) -> bool:
        """Accept "one of the main lessons" and "both houses", refuse "required one for large groups"."""
        if token.dep_ in {"det", "predet", "nummod", "preconj", "amod", "cc"}:
            return token.lower_ not in {"another", "latter", "former"}
        return any(child.lower_ == "of" and child.i in kept for child in token.children)

    def _pronoun(
        self, token: Any, verb: Any, subject: Any, kept: frozenset[int], place: Place, resolution: Resolution
    ) -> bool:
        lower = token.lower_
        if token.dep_ in SUBJECTS and lower == "it" and _empty_it(token):
            return True
        if self._bound(token, subject, kept):
            return True
        if lower in MALE | FEMALE:
            return self._person(token, place, resolution)
        return self._by_context(token, place, resolution)

    def _bound(self, token: Any, subject: Any, kept: frozenset[int]) -> bool:
        """Bind a pronoun to the clause's own subject when number and kind agree: "the council lost its case"."""
        if (
            subject.i == token.i
            or token.i < subject.i
            or subject.lower_ in THIRD
            and subject.lower_ not in PLURAL | {"it"}
        ):
            same = (
                subject.lower_ in MALE and token.lower_ in MALE or subject.lower_ in FEMALE and token.lower_ in FEMALE
            )
            return bool(same and subject.i < token.i)
        if token.dep_ in {"dobj", "pobj", "dative"} and token.head.head.i == subject.head.i:
            return False
        plural = is_plural(subject)
        if subject.lower_ in {"he", "she"}:
            return False
        others = [
            other
            for other in subject.doc[subject.i + 1 : token.i]
            if other.pos_ in {"NOUN", "PROPN"}
            and other.dep_ in {"dobj", "nsubj", "conj", "nsubjpass"}
            and other.i in kept
        ]
        rivals = [other for other in others if is_plural(other) == (token.lower_ in PLURAL)]
        if rivals and token.tag_ != "PRP$":
            return False
        if token.lower_ in PLURAL:
            return plural and not rivals
        if token.lower_ in {"it", "its"}:
            return not plural and subject.lemma_.lower() not in PEOPLE_NOUNS and not rivals
        if subject.pos_ != "PROPN" and subject.lemma_.lower() not in PEOPLE_NOUNS:
            return False
        return not plural and not rivals

    def _person(self, token: Any, place: Place, resolution: Resolution) -> bool:
        """Name the only person of the sentences before; a second person in the window blocks it."""
        doc = token.doc
        window_start = place.previous.start_char if place.previous is not None else 0
        people: list[Mention] = [
            m
            for m in self.mentions(place.position)
            if m.name_class is NameClass.PERSON and window_start <= m.start < token.idx
        ]
        if len({m.canonical for m in people}) != 1:
            return False
        nouns = [
            t.lemma_.lower()
            for t in doc[: token.i]
            if t.idx >= window_start and t.pos_ == "NOUN" and t.lemma_.lower() in PEOPLE_NOUNS and t.tag_ == "NN"
        ]
        if len(nouns) > 1:
            return False
        name = people[0].canonical
        if token.tag_ == "PRP$" or token.lower_ == "her" and token.dep_ == "poss":
            name += "'" if name.endswith("s") else "'s"
        if resolution.replaced and any(name.removesuffix("'s") in text for text in resolution.replaced.values()):
            resolution.resolved += 1
            return True
        resolution.replaced[token.i, token.i + 1] = name
        resolution.resolved += 1
        return True

    def _by_context(self, token: Any, place: Place, resolution: Resolution) -> bool:
        """Let the sentence before, quoted, say what "they" or "it" is: its subject must fit and be no pronoun itself."""
        if place.previous is None or any(
            t.dep_ in SUBJECTS and t.i < token.i and t.lower_ not in THIRD for t in place.sentence
        ):
            return False  # a subject of the same sentence stands nearer
        before = subject_of(place.previous.root)
        if before is None or before.pos_ not in {"NOUN", "PROPN"} or span(before)[0] - place.previous.start > 8:
            return False
        if any(t.lower_ in THIRD | DEMONSTRATIVE | FIRST_SECOND for t in before.subtree):
            return False
        if is_plural(before) != (token.lower_ in PLURAL):
            return False
        if token.lower_ in {"it", "its"} and before.lemma_.lower() in PEOPLE_NOUNS:
            return False
        if token.tag_ == "PRP" and token.dep_ not in SUBJECTS:
            return False
        rivals = [
            t
            for t in place.previous
            if t.pos_ in {"NOUN", "PROPN"} and t.dep_ == "dobj" and is_plural(t) == (token.lower_ in PLURAL)
        ]
        if rivals and token.lower_ == "it":
            return False
        resolution.context = True
        resolution.resolved += 1
        return True

    def _demonstrative(self, token: Any, kept: frozenset[int], place: Place, resolution: Resolution) -> bool:
        if token.lower_ == "that" and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} and token.tag_ == "WDT":
            return True
        if token.lower_ == "those" and any(
            child.i in kept and child.dep_ in {"prep", "relcl", "acl"} for child in token.children
        ):
            return True
        if token.lower_ == "such":
            return token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "as"
        if token.dep_ != "det" or place.previous is None:
            return False
        lemma = token.head.lemma_.lower()
        if not any(t.lemma_.lower() == lemma for t in place.previous):
            return False
        resolution.context = True
        resolution.resolved += 1
        return True

    def _definite(self, token: Any, kept: frozenset[int], place: Place, resolution: Resolution) -> bool:
        """Accept, rewrite, point or refuse a phrase with "the"."""
        head = token.head
        words = {t.lower_ for t in head.doc[token.i + 1 : head.i + 1]}
        if words & CONTRASTIVE:
            return any(
                child.dep_ in {"prep", "relcl"} and child.i in kept and child.i > head.i for child in head.children
            )
        if _clear_alone(token, head, kept):
            return True
        if head.tag_ in {"JJS", "RBS", "JJR", "RBR", "CD", "JJ"}:
            return head.tag_ == "JJ" or any(child.i in kept and child.i > head.i for child in head.children)
        mention = _mention_at(self.mentions(place.position), head.doc, head)
        if head.pos_ == "PROPN" or mention is not None:
            return (
                mention is not None or any(t.ent_type_ for t in head.doc[token.i : head.i + 1]) or head.pos_ == "PROPN"
            )
        return self._rewrite(token, head, place, resolution)

    def _rewrite(self, token: Any, head: Any, place: Place, resolution: Resolution) -> bool:
        lemma = head.lemma_.lower()
        earlier = [
            (position, index, text, definite)
            for position, index, text, definite in self._phrases.get(lemma, [])
            if (position, index) < (place.position, token.i)
        ]
        own = [t for t in head.doc[token.i + 1 : head.i] if not t.is_quote]
        texts = {text for _, _, text, _ in earlier if text}
        if not own and earlier and len(texts) == 1 and not re.search(r"\d", next(iter(texts))):
            extra = next(iter(texts))
            if not _vague(extra) and len(extra.split()) <= 3:
                resolution.replaced[head.i, head.i + 1] = f"{extra} {head.text}"
                resolution.resolved += 1
                return True
        if re.search(rf"\b{re.escape(lemma)}\b", self._titles):
            return True
        if own and not earlier:
            return len(own) >= 2 or own[0].pos_ in {"PROPN", "NOUN"} or own[0].ent_type_ != ""
        resolution.pointer = True
        return True


def _vague(text: str) -> bool:
    return bool(
        set(text.lower().split()) & CONTRASTIVE
        | set(text.lower().split()) & {"own", "many", "several", "new", "such", "more"}
    )


def _modifies(token: Any, head: Any) -> bool:
    """Keep compounds, adjectives and names before a head, not determiners, numbers or possessors."""
    if (
        token.dep_ in {"det", "nummod", "poss", "case", "predet", "quantmod", "punct", "cc", "conj"}
        and token.text != "-"
    ):
        return False
    if token.dep_ in {"compound", "amod", "nmod", "npadvmod", "advmod", "punct"}:
        return token.pos_ in {"NOUN", "PROPN", "ADJ", "PUNCT", "VERB"} or token.text == "-"
    return False


def _clear_alone(token: Any, head: Any, kept: frozenset[int]) -> bool:
    """Say whether a definite is clear by itself: "the end of the war", "the men who came", "the Iraqi army", "the world"."""
    for child in head.children:
        if child.i > head.i and child.i in kept:
            if child.dep_ == "prep" and child.lower_ in {
                "of",
                "for",
                "to",
                "between",
                "in",
                "on",
                "from",
                "at",
                "with",
            }:
                return True
            if child.dep_ in {"relcl", "acl", "ccomp", "appos"}:
                return True
    before = [t for t in head.doc[token.i + 1 : head.i]]
    if any(t.ent_type_ in {"GPE", "NORP", "ORG", "PERSON", "LOC"} for t in before):
        return True
    if any(t.tag_ == "JJS" or t.lower_ == "most" for t in before):
        return False
    return head.lemma_.lower() in UNIQUE and len(before) <= 1


def _empty_it(token: Any) -> bool:
    """Say whether "it" stands for nothing: "it is possible that", "it takes a year to"."""
    verb = token.head
    return any(child.dep_ in {"ccomp", "xcomp", "advcl", "csubj"} and child.i > verb.i for child in verb.children) and (
        verb.lemma_ in {"be", "take", "seem", "appear", "turn", "cost", "remain", "become", "help", "matter"}
    )
