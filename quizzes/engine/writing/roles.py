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
    """Ask who a described person is: "Who is a member of the board that runs the ferry?"."""
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
        if role is not None and _met_again(article, mention):
            start, end = role
            exact = article.paragraphs[position].text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1].text)]
            drafts += _drafts(mention, exact, span.root.sent, _tense(span.root.sent.root))
    return drafts


def _role(name: Any, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of a description beside a name: "Ada Stone, a surveyor at the port, ..."."""
    for child in name.children:
        if child.dep_ == "appos" and child.lemma_.lower() in PERSON_NOUNS and child.tag_ == "NN":
            return _bounded(child)
    return None


def _bounded(noun: Any) -> tuple[int, int] | None:
    doc, start = noun.doc, noun.left_edge.i
    end = noun.i + 1
    while end <= noun.right_edge.i and not (is_break(doc[end]) and not in_list(doc[end])):
        end += 1
    inside = doc[start:end]
    if end - start > LONGEST or end - start < 4 or doc[start].lower_ not in {"a", "an", "the"}:
        return None
    if any(t.lower_ in THIRD | FIRST_SECOND | {"this", "that", "these", "those"} and t.tag_ != "WDT" for t in inside):
        return None
    if not any(t.ent_type_ or t.dep_ in {"relcl", "prep"} for t in inside):
        return None  # "a teacher" fits too many
    return start, end


def _met_again(article: Article, mention: Mention) -> bool:
    """Say whether the article comes back to a person; who is quoted once is no character of it."""
    surname = mention.text.split()[-1]
    return sum(paragraph.text.count(surname) for paragraph in article.paragraphs) > 1


def _tense(verb: Any) -> str:
    """Return "was" where the sentence tells of the past: "The tower was designed by Ada Stone, a surveyor of ..."."""
    finite = finite_token(verb)
    spoken = verb.lemma_ in SPEECH
    return "was" if finite is not None and finite.tag_ == "VBD" and not spoken else "is"


def _asked(role: str) -> str:
    """Return the opening of the question: "Who is the mayor of Lind?", but "Which person ... is a baker in Lind?"."""
    return "Who" if role.lower().startswith("the ") else "Which person in the article"


def _drafts(mention: Mention, role: str, sentence: Any, tense: str) -> list[Draft]:
    if mention.text.split()[-1] in role:
        return []
    fact = Fact(mention.paragraph, sentence.start_char, sentence.end_char, f"{mention.canonical} {tense} {role}.", 0.5)
    others = (mention.text,) if mention.text != mention.canonical else ()
    return [
        Draft(
            kind=kind,
            interaction=interaction,
            stem=f"{_asked(role)} {tense} {role}?",
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
