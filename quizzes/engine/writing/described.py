"""Who people are: the description between commas behind a name, "Ada Stone, a surveyor at the port of Leith, ..."."""

from collections.abc import Iterator
from typing import Any

from quizzes.engine.facts.antecedents import THIRD
from quizzes.engine.facts.references import FIRST_SECOND
from quizzes.engine.facts.syntax import in_list, is_break
from quizzes.engine.items.values import Source
from quizzes.engine.language.lexicon import PERSON_NOUNS
from quizzes.engine.language.values import Mention, NameClass
from quizzes.engine.writing.events import explained
from quizzes.engine.writing.rule import Article

SHORTEST, LONGEST = 1, 14
LOOSE = THIRD | FIRST_SECOND | frozenset("this these those now former then current other another same".split())
QUOTES = frozenset(("“", "”", '"'))
CLOSING = frozenset((",", ".", ";", ")", "–", "—"))


def descriptions(article: Article) -> Iterator[tuple[Mention, Source]]:
    """Yield each person of the article with the place of a description that stands alone, without its article."""
    for mention in article.analysis.mentions:
        doc = article.analysis.docs[mention.paragraph - 1]
        span = doc.char_span(mention.start, mention.end)
        if mention.name_class is not NameClass.PERSON or span is None or not doc.has_annotation("DEP"):
            continue
        bounds = _bounds(span, article, mention.paragraph)
        if bounds is not None and len(mention.canonical.split()) > 1:
            start, end = bounds
            yield mention, Source(mention.paragraph, doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text))


def _bounds(name: Any, article: Article, paragraph: int) -> tuple[int, int] | None:
    """Return the tokens of a description that follows the name's own comma and ends at the next break."""
    doc = name.doc
    noun = next((child for child in name.root.children if child.dep_ == "appos" and child.tag_ == "NN"), None)
    if noun is None or noun.left_edge.i != name.end + 1 or doc[name.end].text != ",":
        return None
    start, end = int(noun.left_edge.i), int(noun.i) + 1
    while end <= noun.right_edge.i and not _ends(doc[end]):
        end += 1
    if end >= len(doc) or doc[end].text not in CLOSING:
        return None
    people = (m for m in article.analysis.mentions if m.paragraph == paragraph and m.name_class is NameClass.PERSON)
    if any(doc[start].idx <= mention.start < doc[end - 1].idx for mention in people):
        return None
    if doc[start].lower_ in {"a", "an", "the"}:
        if doc[start].head.i != noun.i:
            return None  # "the council's only painter"
        start += 1
    ends = [end, *sorted(token.left_edge.i for token in doc[start:end] if token.dep_ == "relcl")[:1]]
    return next(((start, last) for last in ends if _alone(doc, start, last)), None)


def _ends(token: Any) -> bool:
    """Say whether a description ends here; the comma of its own list goes on, that of a list of people does not."""
    if not is_break(token):
        return False
    following = token.doc[token.i + 1 : token.i + 3]
    return not in_list(token) or any(word.pos_ == "PROPN" for word in following)


def _alone(doc: Any, start: int, end: int) -> bool:
    """Say whether a description says all by itself: "chair of the Leith panel", not "chair of the panel"."""
    kept = set(range(start, end))
    if not SHORTEST <= len(kept) <= LONGEST or any(_shut_out(token) for token in doc[start:end]):
        return False
    if len(kept) == 1 and doc[start].lemma_.lower() not in PERSON_NOUNS:
        return False
    return all(token.lower_ != "the" or explained(token.head, kept) for token in doc[start:end])


def _shut_out(token: Any) -> bool:
    """Say whether a word points outside the description, or is part of somebody's words."""
    return token.lower_ in LOOSE or token.tag_ in {"PRP", "PRP$"} or token.text in QUOTES or token.lower_ == "old"
