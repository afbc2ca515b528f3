"""Abbreviations after which a full stop does not end the sentence, in lower case and without the stop."""

TITLES = frozenset(
    """adm capt cllr cmdr col cpl dr fr gen gov hon insp jr lt maj messrs mr mrs ms msgr pres prof rep rev sen sgt sr
    st supt""".split()
)
MONTHS = frozenset("jan feb mar apr aug sep sept oct nov dec".split())
OTHERS = frozenset(
    """approx ave bros ca cf co corp dept est etc fig ft i.e e.g inc ltd mt no p pp vol vs u.s u.k u.n a.m p.m d.c b.c
    a.d ph.d""".split()
)
ABBREVIATIONS = TITLES | MONTHS | OTHERS
