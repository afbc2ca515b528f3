"""Who did it: a person with a who-clause between commas, "Ada Stone, who built the first pier, ..."."""

from typing import Any

from quizzes.engine.facts.antecedents import THIRD
from quizzes.engine.facts.deixis import dated_from_today, deictic
from quizzes.engine.facts.references import DEMONSTRATIVE, FIRST_SECOND
from quizzes.engine.facts.syntax import in_list, is_break, negated
from quizzes.engine.items.draft import AnswerClass, Draft, Fact
from quizzes.engine.items.values import Interaction, Kind, Source
from quizzes.engine.language.values import Mention, NameClass
from quizzes.engine.writing.deeds import idle
from quizzes.engine.writing.roles import met
from quizzes.engine.writing.rule import Article

SHORTEST, LONGEST = 4, 16
OFTEN = 3
LIFE = frozenset(
    """be have live work study teach learn serve grow attend train visit stay sit stand come go arrive move marry
    retire join bear happen look seem appear know remember spend travel return want love like use watch see hear own run
    keep play turn age drive""".split()
)


def write_article(article: Article) -> list[Draft]:
    """Ask "Who built the first pier?" with the clause in the article's own words.

    Such a clause stands aside of what its sentence tells, so that only a deed of a person of the article is asked for:
    not where a speaker works, lives or has been, nor what somebody met only once had done.
    """
    drafts: list[Draft] = []
    positions = {paragraph.number: position for position, paragraph in enumerate(article.paragraphs)}
    for mention in article.analysis.mentions:
        position = positions[mention.paragraph]
        doc = article.analysis.docs[position]
        span = doc.char_span(mention.start, mention.end)
        if mention.name_class is not NameClass.PERSON or span is None or not doc.has_annotation("DEP"):
            continue
        bounds = _clause(span.root)
        if bounds is None:
            continue
        start, end = doc[bounds[0]].idx, doc[bounds[1] - 1].idx + len(doc[bounds[1] - 1].text)
        predicate = article.paragraphs[position].text[start:end]
        if mention.text.split()[-1] not in predicate and met(article, mention) >= OFTEN:
            drafts += _drafts(mention, predicate, span.root.sent)
    return drafts


def _clause(name: Any) -> tuple[int, int] | None:
    """Return the tokens behind "who" up to the first break, or None when they cannot stand alone."""
    for verb in name.children:
        opener = verb.left_edge
        if verb.dep_ != "relcl" or opener.lower_ != "who" or opener.head.i != verb.i or negated(verb):
            continue
        if idle(verb) or not _deed(verb, int(opener.i)):
            continue
        doc, start = name.doc, int(opener.i) + 1
        if doc[opener.i - 1].text != ",":
            return None
        end = start
        while end <= verb.right_edge.i and not (is_break(doc[end]) and not in_list(doc[end])):
            end += 1
        inside = doc[start:end]
        if SHORTEST <= end - start <= LONGEST and end > verb.i and not any(_loose(token) for token in inside):
            return start, end
    return None


def _deed(verb: Any, opener: int) -> bool:
    """Say whether a clause tells what somebody did: no post ("runs a laundry"), no life story ("by 2021 had a job")."""
    words = [token for token in verb.doc[opener + 1 : verb.i] if token.dep_ not in {"aux", "auxpass", "advmod"}]
    return verb.tag_ in {"VBD", "VBN"} and verb.lemma_.lower() not in LIFE and not words


def _loose(token: Any) -> bool:
    """Say whether a word points outside: pronouns, "that bridge", "on Tuesday", and a bare "the bridge"."""
    if token.lower_ in THIRD | FIRST_SECOND or (
        token.lower_ in DEMONSTRATIVE and token.dep_ in {"det", "dobj", "pobj"}
    ):
        return True
    if (
        token.lower_ in {"whose", "which", "whom", "once", "also", "himself", "herself"}
        or token.is_quote
        or deictic(token)
        or dated_from_today(token)
    ):
        return True
    bare = token.lower_ == "the" and token.head.i == token.i + 1 and token.head.pos_ == "NOUN"
    return bool(bare and not any(child.dep_ == "prep" and child.lower_ == "of" for child in token.head.children))


def _drafts(mention: Mention, predicate: str, sentence: Any) -> list[Draft]:
    fact = Fact(
        mention.paragraph, sentence.start_char, sentence.end_char, f"{mention.canonical} {predicate}.", salience=0.5
    )
    others = (mention.text,) if mention.text != mention.canonical else ()
    forms = ((Kind.SHORT_ANSWER, Interaction.TEXT_ENTRY), (Kind.MULTIPLE_CHOICE, Interaction.CHOICE))
    return [
        Draft(
            kind=kind,
            interaction=interaction,
            stem=f"Who {predicate}?",
            keys=(mention.canonical, *others),
            fact=fact,
            answer_class=AnswerClass.PERSON,
            rule="who-clause",
            key_source=Source(mention.paragraph, mention.start, mention.end),
            features={"kind_question": 1.0, "name": 1.0, "witnessed": 1.0, "salience": 0.5, "of_subject": 1.0},
        )
        for kind, interaction in forms
    ]
