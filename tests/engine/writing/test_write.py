import pytest

from quizzes.engine.items.values import GAP, Kind
from quizzes.engine.writing import RULES
from tests.engine.articles import drafts, paragraphs

TEXTS = (
    "In Norway, at least 2,000 passengers use the “night ferry” of Leith. In Sweden, roughly 650 passengers do.",
    "Dr. Maria Lindqvist, a physician at Dornach University, sold the mill in 1911. She moved to Portugal.",
    "The clerks of Leith met on 14 June 1963. They chose General Omar Haddad because he was late.",
)


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert all(rule.summary.endswith(".") for rule in RULES)


def test_the_same_text_gives_the_same_drafts() -> None:
    assert drafts(*TEXTS) == drafts(*TEXTS)


def test_every_key_stands_where_its_source_says() -> None:
    texts = {paragraph.number: paragraph.text for paragraph in paragraphs(*TEXTS)}
    for draft in drafts(*TEXTS):
        source = draft.key_source
        assert source is not None
        if draft.kind is not Kind.TRUE_FALSE:
            exact = texts[source.paragraph][source.start : source.end]
            assert exact in draft.keys


@pytest.mark.parametrize("draft", drafts(*TEXTS), ids=lambda draft: f"{draft.rule}-{draft.interaction}")
def test_every_stem_is_well_formed(draft) -> None:
    assert "  " not in draft.stem
    assert draft.stem[0].isupper() or draft.stem.startswith((GAP, "“"))
    assert draft.stem.endswith((".", "?", ".”"))
    assert draft.stem.count(GAP) == (1 if draft.kind is Kind.CLOZE else 0)
    assert all(0 <= value <= 1 for value in draft.features.values())
