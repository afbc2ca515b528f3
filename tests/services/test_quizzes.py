"""Quizzes: which items are chosen, how they move, and when nothing moves any more."""

import pytest

from quizzes.models import Evidence, Item
from quizzes.services import quizzes as services
from quizzes.services.blueprints import Blueprint, choose
from tests import factories

WORDS = ("Ant", "Bee", "Cat", "Dog", "Elk", "Fox", "Gnu", "Hen", "Ibis", "Jay")


def approved(article, paragraph: int, score: float) -> Item:
    word = WORDS[round(score * 10)]
    wording = {"stem": f"Who brought the {word} to {word}land?", "keys": [f"{word} {word}son"]}
    item = factories.item(article, state=Item.State.APPROVED, paragraph=paragraph, **wording)
    item.current.evidence.update(start=round(score * 10), end=round(score * 10) + 1)
    Item.objects.filter(pk=item.pk).update(score=score)
    item.refresh_from_db()
    return item


def chosen(article, count: int) -> list[Item]:
    return list(choose(article.owner, article.revisions.latest("number"), Blueprint(count)).items)


def stems(quiz) -> list[int]:
    return list(quiz.slots.values_list("item", flat=True))


def positions(quiz) -> list[int]:
    return list(quiz.slots.values_list("position", flat=True))


@pytest.fixture
def article(instructor):
    return factories.article(instructor)


@pytest.fixture
def bank(article) -> dict[str, Item]:
    """Three items about paragraph 1, one each about 2 and 3, and some that nobody approved."""
    factories.item(article)
    factories.item(article, state=Item.State.REJECTED)
    wanted = {"best": (1, 0.9), "good": (1, 0.8), "fair": (1, 0.7), "second": (2, 0.3), "third": (3, 0.2)}
    return {name: approved(article, paragraph, score) for name, (paragraph, score) in wanted.items()}


@pytest.mark.parametrize(
    ("count", "names"),
    [
        (1, ["best"]),
        (2, ["best", "second"]),
        (3, ["best", "second", "third"]),
        (4, ["best", "good", "second", "third"]),
        (9, ["best", "good", "fair", "second", "third"]),
    ],
)
def test_each_paragraph_gives_its_best_before_any_gives_two(article, bank, count, names):
    assert chosen(article, count) == [bank[name] for name in names]


def test_an_item_with_evidence_in_two_paragraphs_counts_for_the_first(article, bank):
    paragraph = article.revisions.get().paragraphs.get(number=1)
    Evidence.objects.create(item_revision=bank["third"].current, paragraph=paragraph, start=0, end=3, exact="The")

    assert chosen(article, 2) == [bank["best"], bank["second"]]


def test_a_quiz_pins_the_wording_of_its_items(instructor, article, bank):
    quiz = services.create_quiz(instructor, article=article, title=" First reading ", count=3)

    assert quiz.title == "First reading"
    assert stems(quiz) == [bank[name].pk for name in ("best", "second", "third")]
    assert all(slot.item_revision == slot.item.current for slot in quiz.slots.all())


def test_a_quiz_without_a_title_takes_the_article_s(instructor, article, bank):
    assert services.create_quiz(instructor, article=article).title == article.title


def test_a_quiz_of_nothing_is_refused(instructor, article):
    with pytest.raises(services.QuizError, match="Approve some first"):
        services.create_quiz(instructor, article=article)


@pytest.fixture
def quiz(instructor):
    return factories.quiz(instructor, items=3)


@pytest.mark.parametrize(
    ("position", "step", "order", "now_at"),
    [(1, 1, [1, 0, 2], 2), (3, -1, [0, 2, 1], 2), (1, -1, [0, 1, 2], 1), (3, 1, [0, 1, 2], 3), (7, 1, [0, 1, 2], 7)],
)
def test_a_slot_moves_one_place_and_stops_at_the_ends(instructor, quiz, position, step, order, now_at):
    before = stems(quiz)

    assert services.move_slot(instructor, quiz=quiz, position=position, step=step) == now_at
    assert stems(quiz) == [before[index] for index in order]
    assert positions(quiz) == [1, 2, 3]


def test_a_slot_taken_out_leaves_no_gap(instructor, quiz):
    first, _, third = stems(quiz)
    services.remove_slot(instructor, quiz=quiz, position=2)

    assert (stems(quiz), positions(quiz)) == ([first, third], [1, 2])


def test_taking_out_what_is_gone_changes_nothing(instructor, quiz):
    services.remove_slot(instructor, quiz=quiz, position=9)

    assert positions(quiz) == [1, 2, 3]


def test_the_last_slot_stays(instructor):
    quiz = factories.quiz(instructor, items=1)
    with pytest.raises(services.QuizError, match="needs a question"):
        services.remove_slot(instructor, quiz=quiz, position=1)


def test_an_item_is_added_at_the_end_once(instructor, quiz):
    item = factories.item(quiz.article_revision.article, state=Item.State.APPROVED)
    services.add_item(instructor, quiz=quiz, item=item.uuid)
    services.add_item(instructor, quiz=quiz, item=item.uuid)

    assert stems(quiz)[3:] == [item.pk]


def test_an_item_that_is_not_approved_is_refused(instructor, quiz):
    item = factories.item(quiz.article_revision.article)
    with pytest.raises(services.QuizError, match="not approved"):
        services.add_item(instructor, quiz=quiz, item=item.uuid)


def test_an_item_of_another_article_is_refused(instructor, quiz):
    item = factories.item(factories.article(instructor), state=Item.State.APPROVED)
    with pytest.raises(services.QuizError, match="not approved"):
        services.add_item(instructor, quiz=quiz, item=item.uuid)


def test_assembling_again_replaces_the_slots(instructor, quiz):
    services.assemble_again(instructor, quiz=quiz, blueprint=Blueprint(1))

    assert positions(quiz) == [1]


def test_assembling_again_with_nothing_approved_keeps_the_slots(instructor, quiz):
    Item.objects.update(state=Item.State.PROPOSED)
    with pytest.raises(services.QuizError, match="Approve some first"):
        services.assemble_again(instructor, quiz=quiz, blueprint=Blueprint(2))

    assert positions(quiz) == [1, 2, 3]


CHANGES = {
    "move": lambda user, quiz: services.move_slot(user, quiz=quiz, position=1, step=1),
    "remove": lambda user, quiz: services.remove_slot(user, quiz=quiz, position=1),
    "add": lambda user, quiz: services.add_item(user, quiz=quiz, item=quiz.uuid),
    "assemble": lambda user, quiz: services.assemble_again(user, quiz=quiz, blueprint=Blueprint(2)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_quiz_that_someone_has_started_stays_as_it_is(change, instructor, classroom, learner, quiz):
    before = stems(quiz)
    factories.attempt(factories.assignment(classroom, quiz), learner)
    with pytest.raises(services.QuizError, match="Someone has started this quiz"):
        CHANGES[change](instructor, quiz)

    assert stems(quiz) == before


def test_a_started_quiz_can_still_be_renamed(instructor, classroom, learner, quiz):
    factories.attempt(factories.assignment(classroom, quiz), learner)
    services.rename_quiz(instructor, quiz=quiz, title=" Second reading ")
    quiz.refresh_from_db()

    assert quiz.title == "Second reading"


@pytest.fixture
def rivals(instructor) -> tuple[Item, Item]:
    """An insertion and a locate about the same paragraph, the first with the better score."""
    source = factories.long_article(instructor)
    insertion = factories.insertion_item(source, state=Item.State.APPROVED)
    locate = factories.locate_item(source, state=Item.State.APPROVED)
    for option in locate.current.options:
        option["source"]["paragraph"] = 6
    locate.current.save()
    Item.objects.filter(pk=locate.pk).update(score=0.1)
    return insertion, locate


def test_items_that_give_each_other_away_are_not_chosen_together(rivals):
    insertion, _locate = rivals
    assert chosen(insertion.article, 5) == [insertion]


def test_an_item_that_gives_another_away_is_not_added(instructor, rivals):
    insertion, locate = rivals
    quiz = factories.quiz_of(instructor, insertion)
    with pytest.raises(services.QuizError, match="give each other away"):
        services.add_item(instructor, quiz=quiz, item=locate.uuid)
