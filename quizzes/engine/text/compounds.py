"""Parts of English compounds, by how they are written: solid, with a hyphen, or as the writer spells."""

import re

# A prefix before a whole word is hyphenated unless the solid word is established ("semi-retired" but "prevail");
# some are nearly always written solid ("overseen"), some nearly never ("self-styled").
PREFIXES = frozenset("anti co cross extra half mid multi neo non post pre pro re semi ultra vice well".split())
SOLID_PREFIXES = frozenset(
    "aero astro bio counter electro fore geo hydro hyper inter micro mis out over photo poly sub super tele thermo"
    " trans un under up".split()
)
APART_PREFIXES = frozenset("all ex pseudo quasi self".split())
# "mother-in-|law", "day-to-|day", "state-of-|the-art": the little word in the middle never joins what follows.
MIDDLES = frozenset("a an and by de du for in la le of on or the to up van von".split())
# "follow-|up", "hands-|on", "mother-|in-law": what comes second after a whole word.
PARTICLES = frozenset("by in of off on out to up".split())
# English writes compounds on these solid, even rare ones ("footbridge"), and the endings among them always.
SOLID_HEADS = frozenset(
    "able back bed berry bird board boat bridge burn colour craft fall father field fire fish ful ground hood house"
    " keeper keeping land less light maker man men mill mother ness over paper path place port print room screen ship"
    " shop side smith some song stone storm town ward wash water way weed wide woman women wood word work worm"
    " wreck".split()
)
# "south-|west": American writers join these, British ones do not.
COMPASS = re.compile(r"(?:north|south)(?:east|west)(?:ern|ward|wards|erly)?s?")
BRITISH = frozenset(
    "metre metres kilometre kilometres centre centres centimetres litres harbour colour colours labour neighbour"
    " neighbours favour favourite honour rumour towards programme grey tonnes whilst defence theatre travelled".split()
)
AMERICAN = frozenset(
    "meter meters kilometer kilometers center centers centimeters liters harbor color colors labor neighbor neighbors"
    " favor favorite honor rumor toward program gray defense theater traveled".split()
)
# British writers also keep these apart: "non-|profit", "post-|war", "re-|elect", "hand-|made", "take-|off".
# These often do, and the solid word must be better known ("seasick", "bottleneck", "waterborne").
OFTEN_SOLID = frozenset(
    "ache apple bag bell bone borne box brush cake cap cart case cell coat corn cup dog drop dust fly gear glass"
    " grass guard hole hook horn horse jack jacket lace lock log mate meal nail neck net nut pack pan pie pin pipe"
    " plane plate pole pool pot proof rail ring ringer roof rope sack saw scape seller shed shell shoe sick skin skirt"
    " spoon stick stool strap stream string stroke tail teacher top trap tub vine wall wheel worker yard".split()
)
TENS = frozenset(
    "twenty thirty forty fifty sixty seventy eighty ninety one two three four five six seven eight nine ten hundred"
    " thousand million".split()
)
UNITS = frozenset(
    "one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth half"
    " halves thirds quarter quarters fourths fifths sixths sevenths eighths ninths tenth tenths hundredth hundredths"
    " thousandth thousandths million".split()
)
BRITISH_PREFIXES = frozenset("co non semi".split())
BRITISH_ENDS = frozenset("held made off offs up ups".split())
# "for-|bidding", "her-|self": no compound begins with these.
NEVER_APART = frozenset("be for her him how my them there what when where with".split())
NEVER_SOLID = frozenset(
    {
        f"{left}-{right}"
        for left in ("in", "on", "off")
        for right in ("air", "demand", "depth", "house", "person", "site")
    }
    | {"no-one", "would-be", "passer-by", "passers-by", "inter-war"}
)
