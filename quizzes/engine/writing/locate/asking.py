"""The questions that a locate item asks: those of the typed rules, and those whose keys are too open to be typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quizzes.engine.facts.syntax import SUBJECTS, auxiliaries, in_list, is_plural, span
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.values import Interaction
from quizzes.engine.language.lexicon import HUMAN_VERBS, ORGANIZATION_NOUNS, PEOPLE_NOUNS
from quizzes.engine.writing import how_many, how_much, wh, when, where, who
from quizzes.engine.writing.questions import askable, inverted, of_subject
from quizzes.engine.writing.rule import Article

TYPED = (how_many.write, how_much.write, when.write, who.write_subject, who.write_agent, where.write)
LIGHT = frozenset(
    """have do make take get give be let see know mean want become include contain involve feature offer comprise
    face turn become remain seem""".split()
)
# with a noun they often make one phrase: "run a risk", "bear the loss", "pay attention"
IDIOMATIC = LIGHT | frozenset(
    "run bear pay play set keep lose break draw cast strike catch meet raise gain suffer spend bring cross".split()
)
PURPOSEFUL = frozenset("use need take require ask tell allow enable help cause force expect have be design".split())
# nouns that take an infinitive of their own: "passed an act to close the port"
PLANNED = frozenset(
    """act law bill plan agreement deal decision attempt effort bid right chance order intention power ability offer
    permission duty vote measure way time promise proposal need licence license""".split()
)
# verbs that say what kind of thing was said: "said" alone finds no sentence
CLAIMS = frozenset(
    """acknowledge admit warn predict promise conclude discover find suspect deny calculate estimate argue
    complain believe show reveal suggest demand propose assume fear hope realise realize notice observe recommend
    claim demonstrate prove""".split()
)
WILLING = frozenset("try plan want decide tend agree seek hope help begin continue need aim promise intend".split())
VAGUE = frozenset("thing something matter lot bit kind sort way part place number one example".split())
STRANDING = frozenset("of from for with on between to about into against as than over by".split())
HOUSED = frozenset(
    """live dwell hide stay sleep nest meet gather stand hang lie settle store keep bury hold house camp shelter work
    build find discover locate establish open base situate exhibit display publish teach train grow plant hunt
    study""".split()
)
LOCATIVES = frozenset("in at under beneath inside beside near behind along underneath above below".split())
PLACES = frozenset(
    """town city village house building room school university museum hospital prison camp garden park forest wood
    field farm valley hill mountain island river lake sea coast bay harbour harbor port shore cave tower castle church
    temple palace factory mill mine yard street road square bridge station airport laboratory lab library theatre
    theater hall cellar attic kitchen water desert jungle rainforest countryside suburb district region province
    state county nest burrow shell soil ground cliff rock tree reef""".split()
)
# nouns that act like persons: "What spent 7 million?" asks wrongly for a retailer
ACTING = ORGANIZATION_NOUNS | frozenset(
    """body retailer country nation state city town side enemy settler tribe family people community population couple
    public industry business mercenary troop peasant native survivor migrant immigrant noble monk knight pirate rebel
    slave infant baby descendant inhabitant friend companion twin parent sibling cousin ally""".split()
)
PERSONAL = re.compile(r"(?:er|or|ist|ian|ee|man|men|woman|women)$")
THINGS = frozenset(
    """computer water river paper letter center winter summer weather layer tower power factor sector motor reactor
    order border matter cancer fiber chamber number flower corner error mirror colour color harbor labor weather
    paper powder shoulder finger meter polymer frontier quarter transistor processor""".split()
)
NEGATIVE = re.compile(r"\b(?:no|not|never|nor|neither|nothing|none|cannot)\b|n[’']t\b", re.IGNORECASE)
POINTING = frozenset("this that these those such his her their its my our your no".split())


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the token range of its answer, and what it asks for."""

    text: str
    start: int
    end: int
    form: str


def questions(statement: Statement, article: Article) -> Iterator[Asked]:
    """Yield the questions that a statement answers; the item names its paragraph."""
    if any(_second_deed(statement.doc[word.start], statement) for word in statement.words):
        return
    named = False
    for write in TYPED:
        for draft in write(statement, article):
            source = draft.key_source
            span_ = statement.doc.char_span(source.start, source.end) if source else None
            if draft.interaction is Interaction.TEXT_ENTRY and span_ is not None:
                yield Asked(draft.stem, span_.start, span_.end, draft.rule)
            named = named or draft.rule in {"who-subject"}
    if not askable(statement) or NEGATIVE.search(statement.text):
        return
    for ask in (_reason, _means, _time, _purpose, _condition, _claim, _object, _place, *(() if named else (_subject,))):
        asked = ask(statement)
        if asked is not None:
            yield asked
    yield from _deed(statement)


def _deed(statement: Statement) -> Iterator[Asked]:
    """Ask what somebody did at a time: "In 1911, Norway bought the mill" gives "What did Norway do in 1911?"."""
    doc, front, subject = statement.doc, statement.front, statement.subject
    dated = front is not None and any(token.text[-1:].isdigit() for token in doc[front[0] : front[1]])
    acting = subject.pos_ == "PROPN" or subject.lemma_.lower() in ACTING | PEOPLE_NOUNS
    if dated and acting and statement.verb.tag_ == "VBD":
        for asked in wh.questions(statement):
            if asked.form == "did-do":
                yield Asked(asked.text, asked.start, asked.end, asked.form)


def _second_deed(token: Any, statement: Statement) -> bool:
    """Say whether a word tells a second deed: "was founded in 1817 and traded until the war" is no plain question."""
    torn = token.head.dep_ == "acomp" and token.pos_ != "ADJ"  # "is cold and the wind blows" misread
    return token.dep_ == "conj" and (torn or token.pos_ in {"VERB", "AUX"} or token.head.i == statement.verb.i)


def _reason(statement: Statement) -> Asked | None:
    """Ask why: a clause with "because" or "so that", a phrase with "because of", inside or behind its comma."""
    for child in statement.verb.rights:
        opener = child.left_edge
        clause = child.dep_ == "advcl" and opener.lower_ == "because" and opener.head.i == child.i
        phrase = child.dep_ == "prep" and child.doc[child.left_edge.i : child.i + 2].text.lower().startswith(
            ("because of", "due to", "owing to", "thanks to")
        )
        opening = child.doc[opener.i : opener.i + 3].text.lower()
        # "The flue drew well, so that little escaped" tells a result: a flue aims at nothing
        apart = opener.i > 0 and child.doc[opener.i - 1].text == ","
        aimed = opening.startswith("so that ") and (not apart or _acts(statement.subject))
        purpose = child.dep_ == "advcl" and (opening == "in order to" or aimed)
        if clause or phrase or purpose:
            return None if _compared(statement, opener.i) else _without(statement, child, "Why", "why")
    return _fronted_reason(statement)


def _compared(statement: Statement, reason: int) -> bool:
    """Say whether a reason is that of a comparison which the clause lost: "rose by 40, more slowly, because"."""
    between = statement.doc[statement.verb.i : reason]
    return any(token.tag_ in {"JJR", "RBR"} and not statement.covers(token.i, token.i + 1) for token in between)


def _acts(subject: Any) -> bool:
    """Say whether a subject can aim at something: a name, "they" or somebody."""
    return subject.pos_ in {"PROPN", "PRON"} or subject.lemma_.lower() in ACTING | PEOPLE_NOUNS


def _fronted_reason(statement: Statement) -> Asked | None:
    """Ask why of a sentence that opens with its reason: "Because 11 is a prime number, the rule caught each slip"."""
    if statement.front is None:
        return None
    start, end = statement.front
    if statement.doc[start].lower_ != "because" or statement.doc[start].head.dep_ != "advcl":
        return None
    stem = inverted(statement, "Why", (start, end))
    return Asked(stem, start, end, "why") if stem is not None else None


def _means(statement: Statement) -> Asked | None:
    """Ask how: what "by" and a gerund tell at the end: "by squeezing through a drain"."""
    if statement.verb.lemma_ in {"be", "begin", "start", "end", "finish", "open", "close", "respond", "reply"}:
        return None
    for child in statement.verb.rights:
        if child.dep_ == "prep" and child.lower_ == "by" and any(c.tag_ == "VBG" for c in child.rights):
            return _without(statement, child, "How", "how")
    return None


def _time(statement: Statement) -> Asked | None:
    """Ask when: a clause of time behind the verb of a past event: "after the river had frozen"."""
    if (
        statement.verb.tag_ not in {"VBD", "VBN"}
        or _is_now(statement)
        or statement.front is not None
        or statement.verb.lemma_ == "be"
    ):
        return None
    if any(word.text.isdigit() and len(word.text) == 4 for word in statement.words):
        return None  # the year is the answer
    for child in statement.verb.rights:
        opener = child.left_edge
        timed = child.dep_ == "advcl" and opener.lower_ in {"when", "after", "until"} and opener.head.i == child.i
        if timed and any(t.dep_ in SUBJECTS for t in child.lefts):
            return _without(statement, child, "Until when" if opener.lower_ == "until" else "When", "time")
    return None


def _purpose(statement: Statement) -> Asked | None:
    """Ask why: an infinitive of purpose behind the object: "drilled holes to test the result"."""
    verb = statement.verb
    if verb.lemma_ in PURPOSEFUL or any(child.dep_ in {"xcomp", "ccomp", "acomp"} for child in verb.children):
        return None
    acted = any(child.dep_ in {"dobj", "nsubjpass"} for child in verb.children)
    for child in verb.rights:
        opens = child.left_edge.tag_ == "TO" and child.left_edge.head.i == child.i
        if child.doc[child.left_edge.i - 1].lemma_.lower() in PLANNED:
            return None
        if acted and child.dep_ == "advcl" and child.tag_ == "VB" and opens:
            return _without(statement, child, "Why", "why")
    return None


def _condition(statement: Statement) -> Asked | None:
    """Ask in what case: a clause with "if" or "unless" behind the verb."""
    for child in statement.verb.rights:
        opener = child.left_edge
        if child.dep_ == "advcl" and opener.lower_ == "if" and opener.head.i == child.i:
            return _without(statement, child, "In what case", "condition")
    return None


def _claim(statement: Statement) -> Asked | None:
    """Ask what somebody named found, warned or admitted: a whole clause as the object."""
    verb = statement.verb
    clauses = [child for child in verb.rights if child.dep_ == "ccomp"]
    if verb.lemma_ not in CLAIMS or len(clauses) != 1 or clauses[0].i < verb.i:
        return None
    start, end = span(clauses[0])
    if not any(child.dep_ in SUBJECTS for child in clauses[0].lefts) or start != verb.i + 1:
        return None
    last = max(word.end for word in statement.words)
    if last < end - 1 or any(word.start >= end for word in statement.words):
        return None
    stem = inverted(statement, "What", (start, end))
    if stem is not None and verb.lemma_ == "complain":
        stem = f"{stem.removesuffix('?')} about?"
    return Asked(stem, start, end, "claim") if stem is not None else None


def _is_now(statement: Statement) -> bool:
    """Say whether a passive tells what is done in general: "glass is warmed, when it begins to soften"."""
    return any(helper.lower_ in {"is", "are", "has", "have"} for helper in auxiliaries(statement.verb))


def _without(statement: Statement, child: Any, opening: str, form: str) -> Asked | None:
    """Take an adjunct out whole: it stands in the statement, or was cut off behind it, but not torn."""
    start, end = span(child)
    inside = [p for p in range(start, end) if statement.covers(p, p + 1)]
    last = max(word.start for word in statement.words)
    if inside and (len(inside) != end - start or last >= end):
        return None
    stem = inverted(statement, opening, (start, end) if inside else (last + 1, last + 1))
    return Asked(stem, start, end, form) if stem is not None else None


def _object(statement: Statement) -> Asked | None:
    """Ask what: a whole noun phrase as the object, with nothing behind it that may belong to it."""
    verb = statement.verb
    inner = [child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VB"]
    direct = any(child.dep_ == "dobj" for child in verb.children)
    governor = inner[0] if len(inner) == 1 and verb.lemma_ in WILLING and not direct else verb
    objects = [child for child in governor.children if child.dep_ == "dobj"]
    if len(objects) != 1 or governor.lemma_ in IDIOMATIC or (verb.lemma_ == "be" and governor.i != verb.i):
        return None
    noun = objects[0]
    start, end = span(noun)
    if not _whole(statement, governor, noun) or not _unbroken(statement, start, end):
        return None
    after = next((word for word in statement.words if word.start >= end), None)
    if after is not None and after.text[:1].isupper():
        return None  # "features the song | Half the Road": the object goes on
    stem = inverted(statement, "What", (start, end))
    return Asked(stem, start, end, "what") if stem is not None else None


def _whole(statement: Statement, governor: Any, noun: Any) -> bool:
    if noun.pos_ != "NOUN" or noun.lemma_.lower() in PEOPLE_NOUNS | VAGUE or noun.ent_type_ in {"DATE", "TIME"}:
        return False
    if any(child.lower_ in POINTING for child in noun.lefts):
        return False
    if any(t.dep_ == "conj" and t.pos_ in {"VERB", "AUX"} for t in noun.subtree):
        return False  # a torn coordination: "enter villages and take food"
    if any(c.lemma_ == "time" for t in (governor, noun) for c in t.children):
        return False  # "the reefs attracted 1.8 times as many fish": what is counted goes on
    following = [c for c in governor.rights if c.i > noun.i and statement.covers(c.i, c.i + 1)]
    hanging = {"dobj", "xcomp", "ccomp", "oprd", "acl", "prt"}
    return not any(c.dep_ in hanging or c.tag_ == "VBG" or c.lower_ in STRANDING for c in following)


def _unbroken(statement: Statement, start: int, end: int) -> bool:
    doc = statement.doc
    broken = any(doc[p].is_punct and doc[p].text not in {"-", "'"} and not in_list(doc[p]) for p in range(start, end))
    return not broken and statement.covers(start, end)


def _place(statement: Statement) -> Asked | None:
    """Ask where: a phrase of place with verbs of living, keeping and finding."""
    verb = statement.verb
    if verb.lemma_ not in HOUSED:
        return None
    phrases = [c for c in verb.rights if c.dep_ == "prep" and c.lower_ in LOCATIVES and statement.covers(*span(c))]
    if len(phrases) != 1:
        return None
    nouns = [child for child in phrases[0].children if child.dep_ == "pobj"]
    if len(nouns) != 1 or nouns[0].lemma_.lower() not in PLACES:
        return None
    start, end = span(phrases[0])
    stem = inverted(statement, "Where", (start, end))
    return Asked(stem, start, end, "where") if stem is not None else None


def _subject(statement: Statement) -> Asked | None:
    """Ask what did something: a noun phrase that is no person, before a predicate that says much."""
    noun, verb = statement.subject, statement.verb
    start, end = span(noun)
    lemma = noun.lemma_.lower()
    personal = lemma in PEOPLE_NOUNS | ACTING or (PERSONAL.search(lemma) and lemma not in THINGS)
    if is_plural(noun) or any(child.dep_ == "conj" for child in noun.children):
        return None  # "What has come from Ghent?": delegations
    if noun.pos_ != "NOUN" or personal or lemma in VAGUE or verb.lemma_ in LIGHT | HUMAN_VERBS:
        return None
    if not statement.covers(start, end) or any(t.lower_ in POINTING for t in noun.lefts) or end > verb.i:
        return None
    if any(t.lower_ in {"one", "another", "first", "second", "third", "other"} for t in noun.lefts):
        return None  # "What has been learnt?": one lesson
    if any(word.text.lower() in POINTING for word in statement.words if word.start > verb.i):
        return None  # "What lost its roof?": the owner is asked for
    stem = of_subject(statement, "What", singular_verb=True)
    return Asked(stem, start, end, "what-subject") if stem is not None else None
