"""Matching: years with events, people and places with what is said of them, quotations with their speakers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from quizzes.engine import explanations
from quizzes.engine.items.draft import AnswerClass, Draft, Fact
from quizzes.engine.items.values import Interaction, Kind, Option, Prompt, Source
from quizzes.engine.items.wording import meaning, stands_in
from quizzes.engine.language.values import FigureClass, NameClass, Sentence
from quizzes.engine.writing import how_many, quotation, roles, who, who_clause
from quizzes.engine.writing.described import descriptions
from quizzes.engine.writing.events import FEWEST, MOST, find_events, sets_of
from quizzes.engine.writing.rule import Article

WHO = re.compile(r"^(Who|Which \w+) (.+)\?$")
SAID = {
    "Who": "Match each person with what the article says of them.",
    "Which country": "Match each country with what the article says of it.",
    "Which city": "Match each city with what the article says of it.",
    "Which organization": "Match each organization with what the article says of it.",
    "Which company": "Match each company with what the article says of it.",
}
SLIGHT = re.compile(
    r"^(?:is|was) (?:\d+ years old|born|dead)\b|[“”\"]"
    r"|\b(?:so far|now|today|currently|recently|this|these|had|her|his|their|its|him|them)\b"
)
LONGEST_PREDICATE, LONGEST_QUOTATION, LONGEST_QUESTION = 16, 28, 16
LIKE_SIZE = 8
DRAFTS = 10
SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """A prompt with its option and the place of each; `value` orders figures."""

    prompt: str
    match: str
    fact: Fact
    prompt_place: Source
    match_place: Source
    value: float = 0.0


def write_years(article: Article) -> list[Draft]:
    """Match events with the years in which they happened; a year that belongs to none may stand beside them."""
    drafts = []
    for events in sets_of(find_events(article), ordered=False, most=DRAFTS):
        pairs = [
            Pair(
                event.text, str(event.when[0]), event.fact, event.place, _year_place(event.date, article), event.when[0]
            )
            for event in events
        ]
        drafts.append(
            _draft("Match each event with its year.", "match-years", pairs, article, _other_year(pairs, article))
        )
    return drafts


def _year_place(date: Source, article: Article) -> Source:
    """Return where the year itself stands: "1911" in "4 May 1911"."""
    text = article.paragraphs[date.paragraph - 1].text
    found = re.search(r"\b(?:1\d{3}|20\d{2})\b", text[date.start : date.end])
    return Source(date.paragraph, date.start + found.start(), date.start + found.end()) if found else date


def _other_year(pairs: Sequence[Pair], article: Article) -> tuple[str, Source] | None:
    """Return a year of the article that no pair has and whose sentence tells of something else."""
    taken = {pair.match for pair in pairs}
    low, high = min(pair.value for pair in pairs), max(pair.value for pair in pairs)
    for figure in article.analysis.figures:
        if figure.figure_class is not FigureClass.YEAR or figure.text in taken or not low <= figure.value <= high:
            continue
        sentence = next(
            (
                s
                for s in article.analysis.sentences
                if s.paragraph == figure.paragraph and s.start <= figure.start < s.end
            ),
            None,
        )
        if sentence is not None and all(
            len(meaning(pair.prompt) & meaning(sentence.text)) < SHARED * len(meaning(pair.prompt)) for pair in pairs
        ):
            return figure.text, Source(figure.paragraph, figure.start, figure.end)
    return None


def write_predicates(article: Article) -> list[Draft]:
    """Match people, countries or organizations with what is said of them; each name once."""
    asked = [
        draft
        for statement in article.statements
        if not statement.verbatim
        for draft in who.write_subject(statement, article)
    ]
    asked += roles.write_article(article) + who_clause.write_article(article)
    groups: dict[str, dict[str, Pair]] = {}
    for draft in asked:
        found = WHO.match(draft.stem)
        source = draft.key_source
        if found is None or source is None or not draft.features.get("settled") or draft.kind is not Kind.SHORT_ANSWER:
            continue
        opening, predicate = found.groups()
        if opening == "Who" and len(draft.keys[0].split()) < 2:
            continue  # full names stand together
        if opening in SAID and not SLIGHT.search(predicate) and len(predicate.split()) <= LONGEST_PREDICATE:
            place = Source(draft.fact.paragraph, draft.fact.start, draft.fact.end)
            groups.setdefault(opening, {}).setdefault(
                draft.keys[0], Pair(draft.keys[0], predicate, draft.fact, source, place)
            )
    drafts = []
    for opening, pairs in groups.items():
        for chosen in _sets(list(pairs.values())):
            drafts.append(_draft(SAID[opening], "match-said", chosen, article, None))
    return drafts


def write_roles(article: Article) -> list[Draft]:
    """Match people with their descriptions; each person once."""
    pairs: dict[str, Pair] = {}
    for mention, place in descriptions(article):
        text = article.paragraphs[place.paragraph - 1].text
        sentence = _sentence_at(place, article)
        if sentence is None or mention.canonical in pairs:
            continue
        role = text[place.start : place.end]
        fact = Fact(place.paragraph, sentence.start, sentence.end, f"{mention.canonical}: {role}.", 0.5)
        named = Source(mention.paragraph, mention.start, mention.end)
        pairs[mention.canonical] = Pair(mention.canonical, role, fact, named, place)
    return [
        _draft("Match each person with their description.", "match-roles", chosen, article, None)
        for chosen in _sets(list(pairs.values()))
    ]


def _sentence_at(place: Source, article: Article) -> Sentence | None:
    return next(
        (s for s in article.analysis.sentences if s.paragraph == place.paragraph and s.start <= place.start < s.end),
        None,
    )


def write_figures(article: Article) -> list[Draft]:
    """Match questions after counts with their figures, which are of like size so that none is guessed."""
    pairs: dict[float, Pair] = {}
    for statement in article.statements:
        if statement.verbatim:
            continue
        for draft in how_many.write(statement, article):
            source, value = draft.key_source, draft.value
            settled = draft.kind is Kind.SHORT_ANSWER and draft.features.get("settled")
            plain = settled and source is not None and value is not None
            if (
                plain
                and source
                and value
                and len(draft.stem.split()) <= LONGEST_QUESTION
                and draft.keys[0][0].isdigit()
            ):
                pairs.setdefault(value, Pair(draft.stem, draft.keys[0], draft.fact, source, source, value))
    return [
        _draft("Match each question with its answer.", "match-figures", chosen, article, None)
        for chosen in _sets(list(pairs.values()))
        if max(pair.value for pair in chosen) <= LIKE_SIZE * min(pair.value for pair in chosen)
    ]


def write_quotations(article: Article) -> list[Draft]:
    """Match quotations with those who said them; another person of the article may stand beside them."""
    pairs: dict[str, Pair] = {}
    for draft in quotation.write_article(article):
        source = draft.key_source
        quote = draft.stem.removeprefix("Who said, ").removesuffix("?")
        if draft.kind is not Kind.SHORT_ANSWER or source is None or len(quote.split()) > LONGEST_QUOTATION:
            continue
        place = Source(draft.fact.paragraph, draft.fact.start, draft.fact.end)
        pairs.setdefault(draft.keys[0], Pair(quote, draft.keys[0], draft.fact, place, source))
    return [
        _draft(
            "Match each quotation with the person who said it.",
            "match-quotations",
            chosen,
            article,
            _other_person(chosen, article),
        )
        for chosen in _sets(list(pairs.values()))
    ]


def _other_person(pairs: Sequence[Pair], article: Article) -> tuple[str, Source] | None:
    """Return another person with a full name, of whom no word is in any pair."""
    taken = {word for pair in pairs for word in pair.match.split()}
    for mention in article.analysis.mentions:
        words = mention.canonical.split()
        if mention.name_class is NameClass.PERSON and len(words) > 1 and not taken & set(words):
            return mention.canonical, Source(mention.paragraph, mention.start, mention.end)
    return None


def _sets(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, ...]]:
    """Yield sets of pairs, the largest and most salient first, in which no side fits another pair."""
    best = sorted(pairs, key=lambda pair: -pair.fact.salience)[: MOST + 2]
    given = 0
    for size in range(min(MOST, len(best)), FEWEST - 1, -1):
        for chosen in combinations(best, size):
            if given < DRAFTS and all(_distinct(one, other) for one, other in combinations(chosen, 2)):
                given += 1
                yield chosen


def _distinct(one: Pair, other: Pair) -> bool:
    """Say whether two pairs cannot be mixed up: other sentences, other words, and neither names the other."""
    if (
        one.fact.paragraph == other.fact.paragraph
        and one.fact.start < other.fact.end
        and other.fact.start < one.fact.end
    ):
        return False
    capitals = [{word for word in pair.match.split() if word[0].isupper()} for pair in (one, other)]
    if one.match[0].isupper() and capitals[0] & capitals[1]:
        return False  # two of one surname
    matches = meaning(one.match), meaning(other.match)
    if len(matches[0] & matches[1]) > SHARED * min(map(len, matches)):
        return False  # "head teacher" and "head teacher of a school in Leith"
    told = meaning(one.prompt), meaning(other.prompt)
    if len(told[0] & told[1]) > SHARED * min(map(len, told)):
        return False
    texts = (one.prompt, one.match), (other.prompt, other.match)
    return not any(stands_in(side, text) for mine, theirs in (texts, texts[::-1]) for side in mine for text in theirs)


def _draft(stem: str, rule: str, pairs: Sequence[Pair], article: Article, other: tuple[str, Source] | None) -> Draft:
    shown = sorted(pairs, key=lambda pair: pair.prompt.strip("“"))
    options = [(pair.value, Option(pair.match, True, _why(pair, article), pair.match_place)) for pair in pairs]
    if other is not None:
        text, place = other
        value = float(text) if text.isdigit() else 0.0
        options.append((value, Option(text, False, explanations.of_unmatched(text), place)))
    options.sort(key=lambda given: (given[0], given[1].text.lower()))
    if [option.text for _, option in options if option.key] == [pair.match for pair in shown]:
        shown = [*shown[1:], shown[0]]  # else the first belongs to the first, the second to the second ...
    why = [_why(pair, article) for pair in shown]
    return Draft(
        kind=Kind.MATCHING,
        interaction=Interaction.MATCH,
        stem=stem,
        keys=("; ".join(f"{pair.prompt.rstrip('?')} – {pair.match}" for pair in shown),),
        fact=shown[0].fact,
        answer_class=AnswerClass.PAIRS,
        rule=rule,
        options=tuple(option for _, option in options),
        prompts=tuple(Prompt(pair.prompt, pair.match, pair.prompt_place) for pair in shown),
        more_evidence=tuple(Source(p.fact.paragraph, p.fact.start, p.fact.end) for p in shown[1:]),
        explanation=" ".join(why),
        features={
            "kind_matching": 1.0,
            "pairs": len(shown) / MOST,
            "salience": sum(pair.fact.salience for pair in shown) / len(shown),
        },
    )


def _why(pair: Pair, article: Article) -> str:
    text = article.paragraphs[pair.fact.paragraph - 1].text
    return explanations.of_pair(pair.prompt, pair.match, pair.fact.paragraph, text[pair.fact.start : pair.fact.end])
