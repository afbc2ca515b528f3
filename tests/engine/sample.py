"""An invented article of about 300 words, and what the engine makes of it, worked out once a session."""

from functools import cache

from quizzes.engine.pipeline import Generation, generate
from quizzes.engine.text import Paragraph, clean

TEXT = """The night ferry of Lake Ammer

For most of the last century the only way across Lake Ammer after dark was a flat wooden boat. The town of
Dornach launched the first ferry in 1924 and sold 3,200 tickets in its first summer.

The boat was designed by Clara Weiss, an engineer from the Dornach shipyard. Weiss built 14 ferries before she
retired in 1951. In Norway, at least 900 passengers a week use ferries of the same design.

In Sweden, a copy of the ferry carries roughly 650 passengers a week. In Finland, a smaller model carries 400
passengers a week. In Denmark, the newest model carries about 1,200 passengers a week.

The crossing cost 20 cents in 1924 and 3 euros in 2011. On June 14, 1963, a storm sank the ferry off Cape
Lind. All 48 passengers were rescued by fishermen from the village of Sandby.

The historian Erik Holm studied the letters of the passengers. Holm claims that the captain had refused to
sail until the mayor ordered him to leave. The mayor, Anna Brandt, denied the claim in 1964.

The Lakes Authority closed the line in 2011 because repairs had become too expensive. Nearly 60% of the
travellers now take the bridge at Kallsund. The bridge opened in 2009 and cost 82 million euros.

The museum in Dornach bought the last boat for 15,000 euros. More than 40,000 visitors have seen the boat
since 2015. The museum plans to open a second hall in 2028.

Marta Lund, a captain from Sandby, will steer the boat again next to the old pier. Lund said that children
deserve to hear the sound of the engine. The engine weighs 700 kilograms and was made in Norway.
"""


@cache
def paragraphs() -> tuple[Paragraph, ...]:
    """The cleaned article."""
    return clean(TEXT)


@cache
def generation(seed: int = 0) -> Generation:
    """All items of the article for a seed."""
    return generate(paragraphs(), seed=seed)
