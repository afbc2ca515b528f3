"""F2: nobody needs the sentence before it: no loose pronoun, no "the group" and no "Tuesday"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizzes.engine.facts.definites import TELLING_APART
from quizzes.engine.facts.topics import topics_of
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import GAP
from quizzes.engine.items.wording import FUNCTION_WORDS, WORD, stands_in, stem_of, tokens
from quizzes.engine.language.figures import WORDS
from quizzes.engine.language.lexicon import DURATIONS, MONTHS, PERSON_NOUNS
from quizzes.engine.text.values import ParagraphKind
from quizzes.engine.vetting.values import Case, Check, Finding
from quizzes.engine.vetting.wording import context_line, open_ends

CODE = "F2"
FIRST_SECOND = frozenset("we us i me you your our my ours yours mine".split())
PLURAL = frozenset("they them their theirs themselves".split())
NEUTER = frozenset(("it", "its", "itself"))
PRONOUNS = re.compile(
    r"\b(he|she|they|him|them|we|us|I|me|you|your|our|my|ours|yours|mine|himself|herself"
    r"|his|her|hers|its|their|theirs|itself|themselves|it)\b",
    re.IGNORECASE,
)
EXPLETIVE = re.compile(
    r"\bit (?:(?:is|was) (?!a |an |the )|take\b(?! to (?:grow|reach|recover|rise|arrive|return)\b))",
    re.IGNORECASE,
)  # "it was clear that", "How long did it take"
INVERTED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|might|must) $", re.IGNORECASE
)  # "How many passengers did they carry": the subject of the question itself
DEMONSTRATIVES = re.compile(
    r"\b(?:this|these|those(?! who\b| that\b| of\b| in\b| [a-z]+ed\b))\b"
    r"|\bthat (?=number|figure|time|year|day|month|point|group|case|way|kind|sort|moment|place)"
    r"|\b(?:such (?:a|an)?\b(?! as)|the (?:same|latter|former|other|others|following|above)\b(?! of))"
    r"|^(?:in|of|for|by|with|from) that\b",
    re.IGNORECASE,
)
DEIXIS = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|nowadays|recently(?! as\b)|currently|ago|here|so far|since then|meanwhile"
    r"|elsewhere|(?:some|any)(?:thing|one|body|where) else"
    r"|(?<!only the )(?:last|next|this|past|coming|previous|following) (?:few )?(?:year|month|week|night|decade"
    r"|century|summer|winter|spring|autumn)s?|in (?:past|recent) (?:years|months|weeks)|for the moment|in the meantime"
    r"|(?<!that )(?<!which )now|the next time around|at the time"
    r"|there(?! (?:is|are|was|were|has|have|had|will|would|may|might|can|could)\b)"
    r"|(?:years?|months?|weeks?|decades?) (?:has|have) passed"
    r"|(?:on |last |next )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?!,? \d))\b"
)
# "the X" that everybody knows, whatever the article
KNOWN = frozenset(
    """world west east north south sun moon earth sea sky internet public united middle european west's future past
    government present international global media law police army press web universe weather climate
    environment
    ground air road dark day night morning afternoon evening summer winter spring autumn rain wind snow
    body brain eye eyes ear ears heart left right middle end beginning start""".split()
)
ORDINAL = frozenset("first second third last only main most least best worst largest biggest".split())
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
QUANTITY = re.compile(
    r"\ba (?:large |small |great |growing )?(?:number|handful|couple|third|quarter|majority|minority)\b"
    r"(?! of| century)",
    re.IGNORECASE,
)
# a lookahead, so that "the east of the country" is looked at twice
POINTER = re.compile(r"^According to paragraph \d+, ")
DEFINITE = re.compile(r"\bthe (?=((?:[^\W_]+(?:[-'’][^\W_]+)*['’]?\s?){1,5}))", re.IGNORECASE)
COMPLEMENT = re.compile(
    r"(?:of|that|who|which|whose|for|between|behind|against|where|under|beneath"
    r"|(?:at|in|on|from|to) (?:the )?[A-Z]\w*"
    r"|[a-z]+ed (?:by|in|at|from|on|with|for|as))\b"
)
# what even a pointer to the paragraph does not explain
HOLLOW = frozenset("thing things latter former other others same".split())
# what needs its name, or the sentence before, and not only a paragraph's number
EPITHETS = frozenset(
    """state company region regulation area organization organisation group firm body website site project city country
    team man woman couple increase decrease rise fall move change incident event plan images study report law trial
    campaign scheme vessel""".split()
)
# what belongs to something that the item must name: "the upper part" of what?
RELATIONAL = frozenset("part parts piece half side top bottom owner victory".split())
UNITS = frozenset("mile miles metre metres meter meters yard yards hour hours minute minutes".split())
COLLECTIVE = frozenset("group team council company government crew staff army".split())
# a comparison, an order or a distance whose second term stands outside: "stronger", "two years earlier", "followed"
COMPARATIVE = re.compile(
    r"(?:_|\d|\b(?:how many|some|one|two|three|four|five|ten|dozen))\s(?:more|further|other|additional)\b(?! than)"
    r"|^(?:another|further|additional)\b"
    r"|\b(?:years?|months?|weeks?|days?|hours?|decades?|centur(?:y|ies)) "
    r"(?:earlier|later|passed|(?:before|after)(?=[.,?]| (?:so|and|but)\b))"
    r"|\bfollowed (?:in|on|by|soon|within)\b|\bfor less\b(?! than)",
    re.IGNORECASE,
)
# "All were tested between 2007 and 2010": all of whom?
SHARE = re.compile(
    r"(?:^|, |_ )(?:all|most|some|many|both|each|none|several|few|others?|half|one) ([a-z]+)\b", re.IGNORECASE
)
LATER = re.compile(
    r"^(?:According to paragraph \d+, )?(?:later|earlier|afterwards?|subsequently|eventually|by then|soon|at first)\b",
    re.IGNORECASE,
)
OTHER = re.compile(r"(?<!each )(?<!and )(?<!or )(?<!the )(?<!no )\bother (?!than\b)[a-z]+", re.IGNORECASE)
# "In March, a festival will be held": of which year?
YEARLESS = re.compile(
    rf"\b(?:[Ii]n|[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom) (?:early |late |mid-)?(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)})\b"
)
YEAR = re.compile(r"\b(?:1\d|20)\d{2}\b")
# "achieved more than 80%": of what?
SHARELESS = re.compile(
    r"\b(?:achiev|reach|scor|record|obtain)\w* (?:[a-z]+ ){0,3}[\d_.,]+(?:%| per ?cent)(?! (?:of|in)\b)", re.I
)
BOTH = re.compile(r"\b(?:both|neither|either) (?:of )?(?!.*\b(?:and|or|nor)\b)", re.IGNORECASE)
THAN = re.compile(r"\b(?:more|less|fewer|no longer|no later|no sooner|no fewer|no less)\b", re.IGNORECASE)
SETTLED = frozenset("more less later earlier sooner longer further elder upper lower inner outer rather".split())
GAP_OR_WORD = re.compile(f"{GAP}|{WORD.pattern}")
# "Trinity House decided in 1877 to replace it."
SUBORDINATE = re.compile(r"\b(?:that|when|because|while|if|until|where|although|after|before)\b")
FRONTED = re.compile(
    r"^(?:According to paragraph \d+, )?(?:in|on|at|by|from|during|after|before|since|as of) [^,]*, $", re.I
)
TO_DO = re.compile(r"\bto [a-z]+ $")
LAST = re.compile(r"(?:it|him|them)[.?]$")
NAMES = frozenset((AnswerClass.PERSON, AnswerClass.PLACE, AnswerClass.ORGANIZATION, AnswerClass.NAME))
# "the country's national tree", where no name stands before it
OWNER = re.compile(r"([^\W_]+)['’]s$")
NAMED = re.compile(r"(?<!^)\b[A-Z][a-z]")
PERSONAL = frozenset("he she him his her hers himself herself".split())
OBJECTS = re.compile(
    r"\b(?:him|them|it)\b(?! (?:[a-z]+s|[a-z]+ed|can|could|will|would|may|might|had)\b)", re.IGNORECASE
)


def _antecedent_before(case: Case, position: int, pronoun: str) -> bool:
    """Say whether a name, a noun, a gap or "who" stands before a pronoun: "Ghana doubled its harvest"."""
    before = case.draft.stem[:position]
    if FRONTED.match(before):
        return False  # "In Sweden, it saw two floods": the subject behind a fronted place is none of it
    if INVERTED.search(before) or (TO_DO.search(before) and LAST.match(case.draft.stem, position)):
        return False
    asks = "which" if pronoun in NEUTER else "who"
    wh = re.search(rf"\b{asks}\b", before, re.IGNORECASE)
    meant = [_may_be_meant(word, case, pronoun) for word in GAP_OR_WORD.findall(before)]
    # "Robert Paine" is one candidate: a word counts when the word before it does not
    found = sum(one and not last for last, one in pairwise([False, *meant])) + bool(wh)
    # an object is never its own subject: "Trinity House decided to replace it", but "so that nobody could take him"
    same_clause = OBJECTS.match(case.draft.stem, position) and not SUBORDINATE.search(before)
    return found >= (2 if same_clause else 1)


def _may_be_meant(word: str, case: Case, pronoun: str) -> bool:
    if word == GAP:
        return case.draft.answer_class in ({AnswerClass.PERSON} if pronoun in PERSONAL else NAMES)
    tag = case.known_tags.get(word.lower(), "")
    if pronoun in PERSONAL:
        # of "the Yuan code" nobody is "he", though the article has a Toghon Yuan
        known = any(stands_in(person, case.draft.stem) for person in case.people)
        return (known and word in case.person_words) or word.lower() in PERSON_NOUNS
    if pronoun in PLURAL and word.lower() in COLLECTIVE:
        return True  # "the group ... before their ascent"
    if word.isupper() and len(word) > 1:
        return True  # "IS" is no verb
    if tag.startswith("NNP") or (not tag and word[0].isupper() and word.lower() not in FUNCTION_WORDS):
        return True
    return tag == ("NNS" if pronoun in PLURAL else "NN") and stem_of(word.lower()) not in map(stem_of, DURATIONS)


def _loose_pronouns(case: Case) -> Iterator[Finding]:
    """Find pronouns without an antecedent in the stem; first and second person always, outside quotation marks."""
    unquoted = case.unquoted
    for found in PRONOUNS.finditer(unquoted):
        word = found.group()
        if word in {"US", "IT"} or (word.lower() == "it" and EXPLETIVE.match(unquoted, found.start())):
            continue
        outside = word.lower() in FIRST_SECOND or not _antecedent_before(case, found.start(), word.lower())
        if outside:
            yield Finding(CODE, f"“{word}” points outside the item", found.span())


def _guessed(position: int, words: list[str]) -> str:
    """Guess the tag of a word that the evidence lacks, since a reference was written out: "the open-air pool"."""
    word = words[position].lower()
    if word in WORDS or word[0].isdigit():
        return "CD"
    if "-" in word or word in TELLING_APART:
        return "JJ"
    opened = position == 0 or "-" in words[0] or words[0].lower() in TELLING_APART | set(WORDS)
    return "NN" if opened and word not in FUNCTION_WORDS else ""


def _head(words: list[str], tags: dict[str, str]) -> tuple[str, bool]:
    """Return the last noun of a noun phrase that begins with `words`, and whether something identifies it."""
    head, modified = "", False
    for position, word in enumerate(words):
        tag = tags.get(word.lower()) or _guessed(position, words)
        if tag in NOUNS:
            head = word
            modified = any(before.lower() not in TELLING_APART for before in words[:position])
        elif tag not in {"JJ", "JJR", "JJS", "CD", "VBN", "VBG", "POS", "RB"} or head:
            break
    return head, modified


def _a_topic(head: str, needy: bool, case: Case) -> bool:
    """Say whether the article makes a bare "the head" clear: it is in the title, or has one bearer throughout.

    A locate item shows one paragraph, so that a noun of that paragraph alone is clear too.
    """
    titles = {stem_of(word) for p in case.paragraphs if p.kind is ParagraphKind.TITLE for word in tokens(p.text)}
    if stem_of(head.lower()) in titles:
        return True
    topics = topics_of(case.analysis.docs)
    shown = case.draft.rule.startswith("locate") and topics.in_one_paragraph(head)
    return not needy and (shown or topics.known(head))


def _loose_definites(case: Case) -> Iterator[Finding]:
    """Find "the X" that nothing in the item tells apart from other Xs; a paragraph's number does not."""
    stem = case.unquoted
    for found in DEFINITE.finditer(stem):
        words = found.group(1).split()
        first = words[0].lower()
        if (words[0][0].isupper() and first not in TELLING_APART) or first in KNOWN | ORDINAL:
            continue
        owner = OWNER.match(words[0])
        if owner and owner.group(1).lower() in EPITHETS:
            if not NAMED.search(stem[: found.start()]):
                yield Finding(CODE, f"“the {owner.group(1)}” is not named in the item", found.span())
            continue
        head, modified = _head(words, case.tags)
        relational = head.lower() in RELATIONAL
        needy = relational or head.lower() in EPITHETS
        if not head or head[0].isupper() or head in UNITS or (modified and not relational):
            continue
        after = stem[stem.index(head, found.end()) + len(head) :].lstrip()
        held = not relational and case.tags.get(after.split(" ")[0]) == "VBN"  # "the land held by the government"
        held = held or (after.startswith(GAP) and case.draft.answer_class in NAMES)  # "the biologist _____"
        explained = held or COMPLEMENT.match(after) or _a_topic(head, needy, case)
        if head.lower() in HOLLOW or not explained:
            pointed = POINTER.match(stem) or case.draft.rule.startswith("locate")
            doubt = bool(pointed) and not needy and head.lower() not in HOLLOW
            yield Finding(CODE, f"“the {head}” is not named in the item", found.span(), doubt=doubt)


def _open_comparisons(case: Case) -> Iterator[Finding]:
    """Find comparisons without their second term; a pointer to the paragraph does not mend them."""
    stem = case.draft.stem
    for pattern in (COMPARATIVE, BOTH):
        if found := pattern.search(stem):
            yield Finding(CODE, f"“{found.group().strip()}” has its second term outside the item", found.span())
    if re.search(r"\b(?:than|of the|as)\b", THAN.sub("", stem)):
        return
    for word in WORD.finditer(stem):
        lower = word.group().lower()
        if case.tags.get(lower) == "JJR" and lower not in SETTLED:
            yield Finding(CODE, f"“{lower}” than what?", word.span())


def run(case: Case) -> Iterator[Finding]:
    """Find pronouns, demonstratives, definites and times that only the text around the sentence explains.

    What a context line explains was settled against the parse, when the line was chosen.
    """
    if case.draft.answer_class is AnswerClass.REFERENT:
        return  # it quotes a pronoun to ask about it; what else the quotation points to was settled with its choice
    yield from context_line.run(case)
    if case.draft.context:
        if found := context_line.DATED.search(case.draft.stem):
            yield Finding(CODE, f"“{found.group().strip()}” points outside the item", found.span())
        return
    for pattern in (DEMONSTRATIVES, DEIXIS, QUANTITY):
        if found := pattern.search(case.draft.stem):
            yield Finding(CODE, f"“{found.group().strip()}” points outside the item", found.span())
    shown = case.draft.stem.replace(GAP, case.draft.keys[0])
    for pattern in (SHARE, LATER, OTHER, YEARLESS, SHARELESS):
        found = pattern.search(case.draft.stem)
        whole = pattern is SHARE and found is not None and not case.tags.get(found.group(1), "").startswith(("V", "MD"))
        if found is not None and not whole and not (pattern is YEARLESS and YEAR.search(shown)):
            yield Finding(
                CODE, f"“{found.group().strip()}” leaves open of what", found.span(), doubt=pattern is YEARLESS
            )
    yield from _open_comparisons(case)
    yield from open_ends.run(case)
    yield from _loose_pronouns(case)
    yield from _loose_definites(case)


CHECK = Check(CODE, "The item can be read as it is: no loose pronoun, demonstrative, definite or day.", run)
