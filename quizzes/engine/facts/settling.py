"""Whether a reader of a quoted context and a stem knows what each pronoun, definite and comparison means."""

from collections.abc import Collection, Sequence
from itertools import chain
from typing import Any

from quizzes.engine.facts.antecedents import (
    COLLECTIVE,
    FEMALE,
    FOLLOWING,
    MALE,
    THIRD,
    empty_it,
    fits,
    own_object,
)
from quizzes.engine.facts.definites import CONTRASTIVE, DECADE, clear_alone, following
from quizzes.engine.facts.deixis import DATING, dated_from_today, deictic
from quizzes.engine.facts.genders import gender_of
from quizzes.engine.facts.people import mention_at, person_before
from quizzes.engine.facts.pointing import (
    bare_number,
    bare_shell,
    both_named,
    controller,
    counted_one,
    deed,
    names_a_place,
    rest_of_some,
)
from quizzes.engine.facts.references import FIRST_SECOND, KIN, Resolver
from quizzes.engine.facts.syntax import SUBJECTS, subject_of
from quizzes.engine.language.kept import text_of
from quizzes.engine.language.lexicon import ORGANIZATION_NOUNS, PEOPLE_NOUNS
from quizzes.engine.language.values import Mention, NameClass

SETTLED = frozenset(
    """more less later earlier sooner longer further elder upper lower inner outer rather better over under minor
    major senior junior""".split()
)
OPEN_ADVERBS = frozenset(
    "there then thereafter afterwards afterward beforehand thereby elsewhere likewise similarly otherwise".split()
)
# what a quotation cannot open with
OPENING = frozenset(
    "this that these those such here then one other others another same both neither either latter".split()
)
ORDINAL = frozenset("first second third fourth last".split())
MEN = frozenset("son father brother husband grandson grandfather uncle nephew".split())
PRO_FORMS = frozenset("one ones others both neither either latter former".split())
PEOPLE = PEOPLE_NOUNS | COLLECTIVE | ORGANIZATION_NOUNS | frozenset("couple family pair trio duo firm".split())
RELATIONAL = frozenset("part side half top bottom piece owner winner victory rest remainder majority".split())


# of these a country or the world has one
UNIQUE = frozenset("government police public army navy press economy internet world sun moon earth sea sky".split())
POINTING = (
    FIRST_SECOND
    | THIRD
    | PRO_FORMS
    | OPEN_ADVERBS
    | frozenset("here himself herself itself themselves this that these those such another other same the".split())
)
# further up, the same noun is mostly another thing: "the village" of another street
NEAR_PARAGRAPHS = 2


def referring(tokens: Sequence[Any]) -> tuple[Any, ...]:
    """Return the words of a sentence that may point outside; nothing else needs to be looked at."""
    if any(token.lower_ in DATING for token in tokens):
        return tuple(tokens)  # a time is told by the words around it
    return tuple(
        t for t in tokens if t.lower_ in POINTING or t.tag_ in {"JJR", "RBR"} or t.pos_ == "PROPN" or bare_number(t)
    )


class Block:
    """A run of sentences as a reader of the item has them before him: the quoted ones, then the stem.

    `near` says that they follow one another in the article, so that "this" and "they" may reach across them; `names`
    are the people whom brackets in the quotation name. What is quoted is read more kindly than the stem: its definites
    are taken as given, what somebody says in it is his own, and a person's pronoun is explained in brackets, "She
    [Morag Drever]", where the sentences before name one person only.
    """

    def __init__(
        self,
        sentences: Sequence[Sequence[Any]],
        position: int,
        resolver: Resolver,
        *,
        near: bool = False,
        names: Collection[str] = (),
    ) -> None:
        self._sentences = sentences
        self._position = position
        self._resolver = resolver
        self._near = near
        self._names = set(names)
        self._tokens = list(chain.from_iterable(sentences))
        self._done = len(self._tokens) - len(sentences[-1])
        self._alone = self._lead = self._dated = False

    def clear(self, words: Sequence[Any]) -> bool:
        """Say whether the reference of each of these words of the stem is settled inside the run."""
        self._dated = any(token.lower_ in DATING for token in words)
        return all(self._settled(token) for token in words)

    def clear_alone(self, words: Sequence[Any]) -> bool:
        """Say whether one sentence needs nothing around it, with no allowance for what the article has made known."""
        self._alone = True
        clear = self.clear(words)
        self._alone = False
        return clear

    def clear_as_lead(self, words: Sequence[Any]) -> bool:
        """Say whether the article's first sentence, which nothing precedes, points to nothing outside."""
        self._lead = True
        return self.clear(words)

    def names_to_open(self) -> dict[Any, str] | None:
        """Return whom the pronouns mean that a quotation opens with, by token; None where one stays open."""
        found: dict[Any, str] = {}
        root = self._tokens[0].sent.root.i
        for token in self._tokens:
            if token.i > root:
                break
            if self._may_open(token):
                continue
            name = person_before(token, self._resolver) if token.lower_ in MALE | FEMALE else None
            if name is None or set(found.values()) - {name}:
                return None
            if name not in found.values():
                found[token] = name
        return found

    def _may_open(self, token: Any) -> bool:
        """Say whether a word may stand where a quotation opens: it must not point further back."""
        if token.lower_ == "the":
            return True
        if self._settled(token):
            return True
        return token.tag_ not in {"PRP", "PRP$"} and token.lower_ not in OPENING and not deictic(token)

    def _mention(self, token: Any) -> Mention | None:
        return mention_at(token, self._resolver)

    def _before(self, token: Any, first: int = 0) -> list[Any]:
        """Return the nouns that a reader has met before a token."""
        run = self._tokens[first : self._done + token.i - token.sent.start]
        return [t for t in run if t.pos_ in {"NOUN", "PROPN"}]

    def _people(self, token: Any) -> set[str]:
        """Return the people whom a reader has met before a token, by their full names."""
        found = (self._mention(noun) for noun in self._before(token))
        named = {m.canonical for m in found if m is not None and m.name_class is NameClass.PERSON}
        return named | self._names

    def _follows(self, token: Any) -> bool:
        """Say whether the run holds the sentence before the token's own."""
        return self._near and self._done > 0

    def _settled(self, token: Any) -> bool:
        lower = token.lower_
        if token.text in {"US", "IS", "IT"}:
            return True
        if lower in FIRST_SECOND:
            return _spoken(token)
        if self._dated and (deictic(token) or dated_from_today(token)):
            return False
        if lower in THIRD or lower in {"himself", "herself", "itself", "themselves"}:
            return self._pronoun(token)
        if lower in {"this", "that", "these", "those", "such"}:
            return self._demonstrative(token)
        if lower in PRO_FORMS or lower in {"another", "other", "same"}:
            return self._pro_form(token)
        if lower == "here":
            return _spoken(token)  # without it nobody knows where; with it, where the writer stands
        if lower in OPEN_ADVERBS and token.dep_ != "expl" and token.pos_ == "ADV":
            return self._follows(token) and (lower != "there" or names_a_place(self._before(token)))
        if bare_number(token):
            return False
        if token.tag_ in {"JJR", "RBR"}:
            return self._comparison(token)
        if lower == "the" and token.dep_ == "det":
            return self._definite(token)
        return not self._alone or self._named(token)

    def _pronoun(self, token: Any) -> bool:
        """Accept a pronoun for which a subject, or one noun only, of its number and kind stands before it."""
        lower = token.lower_
        if lower == "it" and token.dep_ in SUBJECTS and empty_it(token):
            return True
        if lower.endswith(("self", "selves")):
            return True
        if lower in MALE | FEMALE:
            return self._person_pronoun(token)
        return not deed(token) and self._noun_before(token)

    def _person_pronoun(self, token: Any) -> bool:
        """Accept "he" or "she" where the reader has met one person, or a noun that nobody of the other sex claims.

        "It was made for a cellist. He used it for years, which prevented her from ...": she is nobody here.
        """
        people = self._people(token)
        if len(people) == 1 and self._resolver.genders.of(next(iter(people))) in {"", gender_of(token)}:
            return True
        others = FEMALE if token.lower_ in MALE else MALE
        run = self._tokens[: self._done + token.i - token.sent.start]
        if not people and any(t.lower_ in others for t in run):
            return False
        return self._noun_before(token)

    def _noun_before(self, token: Any) -> bool:
        """Say whether a subject, or one noun only, that a pronoun may stand for is before it."""
        verb_subject = subject_of(token.head) if token.head.pos_ in {"VERB", "AUX"} else None
        actors = {verb_subject} if own_object(token, token.head) else {controller(token)}
        before = [
            noun
            for noun in self._before(token, 0 if self._near else self._done)
            if self._may_be(token, noun) and noun not in actors
        ]
        if not before:
            return False
        heads = [noun for noun in before if noun.dep_ in SUBJECTS and noun.head.i != token.head.i]
        if token.tag_ == "PRP$" and token.head.head.lemma_ in FOLLOWING:
            return self._follows(token) and any(noun.sent.start != token.sent.start for noun in before)
        if token.tag_ == "PRP$":
            heads += [noun for noun in before if noun.dep_ in SUBJECTS]
        return bool(heads) or len({noun.lemma_.lower() for noun in before}) == 1

    def _may_be(self, token: Any, noun: Any) -> bool:
        if token.lower_ in MALE | FEMALE and noun.lemma_.lower() in KIN:
            return (noun.lemma_.lower() in MEN) == (token.lower_ in MALE) or noun.lemma_.lower() == "cousin"
        if noun.dep_ == "compound" or not fits(token, noun):
            return False
        if token.lower_ not in MALE | FEMALE or noun.pos_ == "NOUN":
            return True
        mention = self._mention(noun)
        if mention is None or mention.name_class is not NameClass.PERSON:
            return False
        return self._resolver.genders.of(mention.canonical) in {"", gender_of(token)}

    def _demonstrative(self, token: Any) -> bool:
        lower = token.lower_
        if token.tag_ in {"IN", "WDT"} or token.dep_ == "mark":
            return True
        if lower == "such" and token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "as":
            return True
        if lower in {"those", "that"} and any(c.dep_ in {"prep", "relcl", "acl"} for c in token.children):
            return True
        if token.dep_ in {"det", "predet", "amod"}:
            # "That condition proved decisive": the reader has what it sums up before him
            return token.head.lemma_.lower() in self._lemmas(token) or (lower != "such" and self._sums_up(token))
        return token.dep_ in SUBJECTS and self._sums_up(token)  # "This means that": the sentence before as a whole

    def _sums_up(self, token: Any) -> bool:
        """Say whether a demonstrative heads its sentence and takes up the sentence before, whole or in a new word."""
        return self._follows(token) and token.i - token.sent.start < 6 and token.lower_ in {"this", "that", "these"}

    def _pro_form(self, token: Any) -> bool:
        lower = token.lower_
        if lower in {"another", "other"} and token.dep_ in {"det", "amod"}:
            return token.head.lemma_.lower() in self._lemmas(token)
        if lower == "other":
            return bool(token.doc[token.i - 1].lower_ == "each")
        if lower == "same":
            return any(t.lower_ == "as" for t in token.doc[token.i : token.i + 5])
        if lower in {"both", "either", "neither"}:
            named = lower == "both" and both_named(token)
            return named or token.dep_ in {"preconj", "cc"} or any(c.lower_ == "of" for c in token.children)
        if lower in {"former", "latter"} and token.dep_ == "amod" and not _definite_before(token):
            return bool(lower == "former")  # "a former chapel"
        if lower in {"one", "ones"}:
            plain = token.dep_ == "nummod" or any(c.lower_ == "of" for c in token.children)
            return plain or counted_one(token, self._met(token))
        return lower == "others" and rest_of_some(token, self._met(token))

    def _met(self, token: Any) -> list[Any]:
        """Return the words of the sentence up to a token, and of the sentence right before it in the run."""
        before = self._sentences[-2] if self._follows(token) and len(self._sentences) > 1 else ()
        return [*before, *token.doc[token.sent.start : token.i]]

    def _comparison(self, token: Any) -> bool:
        """Accept a comparison whose second term the sentence names: "taller than the mill"."""
        following = token.doc[token.i + 1 : min(len(token.doc), token.i + 12)]
        if any(t.lower_ == "than" and t.sent.start == token.sent.start for t in following):
            return True
        timed = token.lower_ in {"later", "earlier"} and token.dep_ == "advmod" and token.head.pos_ == "VERB"
        if timed:
            return self._follows(token) and not any(c.dep_ == "npadvmod" for c in token.children)
        if token.lower_ in {"later", "earlier"} or not self._follows(token):
            return token.lower_ in SETTLED - {"more", "less", "later", "earlier"}
        # "The train is quicker.", "It has fewer drops.": than what the sentence before tells of
        known = token.dep_ == "amod" and token.head.lemma_.lower() in self._lemmas(token)
        return known or token.dep_ == "acomp" or token.lower_ in SETTLED - {"more", "less"}

    def _lemmas(self, token: Any) -> set[str]:
        return {noun.lemma_.lower() for noun in self._before(token)}

    def _definite(self, token: Any) -> bool:
        """Accept a definite noun that its own words, the run, or what the article is about make known."""
        head = token.head
        lemma = head.lemma_.lower()
        if DECADE.match(head.text):
            return True
        if head.pos_ == "ADJ" or head.tag_ in {"JJS", "RBS", "JJR", "RBR", "CD"}:
            return any(c.i > head.i for c in head.children)
        # "to the town council": what a small letter opens is no name, whatever the parser calls it
        if (head.pos_ == "PROPN" and not head.is_lower) or self._mention(head) is not None:
            return self._mention(head) is not None
        if any(following(child) for child in head.rights):
            return any(t.text.isdigit() and len(t.text) == 4 for t in self._met(token))  # a year to follow
        between = {t.lower_ for t in token.doc[token.i + 1 : head.i]}
        if lemma in self._lemmas(token) and not between & CONTRASTIVE:
            return True
        if between == {"other"} and any(noun.lemma_.lower() == lemma for noun in self._met(token)):
            return True  # "Half of the mills were sold; the other half burnt down."
        if clear_alone(token, head, frozenset(range(len(token.doc)))):
            return lemma not in RELATIONAL or any(c.lower_ == "of" for c in head.children)
        if between & ORDINAL and lemma not in RELATIONAL:
            return self._done > 0  # "The light was lit in 1698. The first winter damaged it."
        return not (between & CONTRASTIVE or lemma in RELATIONAL or bare_shell(head)) and self._known(token, head)

    def _known(self, token: Any, head: Any) -> bool:
        """Say whether a reader who has the run before him can tell which one is meant."""
        lemma = head.lemma_.lower()
        if self._alone:
            return lemma in self._resolver.titles.split()
        if head.lower_ in UNIQUE or self._resolver.topics.known(lemma):
            return True
        if lemma in PEOPLE and not self._lead:
            return False
        first = self._sentences[0][0]
        if self._done and first.i == 0 and first.doc is token.doc:
            return True  # a reader who has the paragraph up to here knows as much as one of the article
        if self._resolver.said_before(lemma, self._position, token.i, NEAR_PARAGRAPHS):
            return False
        # never said before: the reader of the article has no more than the sentence before to tell "the weather" by
        return self._done > 0 or self._lead or any(t.pos_ in {"NOUN", "PROPN"} for t in token.doc[token.i + 1 : head.i])

    def _named(self, token: Any) -> bool:
        """Refuse the bare surname of somebody whose full name stands further up: "Okafor left"."""
        mention = self._mention(token)
        if mention is None or mention.start != token.idx or mention.name_class is not NameClass.PERSON:
            return True
        if len(mention.text.split()) > 1 or mention.text == mention.canonical:
            return True
        known = [self._mention(noun) for noun in self._before(token)]
        return any(m is not None and m.text == mention.canonical for m in known)


def _spoken(token: Any) -> bool:
    """Say whether a word stands between quotation marks of its sentence: the "I" and "you" of whoever is quoted."""
    return bool(text_of(token.doc)[token.sent.start_char : token.idx].count('"') % 2)


def _definite_before(token: Any) -> bool:
    return bool(token.i > 0 and token.doc[token.i - 1].lower_ == "the")
