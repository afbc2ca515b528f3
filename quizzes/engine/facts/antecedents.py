"""Which noun a pronoun may stand for: number, kind, rivals."""

from typing import Any

from quizzes.engine.facts.syntax import SUBJECTS, is_plural, span
from quizzes.engine.language.lexicon import DURATIONS, MEASURES, PEOPLE_NOUNS
from quizzes.engine.language.values import Mention, NameClass

THIRD = frozenset("he him she her it they them its his their hers theirs".split())
PLURAL = frozenset(("they", "them", "their", "theirs"))
MALE = frozenset(("he", "him", "his"))
FEMALE = frozenset(("she", "her", "hers"))
COLLECTIVE = frozenset("group team council company government organization organisation band army crew staff".split())
LONGEST_ANTECEDENT = 6
# whose subject never owns what it follows: "Traders followed their route"
FOLLOWING = frozenset("follow trace copy".split())
SIZES = frozenset("high tall long wide deep thick old".split())


def may_be_person(mention: Mention) -> bool:
    """Say whether a name of unknown class may be a person's, and so blocks "she": "Kasia Nowak"."""
    return mention.name_class is NameClass.OTHER and len(mention.text.split()) == 2


def governor(token: Any) -> Any:
    """Return the verb above a pronoun through its prepositions."""
    above = token.head
    while above.dep_ == "prep" and above.head.i != above.i:
        above = above.head
    return above


def only_person_before(token: Any, kept: frozenset[int]) -> bool:
    """Bind "his" to the one singular person that stands before it: "The council gave Moe her prize"."""
    people = [
        t
        for t in token.sent
        if t.i < token.i
        and t.i in kept
        and (
            (t.tag_ == "NN" and t.lemma_.lower() in PEOPLE_NOUNS)
            or (t.ent_type_ == "PERSON" and t.dep_ != "compound")
            or (t.pos_ == "PROPN" and not t.ent_type_ and t.dep_ in {"dative", "dobj"})
        )
    ]
    return len(people) == 1 or (len(people) == 2 and people[1].dep_ == "appos" and people[1].head.i == people[0].i)


def own_object(token: Any, verb: Any) -> bool:
    """Say whether a pronoun is the object of its own clause, whose subject it never is: "Ada came and gave him tea"."""
    above = token.head
    while above.dep_ == "conj" and above.i != verb.i:
        above = above.head
    return token.dep_ in {"dobj", "dative"} and above.i == verb.i


def owner_inside(token: Any, subject: Any) -> bool:
    """Say whether a possessive inside the subject has its owner there: "IS and its adherents"."""
    owners = [t for t in subject.doc[span(subject)[0] : token.i] if t.pos_ in {"NOUN", "PROPN"} and fits(token, t)]
    return len(owners) == 1


def fits(token: Any, antecedent: Any) -> bool:
    """Say whether number and kind of a pronoun fit a noun; a body of people may be "they" or "it"."""
    lower, lemma = token.lower_, antecedent.lemma_.lower()
    if antecedent.pos_ not in {"NOUN", "PROPN"} and not (antecedent.lower_ in PLURAL and lower in PLURAL):
        return False
    plural = is_plural(antecedent)
    if lower in PLURAL and lemma in DURATIONS | MEASURES and any(c.dep_ == "nummod" for c in antecedent.lefts):
        return False  # "six feet of linen": nobody digs
    if lower in PLURAL:
        return plural or lemma in COLLECTIVE or antecedent.ent_type_ == "ORG" or antecedent.text == "IS"
    if lower in {"it", "its"}:
        return not plural and lemma not in PEOPLE_NOUNS and antecedent.ent_type_ != "PERSON"
    if antecedent.pos_ == "PROPN" and any(c.lower_ == "the" for c in antecedent.lefts):
        return False  # "The Ministry of Mines praised her design"
    return not plural and (antecedent.pos_ == "PROPN" or lemma in PEOPLE_NOUNS)


def only_subject(sentence: Any, token: Any) -> Any:
    """Return the one noun that is a subject where "This is so" begins: "This is so where growers meet"."""
    found = [t for t in sentence if t.dep_ in SUBJECTS and t.pos_ in {"NOUN", "PROPN"}]
    return found[0] if len(found) == 1 and token.lower_ in PLURAL else None


def empty_it(token: Any) -> bool:
    """Say whether "it" stands for nothing: "it is possible that", "it takes a year to"."""
    verb = token.head
    return any(child.dep_ in {"ccomp", "xcomp", "advcl", "csubj"} and child.i > verb.i for child in verb.children) and (
        verb.lemma_ in {"be", "take", "seem", "appear", "turn", "cost", "remain", "become", "help", "matter"}
    )


def has_clitic(token: Any) -> bool:
    """Say whether a shortened verb leans on a pronoun: "they're" cannot become "the clerks're"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is not None and following.text.startswith("'") and following.pos_ in {"AUX", "VERB"}


def repeatable(phrase: Any, token: Any) -> bool:
    """Say whether a phrase may stand in place of a pronoun: short, no number, and an owner is named."""
    if len(phrase) > LONGEST_ANTECEDENT or any(t.text in {",", "(", "–", '"'} for t in phrase):
        return False
    if token.tag_ == "PRP$" and not any(t.pos_ == "PROPN" for t in phrase):
        return False
    if token.head.lemma_ == "be" and any(child.lower_ in SIZES for child in token.head.children):
        return False  # "The lamp was lit. It was 72 feet high": lamp or tower?
    # "Some 40 growers came. They ...": a number is not repeated
    return not any(t.like_num or t.lower_ in {"some", "many", "most", "few", "several"} for t in phrase)
