from benchmarks.floors import raised, reached
from benchmarks.quality import Measured
from quizzes.engine.text import clean
from tests.engine.sample import TEXT, generation

ARTICLE = Measured("ferry", clean(TEXT), generation())


def test_floors_rise_and_never_sink():
    now = reached(ARTICLE)
    before = {"ferry": {**now, "shown": now["shown"] + 5, "kinds": 0}}
    assert raised(before, [ARTICLE]) == {"ferry": {**now, "shown": now["shown"] + 5}}


def test_a_new_article_starts_with_what_it_reaches():
    assert raised({"gone": {"shown": 3}}, [ARTICLE]) == {"ferry": reached(ARTICLE)}
