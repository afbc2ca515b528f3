"""Words whose opposite certainly contradicts them in a plain statement, by what they are in it."""


def _both_ways(pairs: str) -> dict[str, str]:
    """Read "rise/fall open/close" into a table that leads from each to the other."""
    table: dict[str, str] = {}
    for pair in pairs.split():
        one, other = pair.split("/")
        table.setdefault(one, other)
        table.setdefault(other, one)
    return table


VERBS = _both_ways(
    """increase/decrease rise/fall grow/shrink allow/forbid accept/reject approve/reject
    support/oppose strengthen/weaken expand/shrink widen/narrow lengthen/shorten
    praise/criticize encourage/discourage permit/forbid raise/lower accelerate/slow survive/perish double/halve
    overestimate/underestimate legalize/ban welcome/condemn"""
) | {"decline": "increase", "win": "lose", "criticise": "praise", "reduce": "increase", "ban": "allow"}
# verbs of what was agreed to or brought off, with "to" behind them: "refused to pay", "failed to sell"
UNDERTAKEN = _both_ways("agree/refuse manage/fail remember/forget") | {"succeed": "fail", "decline": "agree"}
# verbs that keep their object or lack one when turned round
WITH_OBJECT = frozenset(
    """allow forbid accept reject approve support oppose strengthen weaken praise
    criticize encourage discourage permit raise lower welcome condemn legalize ban win criticise reduce
    overestimate underestimate""".split()
)
# what rises and falls: "exports rose", but no mountains and no forest
QUANTITIES = frozenset(
    """price export import number population temperature level rate share cost sale demand income output production wage
    tax profit loss use area harvest emission poverty unemployment inequality trade economy value revenue budget debt
    size pressure spending turnout attendance membership crime amount proportion salary rent ticket consumption deficit
    deforestation acceptance interest support traffic tourism shipment supply percentage birth death yield""".split()
)
MOTION = frozenset("rise fall grow shrink expand decrease increase decline double halve slow accelerate".split())
JOURNEYS = frozenset("go travel sail move fly walk march transfer emigrate migrate ship run swim send carry".split())
CONTESTS = frozenset("election vote war battle match game case seat referendum final race championship".split())
COMPARATIVES = _both_ways(
    """higher/lower larger/smaller bigger/smaller greater/smaller older/younger stronger/weaker faster/slower
    better/worse warmer/colder hotter/cooler heavier/lighter longer/shorter taller/shorter wider/narrower richer/poorer
    safer/riskier easier/harder brighter/darker deeper/shallower thicker/thinner earlier/later closer/farther
    cheaper/dearer quicker/slower fewer/more"""
)
SUPERLATIVES = _both_ways(
    """largest/smallest biggest/smallest oldest/newest highest/lowest longest/shortest tallest/shortest
    fastest/slowest strongest/weakest richest/poorest deepest/shallowest heaviest/lightest
    hottest/coldest brightest/faintest northernmost/southernmost easternmost/westernmost youngest/oldest
    earliest/latest cheapest/dearest"""
)
DIRECTIONS = _both_ways(
    """north/south east/west northern/southern eastern/western northwest/southeast northeast/southwest
    northward/southward eastward/westward northwards/southwards eastwards/westwards upstream/downstream"""
)
# nouns whose opposite denies them where they are what is claimed: "an increase in rents", "a majority of growers"
NOUNS = _both_ways(
    """increase/decrease rise/fall majority/minority profit/loss surplus/deficit victory/defeat success/failure
    advantage/disadvantage strength/weakness boys/girls import/export imports/exports"""
) | {"shortage": "surplus", "reduction": "increase", "decline": "rise"}
OFTEN = {"often": "rarely", "usually": "rarely", "frequently": "rarely", "rarely": "often", "seldom": "often"}
MANY = {"most": "few", "many": "few", "few": "many"}
# what a plain "is" says of its subject
QUALITIES = _both_ways(
    """large/small high/low fast/slow cheap/expensive easy/difficult strong/weak rich/poor possible/impossible
    legal/illegal safe/dangerous common/rare simple/complicated visible/invisible known/unknown
    public/private hot/cold dry/wet heavy/light deep/shallow wide/narrow empty/full stable/unstable open/closed
    successful/unsuccessful popular/unpopular able/unable available/unavailable necessary/unnecessary long/short
    predictable/unpredictable reliable/unreliable aware/unaware compulsory/voluntary permanent/temporary guilty/innocent
    male/female rural/urban edible/inedible soluble/insoluble flat/curved thick/thin"""
) | {"mandatory": "optional", "optional": "mandatory", "warm": "cold", "hard": "easy", "costly": "cheap"}
MANNERS = _both_ways(
    """gradually/suddenly forwards/backwards upwards/downwards clockwise/anticlockwise
    directly/indirectly"""
) | {"rapidly": "slowly", "unanimously": "narrowly", "voluntarily": "unwillingly"}
# verbs that do not hold the other way round: "Leith beat Sandby"
ASYMMETRIC = frozenset(
    """beat defeat sue succeed replace buy acquire arrest accuse kill invade conquer attack criticize criticise blame
    inspire influence teach employ hire overtake outnumber outlive overthrow colonize colonise export lend pay warn
    rescue murder capture besiege denounce challenge""".split()
)
