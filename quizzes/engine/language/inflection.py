"""Verb and noun forms: lemminflect behind three questions, with the irregular auxiliaries as data."""

from functools import cache

import lemminflect


@cache
def inflect(lemma: str, tag: str) -> str:
    """Return a lemma's form for a Penn tag ("begin", "VBD" gives "began"), or the lemma if there is none."""
    forms = lemminflect.getInflection(lemma, tag=tag)
    return forms[0] if forms else lemma


def agrees(tag: str, form: str, plural: bool, first_person: bool = False) -> bool:
    """Say whether a finite verb fits its subject's number: "was" with a plural subject does not."""
    lower = form.lower()
    if lower in {"was", "is", "has", "does", "'s"}:
        return not plural
    if lower in {"were", "are", "have", "do", "'re"}:
        return plural
    if tag == "VBZ":
        return not plural
    if tag == "VBP":
        return plural or first_person
    return True


def singular(form: str, tag: str) -> str:
    """Return a finite verb in the third person singular: "are" gives "is", "live" gives "lives", "had" stays."""
    fixed = {"are": "is", "were": "was", "have": "has", "do": "does"}
    lower = form.lower()
    if lower in fixed:
        return fixed[lower]
    if tag == "VBP":
        return inflect(lower, "VBZ")
    return form


def article(following: str) -> str:
    """Choose "a" or "an" by sound for the word that follows: "an hour", "a European", "an 8-year-old"."""
    lower = following.lower()
    if lower.startswith(("hour", "honest", "honour", "honor", "heir", "8", "11", "18")):
        return "an"
    if lower.startswith(("uni", "use", "usu", "euro", "one", "once", "ute", "uto")):
        return "a"
    if following.isupper() and len(following) <= 4:
        return "an" if following[0] in "AEFHILMNORSX" else "a"
    return "an" if lower[:1] in "aeiou" else "a"
