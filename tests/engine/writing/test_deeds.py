import pytest

from quizzes.engine.writing.deeds import called
from tests.engine.articles import asked

BESIDE = "The old ferry of Sandby carried 40 passengers across the wide river. {}"


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("Ada Holm, who designed the first iron bridge of Sandby in 1911, bought the railway.", True),
        ("Ada Holm, who was asked about the first iron bridge of Sandby in 1911, bought the railway.", False),
        ("Ada Holm, who waved at Norway from the first iron bridge of Sandby, bought the railway.", False),
        ("Ada Holm, who took off two heavy leather boots in Sandby in 1911, bought the railway.", False),
    ],
)
def test_who_asks_for_deeds(sentence: str, deed: bool) -> None:
    text = BESIDE.format(sentence) + " Holm sold the ferry. Holm left in May."
    assert bool(asked("who-clause", text)) is deed


def test_whom_the_article_calls_the_driver_is_asked_for_by_name() -> None:
    text = (
        "The driver stayed in the cab of the runaway train. The train's driver, Ada Holm, lives in Sandby. "
        "Ada Holm sounded the horn for the last two miles of the line."
    )
    stems = {stem for stem, _ in asked("who-subject", text)}
    assert any(
        stem.endswith("the name of the driver who sounded the horn for the last two miles of the line?")
        for stem in stems
    )


def test_a_role_of_several_people_names_nobody() -> None:
    text = (
        "The driver stayed in the cab of the runaway train. The train's driver, Ada Holm, lives in Sandby, like other "
        "drivers. Ada Holm sounded the horn for the last two miles of the line."
    )
    assert not any("the driver who" in stem for stem, _ in asked("who-subject", text))


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("In 1866, cholera came back.", True),
        ("In 1866, cholera came back for the last time.", False),
        ("In 1866, cholera came back. In 1848, cholera returned with the ships.", False),
        ("Norway bought the mill in 1911. Norway sold the pier in 1913.", True),
        ("Norway bought the mill in 1911. Norway purchased the pier in 1913.", False),
    ],
)
def test_when_has_one_date(text: str, dated: bool) -> None:
    assert bool(asked("when", text)) is dated


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In 1911, the bank would cause a small flood in Sandby.", id="what would happen is no date"),
        pytest.param("Early versions were in use in the mills of Sandby by 1911.", id="versions of what"),
    ],
)
def test_when_is_not_asked_of(text: str) -> None:
    assert not asked("when", text)


@pytest.mark.parametrize(
    ("sentence", "placed"),
    [
        ("The council of Leith built the largest paper mill of the valley in Scarborough.", True),
        ("The council of Leith once built the largest paper mill of the valley in Scarborough.", False),
        ("The council of Leith cut too much off the largest paper mill of the valley in Scarborough.", False),
    ],
)
def test_where_has_one_place(sentence: str, placed: bool) -> None:
    stems = {stem for rule in ("where", "which") for stem, _ in asked(rule, BESIDE.format(sentence))}
    assert any("where did" in stem.lower() for stem in stems) is placed, stems


@pytest.mark.parametrize(
    ("context", "told"),
    [
        ("Many would have died had the train's driver left.", True),
        ("The mayor of Sandby had refused.", True),
        ("The river of Sandby had risen.", False),
        (None, False),
    ],
)
def test_a_context_line_may_call_somebody_by_a_noun(context: str | None, told: bool) -> None:
    assert called(context) is told
