"""The project's own articles, set badly, come back as they were: every boundary, every divided word, every kind."""

import pytest

from quizzes.engine.text import clean_text
from tests.corpus.messy import setting
from tests.corpus.messy.articles import NAMES, gold
from tests.corpus.messy.setting import Rendering

RENDERINGS = {
    "gaps, 28": Rendering(28),
    "gaps, 34": Rendering(34),
    "gaps, 46, words whole": Rendering(46, divide=False),
    "gaps, 60": Rendering(60),
    "indents, 30": Rendering(30, indent=2),
    "indents, 40": Rendering(40, indent=3),
    "soft hyphens, 36": Rendering(36, soft=True, indent=2),
    "soft hyphens, 52": Rendering(52, soft=True),
    "gaps within sentences, 42": Rendering(42, change=setting.with_gaps_in_sentences),
    "gaps within sentences, 58": Rendering(58, change=setting.with_gaps_in_sentences),
    "page numbers, 36": Rendering(36, furniture=setting.numbered, indent=2, height=29),
    "heads that change sides, 44": Rendering(44, furniture=setting.newspaper, indent=2),
    "printed by a browser, 56": Rendering(56, furniture=setting.browser, indent=2, height=33),
    "journal, 48": Rendering(48, furniture=setting.journal, indent=2, height=37),
    "Windows line ends, 50": Rendering(50, change=setting.windows),
    "ligatures and fixed spaces, 54": Rendering(54, change=setting.typeset),
    "soft hyphens within words, 60": Rendering(60, divide=False, change=setting.soft_inside),
    "drop capital, 40": Rendering(40, indent=2, change=setting.drop_capital),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rendering", RENDERINGS)
def test_an_article_comes_back(name, rendering):
    wanted = gold(name)
    cleaned = clean_text(RENDERINGS[rendering](wanted))
    assert [(str(each.kind), each.text) for each in cleaned.paragraphs] == list(wanted)


CHANGES = {"plain": str, "gaps within sentences": setting.with_gaps_in_sentences}


@pytest.mark.parametrize("indent", [0, 2])
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", NAMES)
def test_an_article_comes_back_from_every_width(name, change, indent):
    wanted = gold(name)
    for width in range(28, 62, 2):
        cleaned = clean_text(Rendering(width, indent=indent, change=CHANGES[change])(wanted))
        assert said(cleaned) == joined(wanted), width


@pytest.mark.parametrize("furniture", [setting.numbered, setting.newspaper, setting.browser, setting.journal])
@pytest.mark.parametrize("name", NAMES)
def test_an_article_comes_back_from_its_pages(name, furniture):
    wanted = gold(name)
    for width in range(28, 62, 6):
        for height in (23, 31):
            cleaned = clean_text(Rendering(width, furniture=furniture, indent=2, height=height)(wanted))
            assert said(cleaned) == joined(wanted), (width, height)


def said(cleaned):
    return joined((str(each.kind), each.text) for each in cleaned.paragraphs)


def joined(rows):
    """Leave aside the one word that an article spells in both ways ("southeast", "south-west")."""
    return [(kind, text.replace("southwest", "south-west")) for kind, text in rows]


@pytest.mark.parametrize("furniture", [setting.numbered, setting.newspaper, setting.browser, setting.journal])
def test_no_furniture_survives_at_any_width(furniture):
    wanted = gold("sea-otters")
    for width in range(28, 61, 8):
        cleaned = clean_text(Rendering(width, furniture=furniture)(wanted))
        said = " ".join(each.text for each in cleaned.paragraphs)
        assert said.replace("southwest", "south-west").split() == " ".join(text for _, text in wanted).split()
        assert cleaned.removed
