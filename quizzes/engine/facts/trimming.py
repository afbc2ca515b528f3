"""Cutting a clause at its first break: asides, fronted adjuncts and what hangs on behind go."""

from dataclasses import dataclass
from typing import Any

from quizzes.engine.facts.deixis import DEICTIC, deictic
from quizzes.engine.facts.openings import OPENERS
from quizzes.engine.facts.soundness import sound
from quizzes.engine.facts.syntax import CORE, FINITE, in_list, is_break, is_share, span

LOOSE_ADVERBS = DEICTIC | frozenset(
    "also however moreover therefore thus indeed instead apparently unfortunately certainly too even".split()
)
ADDITIVE = frozenset("also even too thus therefore indeed moreover then".split())
LONGEST_FRONT = 14
# what these verbs say of their object may stand behind a colon or a bracket: "dubbed the quarrel: ..."
NAMING = frozenset("dub call name title label term entitle style".split())
NEAR = frozenset(("det", "amod", "compound", "nummod", "poss"))
ADJUNCTS = frozenset(("prep", "agent", "dative", "npadvmod"))
# what they open adds something beside the claim: "It opened in 1911, with forty rooms"
ADDING = frozenset("with including like such along besides unlike despite according as though although while".split())
ASIDES = frozenset("appos relcl acl advcl parataxis prep advmod amod nmod dep".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite clause: its verb and subject, the positions kept, the fronted adjunct, and whether anything was cut."""

    verb: Any
    subject: Any
    kept: frozenset[int]
    front: tuple[int, int] | None
    whole: bool
    rule: str


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
            if end + 1 < len(doc) and doc[end + 1].tag_ in {"WP", "WDT", "WP$", "WRB"}:
                closing = set()  # "Jean Moor, 81, whose cottage stands ..., said": the commas stay a pair
            kept -= set(range(start - 1, end)) | closing
    return kept


def _named(subject: Any, dropped: set[int]) -> Any:
    """Return the person's name in apposition to its description: "Its manager, Clara Weiss, left" is about her."""
    for child in subject.rights:
        if child.dep_ == "appos" and child.i in dropped and child.ent_type_ == "PERSON" and child.pos_ == "PROPN":
            start, end = span(child)
            plain = not any(token.is_punct or token.dep_ == "det" for token in child.doc[start:end])
            return child if plain and subject.ent_type_ != "PERSON" else None
    return None


def _without_dashes(verb: Any, kept: set[int]) -> set[int] | None:
    """Drop what two spaced dashes enclose after the verb; refuse "since Leith – and its rivals – know"."""
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
        opens = position > verb.i and is_break(doc[position]) and not in_list(doc[position])
        if opens and not _closing_name(doc[position], max(kept)):
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
            if any(token.tag_ in FINITE or token.dep_ == "pcomp" for token in doc[begin:end]):
                return None  # "With the exception of the roof which was burnt | by a fire ..., the hall"
            shorter = _first_phrase(child)
            flat = min((c.left_edge.i for c in subject.lefts if c.dep_ in NEAR), default=subject.i)
            kept -= set(range(shorter, flat - 1 if doc[flat - 1].text == "," else flat))
            end = shorter
            following = set()
        if _dropped_front(child):
            kept -= set(range(begin, end)) | following
        elif child.dep_ in {"prep", "npadvmod", "advmod", "advcl"} and front is None and end - begin <= LONGEST_FRONT:
            if child.dep_ == "advmod":
                return None  # "Below, while the tide turned, he waited"
            front = begin, end
        else:
            return None
    for position in list(kept):
        token = doc[position]
        joins = position < start - 1 and token.dep_ in {"cc", "punct", "preconj"} and token.head.i == verb.i
        if joins and (front is None or not front[0] <= position <= front[1]):
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


def _first_phrase(preposition: Any) -> int:
    """Return where a long fronted phrase may stop: "At the foot of the hill | at the bend between ..."."""
    for token in preposition.doc[preposition.i + 3 : preposition.right_edge.i + 1]:
        if token.tag_ == "IN" and token.lower_ != "of":
            return int(token.i)
    return int(preposition.right_edge.i) + 1


def _waits(verb: Any, subject: Any) -> bool:
    """Say whether a result holds only after the time in front: "Ten hours later, most of the salt has gone."."""
    if any(token.tag_ == "VBD" for token in (verb, *verb.children)):
        return False
    fronts = (child for child in verb.lefts if child.i < subject.left_edge.i)
    return any(token.lower_ in {"later", "after", "afterwards"} for child in fronts for token in child.subtree)


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
    return bool(child.dep_ == "intj")


def _bracket_inside(doc: Any, cut: int) -> bool:
    """Say whether a noun goes on behind a bracket: "uses the 1,600 mm (5 ft 3 in) gauge"."""
    if doc[cut].text != "(":
        return False
    closing = next((t.i for t in doc[cut:] if t.text == ")"), None)
    following = doc[closing + 1] if closing is not None and closing + 1 < len(doc) else None
    return following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ"}


def _goes_on(verb: Any, cut: int, last: int) -> bool:
    """Say whether what a verb tells goes on behind the mark at which it would be cut.

    "A pallet is lost, on average, after its fourth journey" says when; "has fixed trackers, which are small, to one
    crate in ten" says to what, behind the clause that the commas enclose.
    """
    doc = verb.doc
    for token in doc[cut + 1 : last + 1]:
        told = token.head.i < cut and (token.head.i == verb.i or token.head.dep_ == "conj")
        if token.dep_ in ADJUNCTS and told and token.head.pos_ in {"VERB", "AUX"} and token.lower_ not in ADDING:
            return True
    if cut >= last or doc[cut + 1].tag_ not in {"WDT", "WP", "WP$", "WRB"}:
        return False  # a cut at the very end has nothing behind it
    closed = (p for p in range(cut + 2, last) if doc[p].text == "," and not in_list(doc[p]))
    return any(doc[p + 1].tag_ in {"IN", "TO"} and doc[p + 1].lower_ not in ADDING for p in closed)


def trimmed(verb: Any, subject: Any, positions: set[int], first: int) -> Clause | None:
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
    fronted = None if _waits(verb, subject) else _front(verb, subject, kept)
    if fronted is None:
        return None
    front, kept = fronted
    cut = _first_break(verb, kept)
    if cut is not None:
        if any(child.dep_ in CORE and child.left_edge.i > cut for child in verb.children):
            return None
        if verb.lemma_ in NAMING or _bracket_inside(doc, cut) or _goes_on(verb, cut, max(positions)):
            return None
        kept = {position for position in kept if position < cut}
    for child in list(verb.children):
        loose = child.dep_ in {"advmod", "npadvmod", "prep"} and (deictic(child) or child.lower_ in ADDITIVE)
        if loose and child.i in kept and (front is None or child.i not in range(*front)):
            kept -= set(range(*span(child)))
    while kept and doc[max(kept)].is_punct and doc[max(kept)].text not in {'"', "%"}:
        kept.discard(max(kept))
    whole = positions - kept <= {p for p in positions if doc[p].is_punct}
    return Clause(verb, subject, frozenset(kept), front, whole, "main") if sound(verb, subject, kept) else None
