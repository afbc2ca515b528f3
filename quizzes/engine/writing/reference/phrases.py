"""The noun phrases of a paragraph that a pronoun may mean: number, kind, place in the clause, a short wording."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quizzes.engine.facts.antecedents import COLLECTIVE
from quizzes.engine.language.lexicon import DURATIONS, MEASURES, MONTHS, PEOPLE_NOUNS
from quizzes.engine.writing.placing.ties import EMPTY

LONGEST = 4
ROLES = frozenset("nsubj nsubjpass dobj pobj attr dative oprd conj appos poss npadvmod ROOT".split())
CORE = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "dative", "oprd"))
DETERMINERS = frozenset("the a an its his her their this that these those".split())
SPEAKERS = frozenset("my our your".split())  # "our star" is no "the star"
VAGUE = frozenset("certain various same different particular further".split())
DENYING = frozenset("no any every each either neither such another other what which whose".split())
PART = frozenset("few most many much all both some several half more less enough none one ones".split())
# nouns of relation, amount or kind, which say too little alone, and what is no thing that does or bears anything
HOLLOW = EMPTY | frozenset(
    """share half third quarter majority rest remainder bit piece pair dozen hundred thousand million billion percent
    per cent amount level rate size length height width depth matter reason problem question answer idea sense view
    belief feeling attention trouble chance none math maths spite turn use course addition average total moment effect
    fashion thanks set lack style variety range series row list collection supply slice specimen
    front back line order default home lot hand foot version copy model left
    right end edge world life fact description legislature""".split()
)
PERSONS = frozenset(
    """agent accountant assistant servant immigrant migrant emigrant applicant participant defendant inhabitant tenant
    peasant client adolescent infant official professional criminal individual rival relative representative native
    critic mechanic cleric academic employee trainee refugee grower seller buyer user reader listener viewer dealer
    trader maker skier hiker climber commuter striker lamplighter keeper beekeeper prosecutor inspector collector donor
    creditor debtor investor backbencher peer boy girl friend enemy ally monk clerk family couple crowd public police
    troop gang team crew committee
    guest host thief slave native villager islander settler prisoner fighter hunter writer glazier""".split()
)
PERSONAL = re.compile(r"(?:ist|ian|woman|women|man|men|smith|wright|keeper|holder|worker|fighter|owner|folk)$")
AGENT = re.compile(r"(?:er|or|eer|ee)$")
# what ends like somebody who does something and is nobody
THINGS = frozenset(
    """number letter paper river water power order computer drawer tower container reactor sensor motor door floor
    chapter newspaper corner border layer meter filter counter poster cluster crater feather flower finger shoulder
    winter summer weather copper silver timber boiler cooker freezer heater charger folder ledger offer master cover
    scanner printer washer trailer trawler carrier locker shutter gutter ladder header theatre center factor colour
    color harbor harbour error mirror anchor conductor tumor odor vector indicator generator radiator monitor
    corridor interior exterior labor labour fever paper shower tractor detector transistor supper dinner river tier
    fiber fibre barrier pier frontier""".split()
)


class What(StrEnum):
    """What a noun names: `UNSURE` where its ending may be a person's or a thing's ("cutter")."""

    PERSON = "person"
    THING = "thing"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its head, the tokens of its short wording, the number of its sentence in the paragraph.

    `determiner` is the article or owner that the text has before it; `usable` says whether it can be an option; a
    `measure` ("nine years", "May") is never meant by "they" or "it".
    """

    head: Any
    start: int
    end: int
    sentence: int
    plural: bool
    what: What
    name: bool
    determiner: str
    usable: bool
    measure: bool

    @property
    def core(self) -> bool:
        """Say whether it is a subject or an object and no adjunct."""
        return self.head.dep_ in CORE

    @property
    def lemma(self) -> str:
        """Return the lemma of the head."""
        return str(self.head.lemma_.lower())


def phrases(sentence: Any, number: int, people: Collection[int]) -> Iterator[Phrase]:
    """Yield the noun phrases of a sentence; joined nouns are one. `people` holds the tokens of persons' names."""
    if sentence.root.pos_ not in {"VERB", "AUX"}:
        return  # a sentence that was parsed without a verb: its nouns may be none
    for head in sentence:
        joined = head.dep_ == "conj" and head.head.pos_ in {"NOUN", "PROPN", "PRON"}
        if head.pos_ in {"NOUN", "PROPN"} and head.dep_ in ROLES and not joined:
            yield _phrase(head, number, people)


def _phrase(head: Any, number: int, people: Collection[int]) -> Phrase:
    members = list(_members(head))
    lefts = [t for t in head.lefts if t.dep_ not in {"prep", "punct", "relcl"}]
    first, end = _wording(head, lefts, members[-1])
    together = any(t.lower_ == "and" for m in members for t in m.children if t.dep_ == "cc") and len(members) > 1
    what = _what(head, people)
    owner = next((t for t in lefts if t.dep_ == "poss"), None)
    name = head.pos_ == "PROPN" or bool(head.ent_type_ and head.text[:1].isupper() and not head.is_sent_start)
    return Phrase(
        head=head,
        start=first,
        end=end,
        sentence=number,
        plural=head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"people", "police"} or together,
        what=what,
        name=name,
        determiner=next((t.lower_ for t in lefts if t.dep_ in {"det", "poss"}), ""),
        usable=head.dep_ not in {"npadvmod", "ROOT"}
        and _sound(head.doc[first:end], lefts)
        and not any(t.lower_ == "not" for t in head.doc[max(head.left_edge.i, first - 2) : end])  # "not a photograph"
        and not any(_says_little(member) for member in members)
        and not (owner is not None and owner.pos_ == "PRON" and (what is not What.THING or owner.lower_ in SPEAKERS))
        and not (len(members) > 1 and not together),
        measure=_measures(head),
    )


def _members(head: Any) -> Iterator[Any]:
    """Yield a noun and all that "and" joins to it."""
    last = head
    while last is not None:
        yield last
        last = next((c for c in last.rights if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN"}), None)


def _wording(head: Any, lefts: Sequence[Any], last: Any) -> tuple[int, int]:
    """Return where a wording begins, behind determiners, owners, numerals and adverbs, and where it ends."""
    first = head.i
    for token in lefts:
        bare = token.dep_ in {"det", "predet", "nummod", "quantmod", "advmod", "preconj"} or token.like_num
        if not (bare or token.lower_ in PART | DETERMINERS or (token.dep_ == "poss" and token.pos_ == "PRON")):
            first = min(first, token.left_edge.i)
    doc = head.doc
    while first < head.i and (doc[first].pos_ == "ADV" or doc[first].lower_ in VAGUE | {"own"}):
        first += 1
    return first, last.i + 1


def _sound(words: Any, lefts: Sequence[Any]) -> bool:
    """Say whether a wording is short, whole and of plain words."""
    plain = all(
        (not t.is_punct or t.text in {"-", "'"}) and t.pos_ != "PRON" and not t.like_num and t.text.isascii()
        for t in words
    )
    held = {t.lower_ for t in words} | {t.lower_ for t in lefts}
    return plain and 0 < len([t for t in words if not t.is_punct]) <= LONGEST and not held & (DENYING | PART)


def _measures(head: Any) -> bool:
    dated = head.ent_type_ in {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"}
    return dated or head.lemma_.lower() in DURATIONS | MEASURES or head.text in MONTHS


def _says_little(head: Any) -> bool:
    lemma = head.lemma_.lower()
    deed = head.text.endswith("ing") and not any(c.dep_ == "compound" for c in head.lefts)  # "lost in the telling"
    # "in the direction of the town": hardly a thing
    of = head.dep_ == "pobj" and any(c.lower_ == "of" and c.i == head.i + 1 for c in head.rights)
    return _measures(head) or deed or of or lemma in HOLLOW or len(lemma) < 3


def _what(head: Any, people: Collection[int]) -> What:
    lemma = head.lemma_.lower()
    if head.i in people or head.ent_type_ == "PERSON" or lemma in PEOPLE_NOUNS | PERSONS or PERSONAL.search(lemma):
        return What.PERSON
    if head.dep_ in CORE and any(c.dep_ == "relcl" and any(t.lower_ == "who" for t in c.lefts) for c in head.rights):
        return What.PERSON
    if lemma in THINGS:
        return What.THING
    if lemma in COLLECTIVE or (head.pos_ == "PROPN" and not head.ent_type_):
        return What.UNSURE
    return What.UNSURE if AGENT.search(lemma) else What.THING
