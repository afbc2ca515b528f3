"""Who is: a person with a description in apposition, or a name in apposition to its description."""

from typing import Any

from quizzes.engine.facts.antecedents import THIRD
from quizzes.engine.facts.references import FIRST_SECOND
from quizzes.engine.facts.syntax import finite_token, in_list, is_break
from quizzes.engine.items.draft import AnswerClass, Draft, Fact
from quizzes.engine.items.values import Interaction, Kind, Source
from quizzes.engine.language.lexicon import PERSON_NOUNS
from quizzes.engine.language.values import Mention, NameClass
from quizzes.engine.writing.rule import Article

LONGEST = 14
SPEECH = frozenset("say tell explain argue add warn believe think report write note claim".split())


def write_article(article: Article) -> list[Draft]:
    """Ask who a described person is: "Who is the surveyor of the port of Leith?"."""
    drafts: list[Draft] = []
    positions = {paragraph.number: position for position, paragraph in enumerate(article.paragraphs)}
    for mention in article.analysis.mentions:
        if mention.name_class is not NameClass.PERSON:
            continue
        position = positions[mention.paragraph]
        doc = article.analysis.docs[position]
        span = doc.char_span(mention.start, mention.end)
        if span is None or not doc.has_annotation("DEP"):
            continue
        role = _role(span.root, mention)
        if role is not None and met(article, mention) > 1 and not _others(article, mention, doc, role):
            start, end = role
            exact = article.paragraphs[position].text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1].text)]
            drafts += _drafts(mention, exact, span.root.sent, _tense(span.root.sent.root))
    return drafts


def _role(name: Any, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of a description right behind a name's comma: "Ada Stone, the surveyor of the port, ..."."""
    for child in name.children:
        if name.i + 2 >= len(name.doc) or name.nbor(1).text != "," or child.left_edge.i != name.i + 2:
            continue  # ", then the leader", or another member of a list
        if child.dep_ == "appos" and child.lemma_.lower() in PERSON_NOUNS and child.tag_ == "NN":
            return _bounded(child)
    return None


def _bounded(noun: Any) -> tuple[int, int] | None:
    doc, start = noun.doc, noun.left_edge.i
    end = noun.i + 1
    while end <= noun.right_edge.i and not (is_break(doc[end]) and not in_list(doc[end])):
        end += 1
    inside = doc[start:end]
    if end - start > LONGEST or end - start < 4 or doc[start].lower_ != "the":
        return None  # "a baker in Leith" asks for an address
    if end < len(doc) and doc[end].text not in {",", ".", ")"}:
        return None
    if any(t.lower_ in THIRD | FIRST_SECOND | {"this", "that", "these", "those"} and t.tag_ != "WDT" for t in inside):
        return None
    if not any(t.ent_type_ or t.dep_ in {"relcl", "prep"} for t in inside):
        return None  # "a teacher" fits too many
    return start, end


def met(article: Article, mention: Mention) -> int:
    """Return how often the article names a person; who is named once is no character of it."""
    surname = mention.text.split()[-1]
    return sum(paragraph.text.count(surname) for paragraph in article.paragraphs)


def _others(article: Article, mention: Mention, doc: Any, role: tuple[int, int]) -> bool:
    """Say whether a description names somebody else, as in a list: "Ada Stone, the poet; the singer Ida Holm"."""
    start, end = doc[role[0]].idx, doc[role[1] - 1].idx + len(doc[role[1] - 1].text)
    named = any(
        other.paragraph == mention.paragraph
        and other.name_class is NameClass.PERSON
        and other.canonical != mention.canonical
        and start <= other.start <= end + 2
        for other in article.analysis.mentions
    )
    return named or any(token.ent_type_ == "PERSON" for token in doc[role[0] : role[1] + 1])


def _tense(verb: Any) -> str:
    """Return "was" where the sentence tells of the past: "The tower was designed by Ada Stone, a surveyor of ..."."""
    finite = finite_token(verb)
    spoken = verb.lemma_ in SPEECH
    return "was" if finite is not None and finite.tag_ == "VBD" and not spoken else "is"


def _drafts(mention: Mention, role: str, sentence: Any, tense: str) -> list[Draft]:
    if mention.text.split()[-1] in role:
        return []
    fact = Fact(mention.paragraph, sentence.start_char, sentence.end_char, f"{mention.canonical} {tense} {role}.", 0.5)
    others = (mention.text,) if mention.text != mention.canonical else ()
    return [
        Draft(
            kind=kind,
            interaction=interaction,
            stem=f"Who {tense} {role}?",
            keys=(mention.canonical, *others),
            fact=fact,
            answer_class=AnswerClass.PERSON,
            rule="role",
            key_source=Source(mention.paragraph, mention.start, mention.end),
            features={"kind_question": 1.0, "name": 1.0, "witnessed": 1.0, "salience": 0.5, "role": 1.0},
        )
        for kind, interaction in (
            (Kind.SHORT_ANSWER, Interaction.TEXT_ENTRY),
            (Kind.MULTIPLE_CHOICE, Interaction.CHOICE),
        )
    ]
