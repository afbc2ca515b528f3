"""The pure core: text to items, grading and explanations, without Django, network, database, clock or global random."""

VERSION = "1.0.0"
