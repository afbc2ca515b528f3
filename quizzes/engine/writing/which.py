"""Which river, which university, whom: names whose form tells what they are, wherever they stand in the clause."""

from quizzes.engine.facts.answers import Answer, Role, answers
from quizzes.engine.facts.syntax import span
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Kind, Source
from quizzes.engine.language.lexicon import CONTINENTS, COUNTRIES, TITLES
from quizzes.engine.language.values import Mention, NameClass
from quizzes.engine.writing import where
from quizzes.engine.writing.anchored import anchored, moved
from quizzes.engine.writing.kinds import KINDS, kind_of
from quizzes.engine.writing.questions import askable, inverted, of_subject
from quizzes.engine.writing.rule import ANSWER_CLASSES, Article
from quizzes.engine.writing.wording import both, token_range

COMMON = 8
SHORTEST = 6
PREPOSITIONS = frozenset("in at on near from to into through across by with for against over along".split())
PERSONAL = frozenset(
    """marry elect appoint defeat succeed replace hire name crown kill arrest meet choose nominate teach beat invite
    accuse sue execute""".split()
)
NAMING = frozenset("name rename call dub label".split())


def write(statement: Statement, article: Article) -> list[Draft]:
    """Ask for a name by what it is: "Which river does the bridge cross?".

    Countries in a phrase of place, and subjects whose class is known, are left to the rules `where` and `who-subject`.
    """
    mentions = [m for m in article.mentions(statement) if _telling(statement, m) and article.count(m) < COMMON]
    if not mentions or not askable(statement) or moved(statement.verb):
        return []
    drafts: list[Draft] = []
    for answer in answers(statement.verb.sent):
        if not answer.whole or not statement.covers(answer.start, answer.end):
            continue
        mention = next((m for m in mentions if _fills(statement, m, answer) and not _namesake(m, article)), None)
        opening = _opening(statement, mention, answer) if mention is not None else None
        stem = _stem(statement, opening, answer) if opening is not None else None
        if mention is None or stem is None or len(stem.split()) < SHORTEST or _told(mention, stem):
            continue
        drafts += both(
            statement,
            kind=Kind.SHORT_ANSWER,
            stem=stem,
            key=mention.text,
            others=_others(mention, opening or ""),
            answer_class=ANSWER_CLASSES[mention.name_class],
            rule="which",
            source=Source(mention.paragraph, mention.start, mention.end),
            choice=opening in {"whom", "which country", "which city"},
            features={"name": 1.0, "kind_question": 1.0},
        )
    return [draft for draft in drafts if anchored(draft)]


def _telling(statement: Statement, mention: Mention) -> bool:
    """Say whether a name may be asked for at all, before the candidates are worked out."""
    if mention.name_class is NameClass.PERSON:
        return statement.verb.lemma_ in PERSONAL
    place = token_range(statement, mention.start, mention.end)
    before = statement.doc[place[0] - 1].text if place is not None and place[0] else ""
    return kind_of(mention, before) is not None


def _fills(statement: Statement, mention: Mention, answer: Answer) -> bool:
    """Say whether a name is the whole candidate, but for "the" and a noun that tells its kind: "the river Ammer"."""
    place = token_range(statement, mention.start, mention.end)
    if place is None or not answer.start <= place[0] < place[1] <= answer.end:
        return False
    before = [statement.doc[position].lower_.rstrip(".") for position in range(answer.start, place[0])]
    return place[1] == answer.end and len(before) <= 2 and all(word in KINDS | TITLES | {"the"} for word in before)


def _namesake(mention: Mention, article: Article) -> bool:
    """Say whether a person of the article bears the name too: "Washington"."""
    people = (m.text for m in article.analysis.mentions if m.name_class is NameClass.PERSON)
    return mention.name_class is not NameClass.PERSON and any(mention.text in name.split() for name in people)


def _opening(statement: Statement, mention: Mention, answer: Answer) -> str | None:
    if mention.name_class is NameClass.PERSON:
        return "whom" if answer.role is Role.OBJECT and statement.verb.lemma_ in PERSONAL else None
    known = mention.name_class is NameClass.ORGANIZATION or mention.canonical in {*COUNTRIES, *CONTINENTS}
    if answer.role in {Role.SUBJECT, Role.AGENT} and known:
        return None
    governor = statement.doc[answer.head].head
    if answer.role is Role.ADJUNCT and mention.canonical in COUNTRIES and governor.lower_ in where.PREPOSITIONS:
        return None
    before = [token.text for token in statement.doc[answer.start : answer.end] if token.text in KINDS]  # "river Ammer"
    noun = kind_of(mention, before[0] if before else "")
    return f"which {noun}" if noun is not None else None


def _stem(statement: Statement, opening: str, answer: Answer) -> str | None:
    """Ask for the candidate in its place: subject, object, or the noun of a phrase that hangs on the verb."""
    verb, head = statement.verb, statement.doc[answer.head]
    place = (answer.start, answer.end)
    if answer.role is Role.SUBJECT and head.i == statement.subject.i and answer.end <= verb.i:
        return of_subject(statement, opening.capitalize(), singular_verb=True)
    if answer.role is Role.OBJECT and head.head.i == verb.i and verb.lemma_ not in NAMING:
        return inverted(statement, opening.capitalize(), place)
    preposition = head.head
    if head.dep_ != "pobj" or preposition.head.i != verb.i or preposition.lower_ not in PREPOSITIONS:
        return None
    if span(preposition)[1] != answer.end or not statement.covers(preposition.i, answer.end):
        return None
    lead = "on" if preposition.lower_ == "in" and opening == "which continent" else preposition.lower_
    return inverted(statement, f"{lead.capitalize()} {opening}", span(preposition))


def _told(mention: Mention, stem: str) -> bool:
    """Say whether the stem gives a word of the name away, other than what it is."""
    asked = set(stem.lower().rstrip("?").split()[:4])
    words = [word for word in mention.text.lower().split() if word not in asked | {"of", "the"}]
    return any(word in stem.lower() for word in words)


def _others(mention: Mention, opening: str) -> tuple[str, ...]:
    """Accept the name without the word that the question says: "Ammer" for "Ammer River"."""
    noun = opening.split()[-1]
    words = mention.text.split()
    bare = " ".join(word for word in words if word.lower() != noun)
    forms = (mention.canonical, bare if mention.name_class is not NameClass.PERSON and "of" not in words else "")
    return tuple(form for form in dict.fromkeys(forms) if form and form != mention.text)
