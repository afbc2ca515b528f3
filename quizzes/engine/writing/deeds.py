"""Which deeds of a person are worth asking for, and the noun by which the article calls the person who did them."""

import re
from typing import Any

from quizzes.engine.language.kept import span_text
from quizzes.engine.language.lexicon import PEOPLE_NOUNS, PERSON_NOUNS, TITLES
from quizzes.engine.language.values import Mention
from quizzes.engine.writing.rule import Article

# whoever "was asked" or "was seen" did nothing: the news is what was answered or done
PASSIVE = frozenset("ask tell see hear watch show notice applaud greet thank quote interview describe".split())
# gestures, manners and condolences
IDLE = frozenset(
    """smile nod grin shrug sigh wave tap gaze glance stare wink frown laugh wear sip sit lean kneel bow hug kiss clap
    thank greet welcome congratulate wonder hope wish regret apologise apologize""".split()
)
CONDOLENCE = re.compile(r"\b(?:thoughts|prayers|condolences|sympath(?:y|ies))\b", re.IGNORECASE)
DRESS = frozenset((("take", "off"), ("put", "on"), ("pick", "up"), ("put", "down"), ("stand", "up")))


def idle(verb: Any) -> bool:
    """Say whether a verb tells no deed: "was asked how she felt", "took off the hat", "thoughts are with them"."""
    lemma = verb.lemma_.lower()
    if CONDOLENCE.search(span_text(verb.doc[verb.left_edge.i : verb.right_edge.i + 1])):
        return True
    if any(child.dep_ == "auxpass" for child in verb.children):
        return lemma in PASSIVE
    particles = {child.lower_ for child in verb.children if child.dep_ in {"prt", "prep", "advmod"}}
    return lemma in IDLE or any((lemma, particle) in DRESS for particle in particles)


def role_of(mention: Mention, article: Article) -> str | None:
    """Return the noun for a person that the article also uses alone: "the driver" of "the train's driver, Ada Holm".

    It stands beside the name, or in the sentence before one that opens with the name, and fits no other person.
    """
    for other in article.analysis.mentions:
        if other.canonical != mention.canonical:
            continue
        position = next(i for i, block in enumerate(article.paragraphs) if block.number == other.paragraph)
        doc = article.analysis.docs[position]
        span = doc.char_span(other.start, other.end)
        if span is None or not doc.has_annotation("DEP"):
            continue
        for noun in _beside(span.root):
            if _alone(noun.lemma_.lower(), article):
                return str(noun.lemma_.lower())
    return None


def called(context: str | None) -> bool:
    """Say whether a context line speaks of somebody by a noun, which would answer "who" too: "the train's driver"."""
    before = re.findall(r"(?:\bthe|\bhis|\bher|\btheir|['’]s) ([a-z]+)\b", context or "", re.IGNORECASE)
    return any(noun.lower() in PERSON_NOUNS or noun.lower().endswith(("driver", "keeper", "maker")) for noun in before)


def _beside(name: Any) -> list[Any]:
    """Return the person nouns in apposition to a name or just before it."""
    near = [child for child in name.children if child.dep_ in {"appos", "compound"}]
    near += [name.head] if name.dep_ == "appos" else []
    return [noun for noun in near if noun.tag_ == "NN" and _person(noun.lemma_.lower())]


def _person(lemma: str) -> bool:
    return lemma not in TITLES and (lemma in PEOPLE_NOUNS or lemma.endswith(("er", "or", "ist", "ian", "man", "woman")))


def _alone(noun: str, article: Article) -> bool:
    """Say whether the article speaks of "the driver" and of no second driver ("another driver", "drivers")."""
    text = " ".join(block.text for block in article.paragraphs).lower()
    other = re.search(rf"\b(?:another|other|two|three|a second|both) (?:\w+ )?{noun}s?\b|\b{noun}s\b(?![’'])", text)
    return re.search(rf"\bthe {noun}\b", text) is not None and other is None
