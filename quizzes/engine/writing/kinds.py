"""What a name says it is: "Ammer River" and "the river Ammer" are rivers, "University of Leith" a university."""

from quizzes.engine.language.lexicon import CITIES, CONTINENTS, COUNTRIES
from quizzes.engine.language.values import Mention

# what the last word, the first one or a noun in front may say a name is: "Ammer River", "Lake Ammer", "the river Ammer"
KINDS = frozenset(
    """river lake island university college museum hospital newspaper magazine company church cathedral palace castle
    bridge street province county district party festival award prize treaty battle team stadium theatre theater channel
    tower canal valley desert peninsula bay strait sea ocean library academy institute council committee commission
    foundation bank airport prison fort harbour harbor mountain ship film novel opera dynasty agency court""".split()
)
FIRST = {"Lake": "lake", "Mount": "mountain", "Fort": "fort", "River": "river"}
OF = frozenset("university battle treaty bank museum bay gulf strait isle church council institute siege".split())


def kind_of(mention: Mention, before: str = "") -> str | None:
    """Return what a name says it is, or the noun before it does; None where neither tells."""
    words = mention.text.split()
    if mention.canonical in COUNTRIES:
        return "country"
    if mention.canonical in CITIES and mention.text != "Washington":
        return "city"
    if mention.canonical in CONTINENTS:
        return "continent"
    if len(words) > 1:
        if words[0] in FIRST:
            return FIRST[words[0]]
        if words[1] == "of" and words[0].lower() in OF:
            return words[0].lower()
        if words[-1].lower() in KINDS:
            return words[-1].lower()
    return before if before in KINDS else None
