"""What a clause refers back to: each pronoun and definite is bound inside, rewritten, given a context line, or refused."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from quizzes.engine.facts.syntax import SUBJECTS, finite_token, is_plural, span, subject_of
from quizzes.engine.language.inflection import singular
from quizzes.engine.language.lexicon import DURATIONS, PEOPLE_NOUNS
from quizzes.engine.language.values import Analysis, Mention, NameClass

FIRST_SECOND = frozenset("i me my mine we us our ours you your yours myself ourselves yourself let's".split())
THIRD = frozenset("he him she her it they them its his their hers theirs".split())
POSSESSIVE = frozenset(("his", "her", "its", "their"))
DEMONSTRATIVE = frozenset(("this", "that", "these", "those", "such", "here", "there"))
PLURAL = frozenset(("they", "them", "their", "theirs"))
MALE = frozenset(("he", "him", "his"))
FEMALE = frozenset(("she", "her", "hers"))
ANAPHORIC = frozenset(("det", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "amod", "predet"))
LONGEST_ANTECEDENT = 6
SHELLS = frozenset("point view argument idea claim belief problem".split())
KIN = frozenset(
    "son daughter father mother brother sister wife husband grandson granddaughter grandfather grandmother uncle aunt cousin nephew niece".split()
)
COLLECTIVE = frozenset("group team council company government organization organisation band army crew staff".split())
UNIQUE = frozenset(
    """world sun moon earth west east north south internet public sky sea ocean past future present century climate
    economy environment universe planet atmosphere end beginning start idea fact way name number amount total number
    rest majority same time age help use cost cause lack need hope fear risk""".split()
)
CONTRASTIVE = frozenset("other former latter first second same following previous above next last opposite".split())


@dataclass(slots=True)
class Resolution:
    """Replacements by token range, whether a paragraph pointer is needed, the sentence to quote, and a count."""

    replaced: dict[tuple[int, int], str] = field(default_factory=dict)
    pointer: bool = False
    context: Any = None
    resolved: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands: position of its paragraph, its sentence, the paragraph's sentences before it."""

    position: int
    sentence: Any
    before: tuple[Any, ...]

    @property
    def previous(self) -> Any:
        """Return the sentence before, or None at the head of a paragraph."""
        return self.before[-1] if self.before else None


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

    @property
    def docs(self) -> Sequence[Any]:
        """Return the parsed paragraphs by position."""
        return self._analysis.docs

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
                definite = any(t.lower_ in {"the", "this", "that", "these", "those"} for t in token.lefts)
                text = _premodifiers(token)
                found.setdefault(token.lemma_.lower(), []).append((position, token.i, text, definite))
        return found

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
            if quoted and token.lower_ in {"it", "that"} and _empty_it(token):
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
            return self._demonstrative(token, kept, place, resolution)
        if lower in {"one", "ones", "another", "both", "others", "neither", "either", "latter", "former"}:
            return self._pro_form(token, kept, resolution)
        if lower == "the" and token.dep_ == "det":
            return self._definite(token, kept, place, resolution)
        return True

    def _pro_form(self, token: Any, kept: frozenset[int], resolution: Resolution) -> bool:
        """Accept "one of the main lessons" and "both houses", refuse "required one for large groups"."""
        if token.dep_ in {"det", "predet", "nummod", "preconj", "amod", "cc"}:
            if token.lower_ == "both" and token.head.pos_ == "NOUN" and token.dep_ != "preconj":
                resolution.pointer = True
            return token.lower_ not in {"another", "latter"}
        return any(child.lower_ == "of" and child.i in kept for child in token.children)

    def _pronoun(
        self, token: Any, verb: Any, subject: Any, kept: frozenset[int], place: Place, resolution: Resolution
    ) -> bool:
        lower = token.lower_
        if token.dep_ in SUBJECTS and lower == "it" and _empty_it(token):
            return True
        if self._bound(token, verb, subject, kept):
            return True
        if lower in MALE | FEMALE:
            return self._person(token, place, resolution)
        if token.dep_ in SUBJECTS and self._first_subject(token, place, resolution):
            return True
        return self._by_context(token, place, resolution)

    def _first_subject(self, token: Any, place: Place, resolution: Resolution) -> bool:
        """Put the sentence's first subject for the pronoun that heads its second clause: "The clerks came, but they left"."""
        first = subject_of(place.sentence.root)
        heads_clause = token.head.dep_ == "conj" and token.head.head.i == place.sentence.root.i
        if first is None or not heads_clause or first.i >= token.i or not _fits(token, first):
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
        if opening.lower_ == "the" and first.pos_ != "PROPN":
            resolution.pointer = True
        resolution.replaced[token.i, token.i + 1] = phrase
        resolution.resolved += 1
        return True

    def _bound(self, token: Any, verb: Any, subject: Any, kept: frozenset[int]) -> bool:
        """Bind a pronoun inside the clause when number and kind agree: "the council lost its case".

        A possessive in a fronted adjunct may look forward ("At its height, the mill employed 300").
        """
        lower = token.lower_
        if lower in MALE | FEMALE and _only_person_before(token, kept):
            return True
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
            if token.dep_ == "pobj" and token.head.lower_ == "of" and _fits(token, subject):
                return True  # "Growers in the south, many of them new, are ..."
            return token.tag_ == "PRP$" and _owner_inside(token, subject)
        if token.dep_ in {"dobj", "pobj", "dative"} and _governor(token).i == verb.i:
            return False
        if not _fits(token, subject):
            return False
        rivals = [
            other
            for other in subject.doc[span(subject)[1] : token.i]
            if other.i in kept and other.dep_ in {"dobj", "nsubj", "nsubjpass", "conj"} and _fits(token, other)
        ]
        return not rivals or (
            token.tag_ == "PRP$" and token.head.i != rivals[-1].i and len(rivals) < 2 and lower != "their"
        )

    def _person(self, token: Any, place: Place, resolution: Resolution) -> bool:
        """Name the only person of the sentences before; a second person in the window blocks it."""
        doc = token.doc
        window_start = place.previous.start_char if place.previous is not None else 0
        people: list[Mention] = [
            m
            for m in self.mentions(place.position)
            if window_start <= m.start < token.idx and (m.name_class is NameClass.PERSON or _may_be_person(m))
        ]
        if len({m.canonical for m in people}) != 1 or people[0].name_class is not NameClass.PERSON:
            return False
        nouns = [
            t.lemma_.lower()
            for t in doc[: token.i]
            if t.idx >= window_start and t.pos_ == "NOUN" and t.lemma_.lower() in PEOPLE_NOUNS and t.tag_ == "NN"
        ]
        if len(nouns) > 1 or KIN & {t.lemma_.lower() for t in doc[: token.i] if t.idx >= window_start}:
            return False
        name = people[0].canonical
        if token.tag_ == "PRP$" or (token.lower_ == "her" and token.dep_ == "poss"):
            name += "'" if name.endswith("s") else "'s"
        if resolution.replaced and any(name.removesuffix("'s") in text for text in resolution.replaced.values()):
            resolution.resolved += 1
            return True
        resolution.replaced[token.i, token.i + 1] = name
        resolution.resolved += 1
        return True

    def _by_context(self, token: Any, place: Place, resolution: Resolution) -> bool:
        """Quote an earlier sentence that says what "they" or "it" is: its subject must fit and be no pronoun itself.

        A chain of sentences with the same pronoun leads back to the one that names it.
        """
        if token.tag_ == "PRP" and token.dep_ not in SUBJECTS:
            return False
        if any(t.dep_ in SUBJECTS and t.i < token.i and t.lower_ not in THIRD for t in place.sentence):
            return False  # a subject of the same sentence stands nearer
        for sentence in reversed(place.before):
            before = subject_of(sentence.root)
            if before is None:
                return False
            if before.lower_ == token.lower_ and token.lower_ in PLURAL:
                continue
            antecedent = before if before.pos_ in {"NOUN", "PROPN"} else _only_subject(sentence, token)
            if antecedent is None or not self._antecedent(antecedent, token, sentence):
                return False
            owner = token.tag_ == "PRP$" and token.head.dep_ in SUBJECTS
            if (token.dep_ in SUBJECTS or owner) and self._instead(token, antecedent, sentence, place, resolution):
                return True
            if resolution.context is not None and resolution.context.start != sentence.start:
                return False
            resolution.context = sentence
            resolution.resolved += 1
            return True
        return False

    def _instead(self, token: Any, antecedent: Any, sentence: Any, place: Place, resolution: Resolution) -> bool:
        """Put a short antecedent in place of its pronoun: "They left" gives "The clerks of the mint left"."""
        start, end = antecedent.left_edge.i, antecedent.i + 1
        for child in antecedent.rights:
            if (
                child.dep_ in {"prep", "cc", "conj"}
                and child.left_edge.i == end
                and child.lower_ in {"of", "in", "and"}
            ):
                end = child.right_edge.i + 1
            elif child.dep_ == "conj" and child.left_edge.i == end:
                end = child.right_edge.i + 1
        phrase = sentence.doc[start:end]
        if len(phrase) > LONGEST_ANTECEDENT or any(t.text in {",", "(", "–", '"'} for t in phrase):
            return False
        if any(t.like_num or t.lower_ in {"some", "many", "most", "few", "several"} for t in phrase):
            return False  # "Some 40 growers came. They ...": a number is not repeated
        if token.tag_ != "PRP$" and is_plural(antecedent) != (token.lower_ in PLURAL):
            # "The mint closed its gates. They stay shut": the verb turns singular with its subject
            finite = finite_token(token.head)
            if finite is None or antecedent.pos_ != "PROPN":
                return False
            changed = singular(finite.text, finite.tag_)
            if changed != finite.text:
                resolution.replaced[finite.i, finite.i + 1] = changed
        if phrase[0].lower_ == "the" and phrase[0].dep_ == "det" and len(phrase) <= 3 and antecedent.pos_ == "NOUN":
            resolution.pointer = True
        text = phrase.text
        if phrase[0].is_sent_start and (
            phrase[0].lower_ == "the" or phrase[0].pos_ != "PROPN" and not phrase[0].ent_type_
        ):
            text = text[0].lower() + text[1:]
        if token.tag_ == "PRP$":
            text += "'" if text.endswith("s") else "'s"
        resolution.replaced[token.i, token.i + 1] = text
        resolution.resolved += 1
        return True

    def _antecedent(self, before: Any, token: Any, sentence: Any) -> bool:
        if any(
            t.lower_ in DEMONSTRATIVE | FIRST_SECOND or (t.tag_ == "PRP" and t.lower_ in THIRD) for t in before.subtree
        ):
            return False
        if not _fits(token, before):
            return False
        rivals = [t for t in sentence if t.dep_ == "dobj" and t.pos_ in {"NOUN", "PROPN"} and _fits(token, t)]
        return not (rivals and token.lower_ in {"it", "its"})

    def _demonstrative(self, token: Any, kept: frozenset[int], place: Place, resolution: Resolution) -> bool:
        if token.lower_ == "that" and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} and token.tag_ == "WDT":
            return True
        if token.lower_ == "those" and any(
            child.i in kept and child.dep_ in {"prep", "relcl", "acl"} for child in token.children
        ):
            return True
        if token.lower_ == "such":
            return token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "as"
        if token.dep_ != "det":
            return False
        sentence = self._introduction(token, place)
        if sentence is None or (resolution.context is not None and resolution.context.start != sentence.start):
            return False
        resolution.context = sentence
        resolution.resolved += 1
        return True

    def _introduction(self, token: Any, place: Place) -> Any:
        """Return the sentence that "this community" or "that number" takes up, or None."""
        lemma = token.head.lemma_.lower()
        if place.previous is not None:
            if any(t.lemma_.lower() == lemma for t in place.previous):
                return place.previous
            if lemma in {"number", "figure", "total"} and any(t.pos_ == "NUM" for t in place.previous):
                return place.previous
            if lemma in SHELLS and token.lower_ in {"this", "that"}:
                return place.previous
        if token.lower_ != "this" or token.head.tag_ != "NN":
            return None
        earlier = [
            (position, index)
            for position, index, _, definite in self._phrases.get(lemma, [])
            if place.position - 4 < position < place.position and not definite
        ]
        if len(earlier) != 1:
            return None
        position, index = earlier[0]
        return self._analysis.docs[position][index].sent

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
        if own and not earlier and any(t.pos_ in {"PROPN", "NOUN"} for t in own):
            return True
        resolution.pointer = True
        return True


VAGUE = frozenset(
    "own many several new such more different unusual other earlier later late recent little big good bad few certain".split()
)


def _vague(text: str) -> bool:
    return bool(
        set(text.lower().split()) & CONTRASTIVE
        | set(text.lower().split()) & {"own", "many", "several", "new", "such", "more"}
    )


def _plainly(token: Any) -> str:
    """Return a pre-modifier with its space, without the capital that only the sentence's head gave it."""
    text = token.text if token.pos_ == "PROPN" or token.ent_type_ or token.text.isupper() else token.lower_
    return text + str(token.whitespace_)


def _premodifiers(head: Any) -> str:
    """Return the unbroken run of compounds, adjectives and names before a noun, or nothing if a half word heads it."""
    run: list[Any] = []
    for position in range(head.i - 1, head.left_edge.i - 1, -1):
        token = head.doc[position]
        if token.is_quote and not run:
            continue
        if not (token.text == "-" or (token.dep_ in PREMODIFIERS and token.pos_ in {"NOUN", "PROPN", "ADJ"})):
            if token.whitespace_ == "":
                return ""  # "50-meter", "battery-powered": a piece of a word
            break
        run.insert(0, token)
    if run and (run[0].text == "-" or any(token.pos_ == "NUM" for token in run)):
        return ""
    return "".join(_plainly(token) for token in run).strip()


PREMODIFIERS = frozenset(("compound", "amod", "nmod", "npadvmod", "punct"))


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
    before = list(head.doc[token.i + 1 : head.i])
    if any(t.ent_type_ in {"GPE", "NORP", "ORG", "PERSON", "LOC"} for t in before):
        return True
    if any(t.tag_ == "JJS" or t.lower_ == "most" for t in before):
        return False
    return head.lemma_.lower() in UNIQUE and len(before) <= 1


def _may_be_person(mention: Mention) -> bool:
    """Say whether a name of unknown class may be a person's, and so blocks "she": "Kasia Nowak"."""
    return mention.name_class is NameClass.OTHER and len(mention.text.split()) == 2


def _governor(token: Any) -> Any:
    """Return the verb above a pronoun through its prepositions."""
    above = token.head
    while above.dep_ == "prep" and above.head.i != above.i:
        above = above.head
    return above


def _only_person_before(token: Any, kept: frozenset[int]) -> bool:
    """Bind "his" to the one singular person that stands before it in the clause, a name or a noun."""
    people = [
        t
        for t in token.sent
        if t.i < token.i
        and t.i in kept
        and (
            (t.tag_ == "NN" and t.lemma_.lower() in PEOPLE_NOUNS) or (t.ent_type_ == "PERSON" and t.dep_ != "compound")
        )
    ]
    return len(people) == 1 or (len(people) == 2 and people[1].dep_ == "appos" and people[1].head.i == people[0].i)


def _owner_inside(token: Any, subject: Any) -> bool:
    """Say whether a possessive inside the subject has its owner there: "IS and its adherents"."""
    owners = [t for t in subject.doc[span(subject)[0] : token.i] if t.pos_ in {"NOUN", "PROPN"} and _fits(token, t)]
    return len(owners) == 1


def _fits(token: Any, antecedent: Any) -> bool:
    """Say whether number and kind of a pronoun fit a noun; a body of people may be "they" or "it"."""
    lower, lemma = token.lower_, antecedent.lemma_.lower()
    if antecedent.pos_ not in {"NOUN", "PROPN"} and not (antecedent.lower_ in PLURAL and lower in PLURAL):
        return False
    plural = is_plural(antecedent)
    if lower in PLURAL:
        return plural or lemma in COLLECTIVE or antecedent.ent_type_ == "ORG" or antecedent.text == "IS"
    if lower in {"it", "its"}:
        return not plural and lemma not in PEOPLE_NOUNS and antecedent.ent_type_ != "PERSON"
    return not plural and (antecedent.pos_ == "PROPN" or lemma in PEOPLE_NOUNS)


def _only_subject(sentence: Any, token: Any) -> Any:
    """Return the one noun that is a subject in a sentence that begins with "This is": "This is so where growers ..."."""
    found = [t for t in sentence if t.dep_ in SUBJECTS and t.pos_ in {"NOUN", "PROPN"}]
    return found[0] if len(found) == 1 and token.lower_ in PLURAL else None


def _empty_it(token: Any) -> bool:
    """Say whether "it" stands for nothing: "it is possible that", "it takes a year to"."""
    verb = token.head
    return any(child.dep_ in {"ccomp", "xcomp", "advcl", "csubj"} and child.i > verb.i for child in verb.children) and (
        verb.lemma_ in {"be", "take", "seem", "appear", "turn", "cost", "remain", "become", "help", "matter"}
    )
