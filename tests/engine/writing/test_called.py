import pytest

from tests.engine.articles import asked, drafts


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "In Norway the steady divergence of two clocks is called drift.",
            "In Norway the steady divergence of two clocks is called _____.",
            "drift",
        ),
        (
            "The Norway office sorts its servers into layers called strata.",
            "The Norway office sorts its servers into layers called _____.",
            "strata",
        ),
        (
            "Sailors in Leith called it the Great Calm, a summer without wind.",
            "Sailors in Leith called it the _____, a summer without wind.",
            "Great Calm",
        ),
        (
            "The tax on windows in Leith was known as the daylight levy.",
            "The tax on windows in Leith was known as the _____.",
            "daylight levy",
        ),
    ],
)
def test_a_term_is_asked_where_it_is_given(text: str, stem: str, key: str) -> None:
    assert (stem, key) in asked("gap-called", text)


@pytest.mark.parametrize(
    "text",
    [
        "The widow in Leith married a sailor called Otto Holm in May of that year.",  # a person
        "One of the regulars in Leith was a widower in his seventies called Moor.",
        "The school of Leith runs a program called the Council on Higher Studies.",  # half a name
        "The council of Leith called a meeting in May about the old tannery bridge.",  # calls nothing by a name
        "In Leith a court of appeal is called an appeal court.",  # says itself
        "The council of Leith called it one in May.",
    ],
)
def test_what_gives_no_term(text: str) -> None:
    assert asked("gap-called", text) == set()


def test_a_term_with_an_owner_is_accepted_without_one() -> None:
    text = "Clara Weiss keeps in Leith a drawer of what she calls her failures."
    (draft,) = [draft for draft in drafts(text) if draft.rule == "gap-called"]
    assert draft.keys == ("her failures", "failures")
