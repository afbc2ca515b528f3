"""What a clause refers back to: each pronoun and definite is bound, rewritten, given a context line or refused."""

import re
from collections.abc import Sequence
from typing import Any

from quizzes.engine.facts.antecedents import (
    FEMALE,
    FOLLOWING,
    MALE,
    PLURAL,
    THIRD,
    empty_it,
    fits,
    governor,
    has_clitic,
    may_be_person,
    only_person_before,
    only_subject,
    own_object,
    owner_inside,
    repeatable,
)
from quizzes.engine.facts.definites import (
    CONTRASTIVE,
    DECADE,
    clear_alone,
    compounds,
    held_by_name,
    vague,
)
from quizzes.engine.facts.genders import Genders, gender_of
from quizzes.engine.facts.people import is_subject, person_before, rivals
from quizzes.engine.facts.pointing import controller
from quizzes.engine.facts.resolution import Place, Resolution
from quizzes.engine.facts.syntax import SUBJECTS, finite_token, is_plural, span, subject_of
from quizzes.engine.facts.topics import noun_phrases, topics_of
from quizzes.engine.language.inflection import singular
from quizzes.engine.language.kept import text_of
from quizzes.engine.language.lexicon import DURATIONS, PEOPLE_NOUNS
from quizzes.engine.language.values import Analysis, Mention, NameClass

FIRST_SECOND = frozenset("i me my mine we us our ours you your yours myself ourselves yourself let's".split())
SMALL = re.compile(r"\b[a-z]+")
POSSESSIVE = frozenset(("his", "her", "its", "their"))
DEMONSTRATIVE = frozenset(("this", "that", "these", "those", "such", "here", "there"))
ANAPHORIC = frozenset(("det", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "amod", "predet"))
KIN = frozenset(
    """son daughter father mother brother sister wife husband grandson granddaughter grandfather grandmother uncle aunt
    cousin nephew niece""".split()
)


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
        self._positions = {id(doc): position for position, doc in enumerate(analysis.docs)}
        self.titles = titles.lower()
        self._written_small = frozenset(word for doc in analysis.docs for word in SMALL.findall(text_of(doc)))
        self._named_first: set[str] = set()
        self._phrases = noun_phrases(analysis.docs)
        self.topics = topics_of(analysis.docs)
        self.genders = Genders(analysis.docs, self.mentions)

    @property
    def docs(self) -> Sequence[Any]:
        """Return the parsed paragraphs by position."""
        return self._analysis.docs

    def position(self, doc: Any) -> int:
        """Return the position of a parsed paragraph."""
        return self._positions[id(doc)]

    def mentions(self, position: int) -> list[Mention]:
        """Return the mentions of the paragraph at a position."""
        return self._by_paragraph.get(self._numbers[position], [])

    def said_before(self, lemma: str, position: int, index: int, within: int) -> bool:
        """Say whether a noun stands before a token of the paragraph at `position`, or in so many paragraphs before."""
        return any(
            position - within <= phrase[0] and phrase[:2] < (position, index) for phrase in self._phrases.get(lemma, [])
        )

    def resolve(self, verb: Any, subject: Any, kept: frozenset[int], place: Place) -> Any:
        """Return how the references of a clause are made clear, or the token whose reference is not."""
        resolution = Resolution()
        doc = verb.doc
        quoted = False
        for position in sorted(kept):
            token = doc[position]
            if token.text == '"':
                quoted = not quoted
            if quoted and token.lower_ not in DEMONSTRATIVE | FIRST_SECOND | {"it", "they"}:
                continue
            if quoted and not (token.tag_ in {"PRP", "PRP$"} or token.dep_ == "det"):
                continue
            if quoted and token.lower_ in {"it", "that"} and empty_it(token):
                continue
            if not self._token(token, verb, subject, kept, place, resolution):
                return token
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
            return self._demonstrative(token, kept)
        if lower in {"one", "ones", "another", "both", "others", "neither", "either", "latter", "former"}:
            return self._pro_form(token, kept)
        if lower == "the" and token.dep_ == "det":
            return self._definite(token, kept, place, resolution)
        return True

    def _pro_form(self, token: Any, kept: frozenset[int]) -> bool:
        """Accept "one of the main lessons" and "both houses", refuse "required one for large groups"."""
        if token.dep_ in {"det", "predet", "nummod", "preconj", "amod", "cc"}:
            return token.lower_ not in {"another", "latter"}
        return any(child.lower_ == "of" and child.i in kept for child in token.children)

    def _pronoun(
        self, token: Any, verb: Any, subject: Any, kept: frozenset[int], place: Place, resolution: Resolution
    ) -> bool:
        lower = token.lower_
        if token.dep_ in SUBJECTS and lower == "it" and empty_it(token):
            return True
        if self._bound(token, verb, subject, kept):
            return True
        if lower in MALE | FEMALE:
            return self._person(token, place, resolution)
        if token.dep_ in SUBJECTS and self._first_subject(token, place, resolution):
            return True
        return self._by_name(token, place, resolution)

    def _first_subject(self, token: Any, place: Place, resolution: Resolution) -> bool:
        """Put the first subject for the pronoun that heads the second clause: "The clerks came, but they left"."""
        first = subject_of(place.sentence.root)
        heads_clause = token.head.dep_ == "conj" and token.head.head.i == place.sentence.root.i
        if first is None or not heads_clause or has_clitic(token) or first.i >= token.i or not fits(token, first):
            return False
        start, end = first.left_edge.i, first.i + 1
        if end - start > 5 or any(t.lower_ in THIRD | DEMONSTRATIVE for t in first.subtree):
            return False
        rivals = [t for t in token.doc[end : token.i] if t.dep_ in SUBJECTS]
        if rivals or any(t.dep_ == "conj" for t in first.children):
            return False
        phrase = token.doc[start:end].text
        opening = token.doc[start]
        if opening.pos_ != "PROPN" and not opening.ent_type_ and opening.is_sent_start:
            phrase = phrase[0].lower() + phrase[1:]
        resolution.replaced[token.i, token.i + 1] = phrase
        resolution.resolved += 1
        return True

    def _bound(self, token: Any, verb: Any, subject: Any, kept: frozenset[int]) -> bool:
        """Bind a pronoun inside the clause when number and kind agree: "the council lost its case".

        A possessive in a fronted adjunct may look forward ("At its height, the mill employed 300").
        """
        lower = token.lower_
        if lower in MALE | FEMALE and only_person_before(token, kept):
            return not own_object(token, verb)
        if subject.i == token.i or subject.lower_ in {"it", "this", "that", "there"}:
            return False
        if subject.lower_ in THIRD:
            if lower == subject.lower_ != "it" and token.dep_ in SUBJECTS and token.i > verb.i:
                return True  # "they took what they called taxes"
            same = {subject.lower_, lower}
            return (
                subject.i < token.i and any(same <= group for group in (MALE, FEMALE, PLURAL)) and token.tag_ == "PRP$"
            )
        if token.i < subject.i and not (token.tag_ == "PRP$" and token.i < span(subject)[0]):
            return False
        if token.i in range(*span(subject)):
            if token.dep_ == "pobj" and token.head.lower_ == "of" and fits(token, subject):
                return True  # "Growers in the south, many of them new, are ..."
            return token.tag_ == "PRP$" and owner_inside(token, subject)
        if token.dep_ in {"dobj", "pobj", "dative"} and governor(token).i == verb.i:
            return False
        if controller(token) == subject:
            return False
        if not fits(token, subject) or (token.tag_ == "PRP$" and verb.lemma_ in FOLLOWING):
            return False
        rivals = [
            other
            for other in subject.doc[span(subject)[1] : token.i]
            if other.i in kept
            and other.dep_ in {"dobj", "nsubj", "nsubjpass", "conj"}
            and fits(token, other)
            and token.i > other.right_edge.i  # "the vows of their founder": the vows own nothing
        ]
        return not rivals or (
            token.tag_ == "PRP$" and token.head.i != rivals[-1].i and len(rivals) < 2 and lower != "their"
        )

    def _person(self, token: Any, place: Place, resolution: Resolution) -> bool:
        """Put a person's name for "she", once in a clause; a shortened verb ("she'd") has no place for it."""
        name = None if has_clitic(token) else self._only_person(token, place) or person_before(token, self)
        if name is None:
            return False
        resolution.resolved += 1
        if token.tag_ == "PRP$" or (token.lower_ == "her" and token.dep_ == "poss"):
            name += "'" if name.endswith("s") else "'s"
        if not any(name.removesuffix("'s") in text for text in resolution.replaced.values()):
            resolution.replaced[token.i, token.i + 1] = name
        return True

    def _only_person(self, token: Any, place: Place) -> str | None:
        """Return the only person of this sentence and the one before; a second one in them blocks it."""
        start = place.previous.start_char if place.previous is not None else 0
        people = [
            m
            for m in self.mentions(place.position)
            if start <= m.start < token.idx and (m.name_class is NameClass.PERSON or may_be_person(m))
        ]
        if len({m.canonical for m in people}) != 1 or people[0].name_class is not NameClass.PERSON:
            return None
        before = [t for t in token.doc[: token.i] if t.idx >= start]
        others = [t for t in before if t.tag_ == "NN" and t.lemma_.lower() in PEOPLE_NOUNS]
        if len(others) > 1 or KIN & {t.lemma_.lower() for t in before}:
            return None
        name = people[0].canonical
        if not is_subject(name, before, self) and rivals(name, token, self):
            return None
        return name if self.genders.may_be(name, gender_of(token)) else None

    def _by_name(self, token: Any, place: Place, resolution: Resolution) -> bool:
        """Put the subject of an earlier sentence for "they" or "it": it must fit and be no pronoun itself.

        A chain of sentences with the same pronoun leads back to the one that names it.
        """
        if token.dep_ not in SUBJECTS and not (token.tag_ == "PRP$" and token.head.dep_ in SUBJECTS):
            return False
        if any(t.dep_ in SUBJECTS and t.i < token.i and t.lower_ not in THIRD for t in place.sentence):
            return False  # a subject of the same sentence stands nearer
        for sentence in reversed(place.before):
            before = subject_of(sentence.root)
            if before is None:
                return False
            if before.lower_ == token.lower_ and token.lower_ in PLURAL:
                continue
            antecedent = before if before.pos_ in {"NOUN", "PROPN"} else only_subject(sentence, token)
            fitting = antecedent is not None and self._antecedent(antecedent, token, sentence)
            return fitting and self._instead(token, antecedent, sentence, resolution)
        return False

    def _instead(self, token: Any, antecedent: Any, sentence: Any, resolution: Resolution) -> bool:
        """Put a short antecedent in place of its pronoun: "They left" gives "The clerks of the mint left"."""
        if has_clitic(token):
            return False
        start, end = antecedent.left_edge.i, antecedent.i + 1
        for child in antecedent.rights:
            if (
                child.dep_ in {"prep", "cc", "conj"}
                and child.left_edge.i == end
                and child.lower_ in {"of", "in", "and"}
            ) or (child.dep_ == "conj" and child.left_edge.i == end):
                end = child.right_edge.i + 1
        phrase = sentence.doc[start:end]
        if not repeatable(phrase, token):
            return False
        if token.tag_ != "PRP$" and is_plural(antecedent) != (token.lower_ in PLURAL):
            # "The mint closed its gates. They stay shut": the verb turns singular with its subject
            finite = finite_token(token.head)
            if finite is None or antecedent.pos_ != "PROPN":
                return False
            changed = singular(finite.text, finite.tag_)
            if changed != finite.text:
                resolution.replaced[finite.i, finite.i + 1] = changed
        text = phrase.text
        if phrase[0].lower_ in {"a", "an"}:
            text = "the" + text[len(phrase[0].text) :]  # "A forest grows here. It is made of kelp."
        if phrase[0].is_sent_start and not self._is_name(phrase[0]):
            text = text[0].lower() + text[1:]
        if token.tag_ == "PRP$":
            text += "'" if text.endswith("s") else "'s"
        resolution.replaced[token.i, token.i + 1] = text
        resolution.resolved += 1
        return True

    def _is_name(self, opening: Any) -> bool:
        """Say whether the word that opens a sentence keeps its capital: a name that is written small nowhere else."""
        if opening.lower_ in {"the", "a", "an"} or opening.lower_ in self._written_small:
            return False
        return bool(opening.pos_ == "PROPN" or opening.ent_type_)

    def _antecedent(self, before: Any, token: Any, sentence: Any) -> bool:
        if any(
            t.lower_ in DEMONSTRATIVE | FIRST_SECOND or (t.tag_ == "PRP" and t.lower_ in THIRD) for t in before.subtree
        ):
            return False
        if not fits(token, before):
            return False
        return token.lower_ not in {"it", "its"} or not any(_rivals(t, before) and fits(token, t) for t in sentence)

    def _demonstrative(self, token: Any, kept: frozenset[int]) -> bool:
        if token.lower_ == "that" and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} and token.tag_ == "WDT":
            return True
        if token.lower_ == "those" and any(
            child.i in kept and child.dep_ in {"prep", "relcl", "acl"} for child in token.children
        ):
            return True
        return bool(token.lower_ == "such" and token.doc[token.i + 1 : token.i + 2].text.lower() == "as")

    def _definite(self, token: Any, kept: frozenset[int], place: Place, resolution: Resolution) -> bool:
        """Accept, rewrite, point or refuse a phrase with "the"."""
        head = token.head
        words = {t.lower_ for t in head.doc[token.i + 1 : head.i + 1]}
        if {"next", "few"} <= words and head.lemma_.lower() in DURATIONS:
            return True  # "only the next few years" in general statements
        if words & CONTRASTIVE - ({"former"} if head.i > token.i + 1 else set()):
            return any(
                child.dep_ in {"prep", "relcl"} and child.i in kept and child.i > head.i for child in head.children
            )
        if clear_alone(token, head, kept) or DECADE.match(head.text):
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
            near = all(place.position - position <= 1 for position, _, text, _ in earlier if text)
            named = any(word[0].isupper() for word in extra.split())
            if not vague(extra) and len(extra.split()) <= 3 and (named or (near and compounds(self.docs, earlier))):
                resolution.replaced[head.i, head.i + 1] = f"{extra} {head.text}"
                resolution.resolved += 1
                return True
        held = None if own else held_by_name(self.docs, earlier)
        if held is not None:
            resolution.replaced[head.i, head.i + 1] = held
            resolution.resolved += 1
            return True
        return True


def _rivals(token: Any, before: Any) -> bool:
    """Say whether a noun behind the subject may be what "it" is: "The flaw is that the oil is old. It was sold"."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.i <= before.right_edge.i or token.ent_type_ in {"DATE", "TIME"}:
        return False
    return token.dep_ in {"dobj", *SUBJECTS} or (token.dep_ == "pobj" and token.head.lower_ in {"into", "by"})
