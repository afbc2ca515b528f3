"""Clauses that can become statements: which tokens of a sentence make one complete, finite clause."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quizzes.engine.facts.syntax import (
    CORE,
    SUBJECTS,
    auxiliaries,
    finite_token,
    in_list,
    is_break,
    is_plural,
    is_share,
    span,
    subject_of,
)
from quizzes.engine.language.inflection import agrees
from quizzes.engine.language.lexicon import SPEECH, WEEKDAYS

OPENERS = frozenset(
    """but and so yet or moreover however therefore thus furthermore besides lastly finally firstly secondly then
    meanwhile nevertheless nonetheless instead also indeed unfortunately fortunately consequently hence still additionally
    likewise similarly accordingly overall""".split()
)
PHRASES = (
    "in fact",
    "after all",
    "in other words",
    "for example",
    "for instance",
    "of course",
    "in addition",
    "as a result",
    "on the other hand",
    "on the one hand",
    "by contrast",
    "in contrast",
    "and lastly",
    "for the moment",
    "at first",
    "to be sure",
    "in short",
    "above all",
)
DEICTIC = frozenset(
    """today yesterday tomorrow tonight now currently recently lately presently nowadays ago soon here""".split()
)
LOOSE_ADVERBS = DEICTIC | frozenset(
    "also however moreover therefore thus indeed instead apparently unfortunately certainly too even".split()
)
ADDITIVE = frozenset("also even too thus therefore indeed moreover then".split())
TIME_NOUNS = frozenset("week month year day night evening morning afternoon decade century time moment".split()) | {
    day.lower() for day in WEEKDAYS
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite clause: its verb and subject, the positions kept, the fronted adjunct, and whether anything was cut."""

    verb: Any
    subject: Any
    kept: frozenset[int]
    front: tuple[int, int] | None
    whole: bool
    rule: str


def opening(sentence: Any) -> int:
    """Return how many tokens of discourse words open the sentence: 3 for "In fact, the mill was sold."."""
    lead = 0
    length = len(sentence)
    while lead < min(length - 1, 6):
        lower = sentence[lead:].text.lower()
        phrase = next((p for p in PHRASES if lower.startswith(p + ",")), None)
        if phrase:
            lead += len(phrase.split()) + 1
        elif (
            sentence[lead].lower_ in OPENERS
            and sentence[lead].dep_ in {"cc", "advmod"}
            and sentence[lead + 1].lower_ not in {"of", "than", "as", "far", "much", "many", "long"}  # "So far, ..."
        ):
            lead += 1
            if sentence[lead].text in {",", "–", "—"}:
                lead += 1
        else:
            break
    return lead


def deictic(token: Any) -> bool:
    """Say whether an adjunct's time only holds from the writer's day: "on Tuesday", "this week", "recently", "last year".

    "On Easter Sunday 2019" holds for ever: its year stands with it.
    """
    inside = list(token.subtree)
    if any(word.text.isdigit() and len(word.text) == 4 for word in inside):
        return False
    words = {word.lower_ for word in inside}
    if token.lower_ in DEICTIC or "ago" in words:
        return True
    lemmas = {word.lemma_.lower() for word in inside}
    if lemmas & {day.lower() for day in WEEKDAYS}:
        return True
    return bool(words & {"this", "last", "next", "past"} and lemmas & TIME_NOUNS and token.dep_ in {"npadvmod", "prep"})


def _without_asides(verb: Any, positions: set[int], first: int) -> set[int]:
    """Drop what stands between two break marks before the verb: appositions, comma relatives, dashes."""
    doc = verb.doc
    kept = set(positions)
    for token in [doc[position] for position in sorted(positions)]:
        if token.dep_ not in ASIDES and not is_share(token):
            continue
        start, end = span(token)
        if token.i >= verb.i or start <= first or end >= len(doc) or end > verb.i:
            continue
        if is_break(doc[start - 1]) and is_break(doc[end]) and start - 1 in kept:
            closing = {end} if doc[end].text != "," or doc[start - 1].text == "," else set()
            kept -= set(range(start - 1, end)) | closing
    return kept


def _named(subject: Any, dropped: set[int]) -> Any:
    """Return the person's name that stood in apposition to its description: "Its manager, Rosa Beni, left" is about her."""
    for child in subject.rights:
        if child.dep_ == "appos" and child.i in dropped and child.ent_type_ == "PERSON" and child.pos_ == "PROPN":
            start, end = span(child)
            plain = not any(token.is_punct or token.dep_ == "det" for token in child.doc[start:end])
            return child if plain and subject.ent_type_ != "PERSON" else None
    return None


def _without_dashes(verb: Any, kept: set[int]) -> set[int] | None:
    """Drop what two spaced dashes enclose after the verb; refuse "since the firm – and its rivals – know": it counts."""
    doc = verb.doc
    dashes = [p for p in sorted(kept) if p > verb.i and doc[p].text in {"-", "–", "—"} and is_break(doc[p])]
    if len(dashes) < 2:
        return kept
    if doc[dashes[0] + 1].dep_ == "cc" and doc[dashes[0] + 1].lower_ == "and":
        return None
    return kept - set(range(dashes[0], dashes[1] + 1))


def _first_break(verb: Any, kept: set[int]) -> int | None:
    """Return the position of the first mark after the verb that opens something non-restrictive, or None."""
    doc = verb.doc
    for position in sorted(kept):
        if position > verb.i and is_break(doc[position]) and not in_list(doc[position]):
            if not _closing_name(doc[position], max(kept)):
                return position
    return None


def _closing_name(mark: Any, last: int) -> bool:
    """Say whether a comma opens nothing but a name that ends the clause: "known by its old name, Port Ada"."""
    doc = mark.doc
    following = doc[mark.i + 1] if mark.i + 1 < len(doc) else None
    if mark.text != "," or following is None or following.pos_ != "PROPN":
        return False
    if not any(child.dep_ == "poss" for child in doc[mark.i - 1].children):
        return False
    name = following
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    end = name.right_edge.i
    return bool(name.dep_ == "appos" and (end == last or (doc[end].is_punct and end - 1 <= last)) and end - mark.i <= 6)


def _front(verb: Any, subject: Any, kept: set[int]) -> tuple[tuple[int, int] | None, set[int]] | None:
    """Sort what stands before the subject: one plain adjunct may stay, discourse goes, anything else refuses."""
    doc = verb.doc
    start = span(subject)[0]
    kept = set(kept)
    front: tuple[int, int] | None = None
    for child in verb.lefts:
        begin, end = span(child)
        if begin >= start or child.i not in kept or child.dep_ in {"cc", "punct", "preconj", "mark"}:
            continue
        following = {end} if end < len(doc) and doc[end].text in {",", "–", "—"} else set()
        if child.dep_ == "prep" and end - begin > LONGEST_FRONT:
            shorter = _first_phrase(child)
            flat = min((c.left_edge.i for c in subject.lefts if c.dep_ in NEAR), default=subject.i)
            kept -= set(range(shorter, flat - 1 if doc[flat - 1].text == "," else flat))
            end = shorter
            following = set()
        if _dropped_front(child):
            kept -= set(range(begin, end)) | following
        elif child.dep_ in {"prep", "npadvmod", "advmod", "advcl"} and front is None and end - begin <= LONGEST_FRONT:
            if child.dep_ == "advmod" and child.lower_ not in {"there"} and not list(child.children):
                return None
            front = begin, end
        else:
            return None
    for position in list(kept):
        token = doc[position]
        if position < start and token.dep_ in {"cc", "punct", "preconj"} and token.head.i == verb.i:
            if (front is None or not front[0] <= position <= front[1]) and position != start - 1:
                kept.discard(position)
    if front is None:
        kept.discard(start - 1)
    comma = start - 1 if front is not None and doc[start - 1].text == "," else -1
    if any(
        position < start and position != comma and (front is None or not front[0] <= position <= front[1])
        for position in kept
    ):
        return None
    return front, kept


LONGEST_FRONT = 14
NEAR = frozenset(("det", "amod", "compound", "nummod", "poss"))


def _first_phrase(preposition: Any) -> int:
    """Return where a long fronted phrase may stop: "At the foot of the hill | at the bend between ..."."""
    for token in preposition.doc[preposition.i + 3 : preposition.right_edge.i + 1]:
        if token.tag_ == "IN" and token.lower_ != "of":
            return int(token.i)
    return int(preposition.right_edge.i) + 1


def _dropped_front(child: Any) -> bool:
    if child.dep_ == "advmod" and child.lower_ in OPENERS | LOOSE_ADVERBS:
        return True
    if deictic(child):
        return True
    opener = child.left_edge.lower_
    if child.dep_ == "advcl":
        return opener in {"while", "although", "though", "even", "asked", "whereas"}
    if child.dep_ == "prep":
        return opener in {"besides", "unlike", "despite", "along", "according", "under", "as"} and child.lower_ in {
            "besides",
            "unlike",
            "despite",
            "along",
        }
    return child.dep_ == "intj"


def _trimmed(verb: Any, subject: Any, positions: set[int], first: int) -> Clause | None:
    doc = verb.doc
    kept = _without_asides(verb, positions, first)
    named = _named(subject, positions - kept)
    if named is not None:
        kept = (kept - set(range(*span(subject)))) | set(range(*span(named)))
        subject = named
    inner = _without_dashes(verb, kept)
    if inner is None:
        return None
    kept = inner
    fronted = _front(verb, subject, kept)
    if fronted is None:
        return None
    front, kept = fronted
    cut = _first_break(verb, kept)
    if cut is not None:
        if any(child.dep_ in CORE and child.left_edge.i > cut for child in verb.children):
            return None
        kept = {position for position in kept if position < cut}
    for child in list(verb.children):
        loose = child.dep_ in {"advmod", "npadvmod", "prep"} and (deictic(child) or child.lower_ in ADDITIVE)
        if loose and child.i in kept and (front is None or child.i not in range(*front)):
            kept -= set(range(*span(child)))
    while kept and doc[max(kept)].is_punct and doc[max(kept)].text not in {'"', "%"}:
        kept.discard(max(kept))
    whole = positions - kept <= {p for p in positions if doc[p].is_punct}
    return Clause(verb, subject, frozenset(kept), front, whole, "main") if _sound(verb, subject, kept) else None


def _sound(verb: Any, subject: Any, kept: set[int]) -> bool:
    """Check the structure instead of trusting the parse: agreement, no orphans, one subject, finite verb."""
    doc = verb.doc
    finite = finite_token(verb)
    if finite is None or verb.i not in kept or subject.i not in kept:
        return False
    if (
        subject.tag_ not in {"PRP", "WP", "WDT", "DT", "EX"}
        and not agrees(finite.tag_, finite.text, is_plural(subject))
        and subject.lower_ not in {"number", "majority", "group", "team", "staff", "none", "some", "all", "half"}
    ):
        return False
    if sum(child.dep_ in SUBJECTS and child.i in kept for child in verb.children) > 1:
        return False
    for position in kept:
        token = doc[position]
        if (
            position not in {verb.i, subject.i}
            and token.head.i not in kept
            and not token.is_punct
            and token.dep_ not in {"cc"}
        ):
            return False
    quotes = sum(doc[position].text.count('"') for position in kept)
    if quotes % 2:
        return False
    last = doc[max(kept)]
    if last.dep_ == "pobj" and last.head.lower_ == "since" and last.ent_type_ not in {"DATE", "TIME", "EVENT"}:
        return False  # "is worrying since IS": the clause behind "since" was torn
    if (last.pos_ in {"ADP", "DET", "CCONJ", "SCONJ"} and last.dep_ != "prt") or last.tag_ == "TO":
        return False
    if from_today(verb, subject) or any(dated_from_today(doc[p]) for p in kept):
        return False
    if max(kept) == verb.i and not auxiliaries(verb):
        return False  # "The move comes.": what it is about was cut off
    # "One challenge is creating maps" is no progressive
    return not (verb.tag_ == "VBG" and subject.lemma_.lower() in PURPOSES)


def from_today(verb: Any, subject: Any) -> bool:
    """Say whether a clause counts from the writer's day: "Almost a year has passed since the flood"."""
    return subject.lemma_.lower() in TIME_NOUNS and verb.lemma_ in {"pass", "elapse", "go"}


PURPOSES = frozenset("challenge goal aim task problem idea plan step solution job key trick purpose priority".split())


def dated_from_today(token: Any) -> bool:
    """Say whether a word is a time seen from the writer's day and no adjunct that can go: "next year's fair"."""
    if token.lower_ in {"today", "yesterday", "tomorrow", "tonight", "nowadays"}:
        return True
    if token.lemma_.lower() in TIME_NOUNS and token.i > 0:
        before = token.doc[token.i - 1].lower_
        return before in {"last", "next"} or (before == "this" and token.lemma_.lower() != "time")
    return token.text in WEEKDAYS and not any(
        t.text.isdigit() and len(t.text) == 4 for t in token.doc[token.i : token.i + 3]
    )


def _own(verb: Any, excluded: list[Any]) -> set[int]:
    positions = {token.i for token in verb.subtree}
    for other in excluded:
        positions -= {token.i for token in other.subtree}
    return positions


def _conjuncts(verb: Any) -> Iterator[Any]:
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} and subject_of(child) is not None:
            yield child
            yield from _conjuncts(child)


def _joined(verb: Any, others: list[Any]) -> set[int]:
    """Return the coordinators and marks that lead to the excluded clauses."""
    loose = set()
    for other in others:
        start = span(other)[0]
        for position in (start - 1, start - 2):
            if position > verb.i and (
                verb.doc[position].dep_ == "cc" or verb.doc[position].text in {",", ";", "-", "–"}
            ):
                loose.add(position)
    return loose


def extract(sentence: Any) -> list[Clause]:
    """Return the clauses of one sentence that pass the structural checks.

    Main clause, conjuncts with a subject of their own or the shared one, granted concessions ("Although the mill
    closed, ...") and what "that means that" or "it is true that" lets stand by itself.
    """
    first = sentence.start + opening(sentence)
    root = sentence.root
    heads = [root, *_conjuncts(root)]
    found: list[Clause | None] = []
    for head in heads:
        others = [other for other in heads if other.i != head.i and other.head.i == head.i]
        found.append(_clause(head, others, first, head.i == root.i))
        shared = [child for child in head.children if _shares(child, head)]
        if shared:
            found.append(_clause(head, [*others, *shared], first, head.i == root.i))
            found += [_shared(head, child, first) for child in shared]
    for verb in (root, *(head for head in heads if head.i != root.i)):
        for child in verb.children:
            if _stands_alone(child, verb):
                found.append(_clause(child, [], span(child)[0], False))
                # "While it is true that the mill closed, ..." gives "The mill closed."
                inner = [c for c in child.children if _stands_alone(c, child) and c.dep_ == "ccomp"]
                found += [_clause(c, [], span(c)[0], False) for c in inner]
    return [clause for clause in found if clause is not None]


def _clause(head: Any, others: list[Any], first: int, is_root: bool) -> Clause | None:
    doc, subject = head.doc, subject_of(head)
    if subject is None or subject.i < first or head.pos_ not in {"VERB", "AUX"}:
        return None
    positions = {p for p in _own(head, others) if p >= first} - _joined(head, others)
    if is_root:
        positions -= {p for p in positions if doc[p].dep_ == "punct" and doc[p].text in {".", "!", "?"}}
    else:
        marks = {"cc", "mark", "punct"}
        positions -= {p for p in positions if p < span(subject)[0] and doc[p].dep_ in marks and doc[p].head.i == head.i}
        positions -= {p for p in positions if p < span(subject)[0] and doc[p].lower_ in {"even", "just"}}
    return _trimmed(head, subject, positions, min(positions, default=first))


def _shares(child: Any, head: Any) -> bool:
    return bool(
        child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} and subject_of(child) is None and child.i > head.i
    )


def _shared(head: Any, conjunct: Any, first: int) -> Clause | None:
    """Give a finite conjunct the subject it shares: "The mill shut and became a museum" gives "The mill became ..."."""
    subject = subject_of(head)
    if (
        subject is None
        or subject.i < first
        or finite_token(conjunct) is None
        or conjunct.doc[conjunct.i - 1].tag_ in {"NN", "TO"}
    ):
        return None
    if auxiliaries(head) and not auxiliaries(conjunct) and conjunct.tag_ != "VBZ":
        return None  # "had overseen and organized": which tense the second has is open
    others = [child for child in conjunct.children if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}]
    tail = _own(conjunct, others) - _joined(conjunct, others)
    positions = {p for p in tail if not (conjunct.doc[p].dep_ == "punct" and conjunct.doc[p].text in {".", "!", "?"})}
    positions |= set(range(*span(subject)))
    return _trimmed(conjunct, subject, positions, span(subject)[0])


ASIDES = frozenset("appos relcl acl advcl parataxis prep advmod amod nmod dep".split())
FACTIVE = frozenset("true clear understandable obvious evident remarkable striking".split())
GRANTED = frozenset("although though while whereas because".split())


def _stands_alone(child: Any, verb: Any) -> bool:
    """Say whether a dependent clause states something by itself."""
    opener = next((token.lower_ for token in child.lefts if token.dep_ in {"mark", "advmod"}), "")
    if child.dep_ == "advcl":
        marks = {token.lower_ for token in child.lefts if token.dep_ == "mark"}
        return bool(marks & GRANTED)
    if child.dep_ != "ccomp" or opener not in {"that", ""}:
        return False
    subject = next((token for token in verb.lefts if token.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ not in {"it", "this", "that"}:
        return False
    granted = any(token.lower_ in FACTIVE for token in verb.children if token.dep_ == "acomp")
    return (verb.lemma_ == "mean" and subject.lower_ != "it") or granted or verb.lemma_ in {"help", "matter"}


LOOSE_PREPOSITIONS = frozenset("against in at on for near with from to by under over among after before during".split())
LOOSE_MARKS = frozenset("when while before after as because since although though".split())


def without_tail(clause: Clause, token: Any) -> Clause | None:
    """Leave out the closing adjunct that holds a token whose reference is open, if the clause is complete without it.

    "The council sends patrols against them" keeps its object; "remain in this fold" would lose its complement.
    """
    verb, doc = clause.verb, clause.verb.doc
    complete = any(c.dep_ in {"dobj", "attr", "acomp", "xcomp"} and c.i in clause.kept for c in verb.children)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    last = max(p for p in clause.kept if not doc[p].is_punct)
    above = token
    while above.head.i != above.i and above.i != verb.i:
        loose = above.dep_ == "prep" and above.lower_ in LOOSE_PREPOSITIONS and (complete or passive)
        if above.dep_ == "advcl":
            loose = any(c.lower_ in LOOSE_MARKS for c in above.lefts)
        if loose and above.i > verb.i and above.right_edge.i >= last:
            attached = above.head
            if attached.i == verb.i or (attached.dep_ == "dobj" and attached.head.i == verb.i):
                kept = {p for p in clause.kept if p < above.left_edge.i}
                while kept and doc[max(kept)].is_punct and doc[max(kept)].text not in {'"', "%"}:
                    kept.discard(max(kept))
                if kept and max(kept) >= verb.i and _sound(verb, clause.subject, kept):
                    return Clause(verb, clause.subject, frozenset(kept), clause.front, False, clause.rule)
        if above.dep_ == "conj" and above.pos_ in {"VERB", "AUX"} and above.i > verb.i and above.right_edge.i >= last:
            shorter = _without_conjunct(clause, above)
            if shorter is not None:
                return shorter
        above = above.head
    return None


def _without_conjunct(clause: Clause, conjunct: Any) -> Clause | None:
    """Leave out a closing conjunct with its conjunction: "that it lasted and that it took them a year to end it"."""
    doc = clause.verb.doc
    kept = {p for p in clause.kept if p < conjunct.left_edge.i}
    while kept and (doc[max(kept)].is_punct or doc[max(kept)].dep_ == "cc" or doc[max(kept)].lower_ in {"and", "but"}):
        kept.discard(max(kept))
    if not kept or max(kept) <= conjunct.head.i or not _sound(clause.verb, clause.subject, kept):
        return None
    return Clause(clause.verb, clause.subject, frozenset(kept), clause.front, False, clause.rule)


def without_last_member(clause: Clause) -> Clause:
    """Leave out the last member of a closing coordination of nouns in a long clause, if it is not the subject's."""
    doc = clause.verb.doc
    last = max(p for p in clause.kept if not doc[p].is_punct)
    for position in sorted(clause.kept):
        token = doc[position]
        closes = token.dep_ == "conj" and token.pos_ == "NOUN" and token.right_edge.i == last
        if (
            closes
            and position > clause.verb.i
            and token.head.dep_ in {"pobj", "dobj"}
            and not list(token.conjuncts)[1:]
        ):
            kept = {p for p in clause.kept if p < token.left_edge.i}
            while kept and (doc[max(kept)].is_punct or doc[max(kept)].dep_ == "cc"):
                kept.discard(max(kept))
            if _sound(clause.verb, clause.subject, kept):
                return Clause(clause.verb, clause.subject, frozenset(kept), clause.front, False, clause.rule)
    return clause


def is_report(verb: Any) -> bool:
    """Say whether a clause reports what somebody said or thinks."""
    return verb.lemma_ in SPEECH and any(child.dep_ == "ccomp" for child in verb.children)


__all__ = [
    "Clause",
    "auxiliaries",
    "dated_from_today",
    "deictic",
    "extract",
    "from_today",
    "is_report",
    "opening",
    "without_last_member",
    "without_tail",
]
