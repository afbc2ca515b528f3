"""Ordering: dated events of the article, to be put in the order in which they happened."""

from quizzes.engine import explanations
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Interaction, Kind, Option, Prompt
from quizzes.engine.writing.events import MOST, Event, find_events, sets_of
from quizzes.engine.writing.rule import Article

STEM = "Put these events in order, the earliest first."


def write_article(article: Article) -> list[Draft]:
    """Return an order for each set of three to five events in different years."""
    return [_draft(events, article) for events in sets_of(find_events(article), ordered=True)]


def _draft(events: tuple[Event, ...], article: Article) -> Draft:
    right = sorted(events, key=lambda event: event.when)
    why = [_why(event, article) for event in right]
    return Draft(
        kind=Kind.ORDERING,
        interaction=Interaction.ORDER,
        stem=STEM,
        keys=(" → ".join(event.text for event in right),),
        fact=right[0].fact,
        answer_class=AnswerClass.ORDER,
        rule="order-events",
        options=tuple(Option(event.text, True, told, event.place) for event, told in zip(right, why, strict=True)),
        prompts=tuple(Prompt(str(place), event.text, event.place) for place, event in enumerate(right, start=1)),
        more_evidence=tuple(event.place for event in right[1:]),
        explanation=" ".join(why),
        features={"kind_ordering": 1.0, "pairs": len(right) / MOST, "salience": _salience(right)},
    )


def _why(event: Event, article: Article) -> str:
    text = article.paragraphs[event.fact.paragraph - 1].text
    date = text[event.date.start : event.date.end]
    return explanations.of_event(event.text, date, event.fact.paragraph, text[event.fact.start : event.fact.end])


def _salience(events: list[Event]) -> float:
    return sum(event.fact.salience for event in events) / len(events)
