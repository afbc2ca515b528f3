"""Which statements a locate item may rest on: nothing torn off, nothing that only the text around explains."""

import re
from typing import Any

from quizzes.engine.facts.syntax import FINITE, SUBJECTS, auxiliaries, in_list, is_plural
from quizzes.engine.facts.values import Statement, once
from quizzes.engine.language.values import NameClass
from quizzes.engine.text.values import ParagraphKind
from quizzes.engine.writing.locate.worth import halved, misread, scene, second_subject
from quizzes.engine.writing.questions import RELATIONAL
from quizzes.engine.writing.rule import Article

ARGUMENTS = frozenset("dobj attr acomp xcomp ccomp agent oprd dative pobj pcomp prt".split())
CONDITIONS = frozenset("if case whether unless lest than as".split())
CONDITIONAL = frozenset(("if", "unless", "when", "whenever", "provided"))
TOPIC = 4
KNOWN = frozenset(
    """world sun moon earth west east north south internet public sky sea ocean past future present economy environment
    climate universe government king queen emperor pope military police army press media country city state town
    war""".split()
)
DEMONSTRATIVES = frozenset("this that these those such".split())
FIRST_SECOND = frozenset("i we you me us my our your mine ours yours".split())
PLURAL = frozenset("they them their theirs themselves".split())
SINGULAR = frozenset("he she it him her his its himself herself itself".split())
FRONTS = frozenset(("ADP", "DET", "PROPN", "NUM", "SCONJ"))


def fit(statement: Statement, article: Article, spared: range = range(0)) -> bool:
    """Say whether a statement is whole and clear enough for a reader who has its paragraph before the eyes.

    `spared` are the tokens of an answer, which no question says.
    """
    return (
        _whole(statement)
        and not _compares(statement)
        and not _displaced(statement)
        and not _loose_person(statement, article)
        and not _unclear(statement, article, spared)
    )


@once
def _whole(statement: Statement) -> bool:
    """Say whether nothing of a statement was lost or misread, and it tells more than a gesture."""
    if not (listed_commas(statement) and _plain_subject(statement)) or _shortened(statement):
        return False
    odd = scene(statement) or misread(statement) or second_subject(statement) or halved(statement)
    return not (odd or _torn(statement) or _subordinate(statement))


def pointing(statement: Statement, spared: range = range(0)) -> bool:
    """Say whether a word that was not written out points outside: "he", "its" before its owner, "this", "such".

    "Norway sold its mills" keeps its owner, and so does "the town knew that it had lost".
    """
    for word in statement.words:
        token = statement.doc[word.start]
        if word.start in spared or word.end != word.start + 1 or word.text.lower() != token.lower_:
            continue  # written out: "Clara Weiss" for "she"
        if token.lower_ in DEMONSTRATIVES and (token.dep_ != "mark" and token.tag_ in {"DT", "PDT", "JJ"}):
            return True
        if token.tag_ in {"PRP", "PRP$"} and token.dep_ != "expl" and not _owned(token, statement):
            return True
    return False


def written_out(statement: Statement, article: Article) -> bool:
    """Say whether each reference was written out as the article names it, and "they" by a name.

    "The Leith growers" of "Leith" and "the growers" is nobody's name, and "they" after two groups is either.
    """
    for word in statement.words:
        token = statement.doc[word.start]
        if (word.end == word.start + 1 and word.text == token.text) or word.text.lower() == token.lower_:
            continue
        bare = re.sub(r"^(?:the|a|an) |['’]s?$", "", word.text.lower())
        named = any(bare in paragraph.text.lower() for paragraph in article.paragraphs)
        if not named or (token.lower_ in PLURAL | {"their"} and word.text.lower().startswith("the ")):
            return False
    return True


def _owned(pronoun: Any, statement: Statement) -> bool:
    """Say whether a pronoun goes back inside: "the town knew that it had lost", "closed the pier because its beams".

    In "a breeze spreads it" nothing inside can be meant: "it" hangs on the breeze's own verb.
    """
    lower = pronoun.lower_
    if lower in FIRST_SECOND or (pronoun.tag_ == "PRP" and pronoun.head.i == statement.verb.i):
        return bool(lower.endswith(("self", "selves")))
    for word in statement.words:
        token = statement.doc[word.start]
        if word.start >= pronoun.i:
            break
        named = token.pos_ in {"NOUN", "PROPN"} or (token.pos_ == "PRON" and word.text.lower() != token.lower_)
        if named and lower in (PLURAL if is_plural(token) else SINGULAR):
            return True
    return False


def listed_commas(statement: Statement) -> bool:
    """Say whether each comma parts members of a list that is there to its end: no aside is taken along."""
    marks = [statement.doc[word.start] for word in statement.words if word.text in {",", "–", "—", ";", ":", "("}]
    front = statement.front[1] if statement.front else -1
    inner = [mark for mark in marks if mark.i != front]
    if not all(mark.text == "," and in_list(mark) for mark in inner):
        return False
    closing = {word.start for word in statement.words if word.text.lower() in {"and", "or"}}
    return not inner or any(position > inner[-1].i for position in closing)


def _plain_subject(statement: Statement) -> bool:
    """Refuse bare numbers as subjects, participles before them, and "The guides were Ada Holm" of a list cut short."""
    subject, verb, doc = statement.subject, statement.verb, statement.doc
    if verb.lemma_ in {"include", "feature", "comprise"} and not statement.whole:
        return False  # "The causes include poverty | , hunger and war"
    if subject.lemma_.lower() in RELATIONAL and not any(child.i > subject.i for child in subject.children):
        return False  # "A version was printed in Leith": a version of what?
    if subject.pos_ == "PRON":
        return subject.lower_ in {"he", "she", "it", "they"}  # written out, or else refused
    if subject.pos_ == "NUM" or subject.tag_ in {"CD", "JJ", "DT", "VBG", "VBN"} or "-" in subject.text:
        return False
    beside = doc[subject.left_edge.i - 1] if subject.left_edge.i > subject.sent.start else None
    if beside is not None and beside.pos_ == "NOUN":
        return False  # "a net | the size of a door may hold ten fish": the net is the subject
    opener = doc[statement.front[0]] if statement.front is not None else None
    if opener is not None and opener.lower_ != "according" and opener.pos_ not in FRONTS:
        return False
    told = [child for child in verb.rights if child.dep_ == "attr"]
    return not (told and is_plural(subject) and told[0].tag_ == "NNP" and not is_plural(told[0]))


def _torn(statement: Statement) -> bool:
    """Say whether a kept word has lost an argument, or a second finite verb has no subject of its own."""
    present = {position for word in statement.words for position in range(word.start, word.end)}
    kept = [statement.doc[position] for position in sorted(present)]
    if any(child.dep_ in ARGUMENTS and child.i not in present for token in kept for child in token.children):
        return True
    if any(_list_cut(token, statement.verb, present) for token in kept):
        return True
    last = max(token.i for token in kept if not token.is_punct)
    return (
        any(_headless(token, statement) for token in kept)
        or last == statement.verb.i
        or any(
            token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"} and any(c.dep_ in SUBJECTS for c in token.lefts)
            for token in kept
            if token.i != statement.verb.i
        )
    )


def _list_cut(token: Any, verb: Any, present: set[int]) -> bool:
    """Say whether a list of verbs was cut: "were told to find | , lift and carry boxes" lost what they found."""
    inner = token.i != verb.i and token.pos_ == "VERB"
    return inner and any(child.dep_ == "conj" and child.i not in present for child in token.children)


def _headless(token: Any, statement: Statement) -> bool:
    """Say whether a finite verb has no subject: "critics charge is a work camp"."""
    if token.i == statement.verb.i or token.dep_ in {"conj", "aux", "auxpass"} or token.pos_ not in {"VERB", "AUX"}:
        return False
    finite = token.tag_ in FINITE or any(helper.tag_ in FINITE for helper in auxiliaries(token))
    return finite and not any(child.dep_ in SUBJECTS | {"expl", "csubj"} for child in token.children)


def _loose_person(statement: Statement, article: Article) -> bool:
    """Say whether "in his honour" or "its walls" stands without its owner."""
    people = [m for m in article.mentions(statement) if m.name_class is NameClass.PERSON]
    for word in statement.words:
        token = statement.doc[word.start]
        if word.text.lower() in {"its", "their"} and statement.verb.dep_ == "advcl":
            return True  # "Because snow had split its beams, the pier closed": the owner comes later
        if word.text.lower() in {"its", "their"} and token.i < statement.verb.i and token.i:
            inside = statement.front is not None and statement.front[0] <= token.i < statement.front[1]
            if not inside and statement.doc[token.i - 1].dep_ != "cc":
                return True  # "A part of its walls fell": whose?
        if word.text.lower() in {"he", "she", "his", "her", "him", "hers"}:
            at = token.idx
            named = any(
                m.start < at and any(w.start <= _position(statement, m.start) < w.end for w in statement.words)
                for m in people
            )
            if not named:
                return True
    return False


def _position(statement: Statement, offset: int) -> int:
    return next((token.i for token in statement.doc if token.idx <= offset < token.idx + len(token.text)), -1)


def _compares(statement: Statement) -> bool:
    """Say whether a comparison lacks its second term: "spends more time with patients" than who?"""
    words = [word.text.lower() for word in statement.words]
    degrees = [statement.doc[word.start] for word in statement.words]
    open_ = any(t.tag_ in {"JJR", "RBR"} and t.lower_ not in {"longer", "later", "lower", "upper"} for t in degrees)
    return open_ and "than" not in words


def _displaced(statement: Statement) -> bool:
    """Say whether the verb lost where to: "Settlers brought the game | here"."""
    return any(
        child.lower_ in {"here", "there", "home", "away", "back", "abroad", "thus", "so"}
        and not statement.covers(child.i, child.i + 1)
        for child in statement.verb.children
    )


def _shortened(statement: Statement) -> bool:
    """Say whether an adjunct was left out at the end: "had no meaning | at this time" says less than the sentence."""
    last = max(word.end for word in statement.words)
    following = statement.doc[last] if last < len(statement.doc) else None
    if following is None or following.is_punct or following.is_sent_start:
        return False
    return following.dep_ != "cc" and following.lower_ not in {"because", "although", "while", "after", "when"}


def _subordinate(statement: Statement) -> bool:
    """Say whether the clause only holds under a condition that was left out: "in case the driver sleeps"."""
    first = min(word.start for word in statement.words)
    before = statement.doc[first - 1].lower_ if first else ""
    return before in CONDITIONS or any(
        _condition_left(verb, statement) for verb in (statement.verb, statement.verb.head)
    )


def _condition_left(verb: Any, statement: Statement) -> bool:
    """Say whether the condition of a verb was cut: "if frost comes, | the pier shuts"."""
    clauses = [child for child in verb.children if child.dep_ == "advcl" and not statement.covers(child.i, child.i + 1)]
    return any(t.dep_ in {"mark", "advmod"} and t.lower_ in CONDITIONAL for clause in clauses for t in clause.lefts)


def _unclear(statement: Statement, article: Article, spared: range) -> bool:
    """Say whether a bare definite has nothing before it in its paragraph or in the title that it may go back to."""
    doc = statement.doc
    titles = " ".join(p.text.lower() for p in article.paragraphs if p.kind is ParagraphKind.TITLE)
    for word in statement.words:
        noun = doc[word.start]
        bare = noun.pos_ == "NOUN" and word.end == word.start + 1 and [t.lower_ for t in noun.lefts] == ["the"]
        if (
            not bare
            or noun.i in spared
            or any(child.i > noun.i and statement.covers(child.i, child.i + 1) for child in noun.children)
        ):
            continue
        lemma = noun.lemma_.lower()
        if lemma in KNOWN or lemma in titles or any(t.lemma_.lower() == lemma for t in doc[: noun.i]):
            continue
        if sum(sentence.text.lower().count(lemma) for sentence in article.analysis.sentences) < TOPIC:
            return True  # the article is not about it either
    return False
