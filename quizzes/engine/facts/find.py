"""From an analysed article to statements: clauses that stand alone, each with its fact."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from quizzes.engine.facts.clauses import extract
from quizzes.engine.facts.context import Context, Quotations, context_of
from quizzes.engine.facts.deixis import DATING, DEICTIC, dated_from_today, deictic, from_today
from quizzes.engine.facts.openings import opening
from quizzes.engine.facts.references import FIRST_SECOND, Resolver
from quizzes.engine.facts.resolution import Place, Resolution
from quizzes.engine.facts.salience import salience_of
from quizzes.engine.facts.shortening import without_adjunct, without_tail
from quizzes.engine.facts.soundness import headless
from quizzes.engine.facts.syntax import FINITE
from quizzes.engine.facts.trimming import Clause
from quizzes.engine.facts.values import Statement, Word
from quizzes.engine.items.draft import Fact
from quizzes.engine.language import ASKED_ABOUT
from quizzes.engine.language.inflection import article
from quizzes.engine.language.kept import span_text, text_of
from quizzes.engine.language.values import Analysis
from quizzes.engine.text.values import Paragraph, ParagraphKind

LONGEST = 38
SHORTEST = 4
LONGEST_STEM = 35
SHORTEST_STEM = 4
GLUED = frozenset((",", ".", "?", ";", ":", ")", "%", "'s", "’s"))


def capitalised(text: str) -> str:
    """Raise the first letter: also behind an opening quotation mark."""
    for index, char in enumerate(text):
        if char.isalpha():
            return text[:index] + char.upper() + text[index + 1 :]
        if char.isdigit() or char == "_":
            return text
    return text


def lowered(word: Word, doc: Any) -> Word:
    """Lower the first letter of a word that leaves the head of the sentence, unless it is a name."""
    token = doc[word.start]
    name = token.pos_ == "PROPN" or token.ent_type_ in {
        "PERSON",
        "GPE",
        "ORG",
        "LOC",
        "NORP",
        "FAC",
        "EVENT",
        "WORK_OF_ART",
    }
    if token.lower_ in {"the", "a", "an"} or token.like_num:
        name = False  # "Two Labour members"
    if name or token.text == "I" or (not token.text[1:].islower() and len(token.text) > 1) or word.text != token.text:
        return word
    return Word(token.lower_, word.start, word.end)


def joined(words: Sequence[Word], doc: Any) -> str:
    """Write words with the text's own spacing; a word that follows a gap in the text gets one space."""
    text = ""
    last = -1
    for word in words:
        glued = word.start == last and word.start > 0 and not doc[word.start - 1].whitespace_
        if text and not glued and word.text not in GLUED and not _beside_quotation(text, word.text):
            text += " "
        text += word.text
        last = word.end
    return text


def _beside_quotation(text: str, word: str) -> bool:
    """Say whether a word closes the quotation of a text, or the text has just opened one."""
    if word == "”" or text.endswith("“"):
        return True
    return (word == '"' or text.endswith('"')) and text.count('"') % 2 == 1


def words_of(
    clause_tokens: Sequence[int], doc: Any, exact: str, replaced: dict[tuple[int, int], str]
) -> tuple[Word, ...]:
    """Return the words of kept tokens with replacements, in the article's own typography; a/an is repaired."""
    by_start = {start: (end, text) for (start, end), text in replaced.items()}
    words: list[Word] = []
    skip = -1
    for position in clause_tokens:
        if position < skip:
            continue
        token = doc[position]
        if position in by_start:
            skip, text = by_start[position]
            text = text.replace("'", "’") if "’" in exact else text
            words.append(Word(text, position, skip))
        else:
            words.append(Word(exact[token.idx : token.idx + len(token.text)], position, position + 1))
    for index in range(len(words) - 1):
        if words[index].text in {"a", "an", "A", "An"} and words[index + 1].start != words[index].end:
            chosen = article(words[index + 1].text)
            words[index] = Word(
                chosen.capitalize() if words[index].text[0].isupper() else chosen, words[index].start, words[index].end
            )
    return tuple(words)


def _asked(sentence: Any) -> bool:
    """Refuse questions, exclamations, first person, imperatives and fragments."""
    whole = span_text(sentence)
    text = whole.strip()
    if text_of(sentence.doc)[: sentence.start_char].count('"') % 2:
        return False  # the middle of a longer quotation
    inside = whole[: sentence.root.idx - sentence.start_char].count('"') % 2
    if text.count('"') % 2 or inside:
        return False  # what somebody says is asked about as a quotation
    if text.endswith(("?", "!", ":", '?"', '!"')) or not text.endswith((".", '."', ".'", '"', ".)")):
        return False
    outside = text.split('"')[0::2]
    words = {word.strip(",.;:()").lower() for part in outside for word in part.replace("US", "").split()}
    if words & FIRST_SECOND:
        return False
    return bool(len(sentence) > SHORTEST)


def _statement(
    clause: Clause,
    resolution: Resolution,
    context: Context | None,
    paragraphs: Sequence[Paragraph],
    place: Place,
    salience: float,
    docs: Sequence[Any],
) -> Statement | None:
    doc = place.sentence.doc
    paragraph = paragraphs[place.position]
    ordered = sorted(clause.kept)
    words = words_of(ordered, doc, paragraph.text, resolution.replaced)
    if not SHORTEST <= len(words) <= LONGEST + 6:
        return None
    moved = _looking_forward(clause, doc)
    if moved:
        words = _front_last(words, clause, doc)
    text = capitalised(joined(words, doc))
    text += "" if text.endswith((".", '."', ".”")) else "."
    quoted = context.text(paragraphs, docs) if context is not None else None
    sentence = place.sentence
    return Statement(
        fact=Fact(paragraph.number, sentence.start_char, sentence.end_char, text, salience),
        doc=doc,
        words=words,
        verb=clause.verb,
        subject=clause.subject,
        front=clause.front,
        whole=clause.whole and not moved,
        settled=resolution.settled,
        clear=context is not None,
        context=quoted,
        offset=place.position,
        features={
            "cut": 0.0 if clause.whole else 1.0,
            "resolved": min(1.0, resolution.resolved / 2),
            "rewritten": 1.0 if resolution.replaced else 0.0,
            "context": 1.0 if quoted else 0.0,
            "length": min(1.0, len(words) / 40),
            "subject_name": 1.0 if clause.subject.pos_ == "PROPN" else 0.0,
            "subject_pronoun": 1.0 if clause.subject.pos_ == "PRON" else 0.0,
            "front": 1.0 if clause.front else 0.0,
            "salience": salience,
            "settled": float(resolution.settled),
            "main": 1.0 if clause.verb.dep_ == "ROOT" else 0.0,
        },
    )


def _looking_forward(clause: Clause, doc: Any) -> bool:
    """Say whether the fronted adjunct has a possessive that the subject explains: "At its height, the mill ..."."""
    if clause.front is None or not any(doc[p].tag_ == "PRP$" for p in range(*clause.front)):
        return False
    # behind "when it is torn" the adjunct would hang on the wrong verb
    return not any(doc[p].dep_ in {"advcl", "relcl", "ccomp"} and p >= clause.front[1] for p in clause.kept)


def _front_last(words: tuple[Word, ...], clause: Clause, doc: Any) -> tuple[Word, ...]:
    start, end = clause.front or (0, 0)
    front = [word for word in words if start <= word.start < end]
    rest = [word for word in words if not start <= word.start < end]
    while rest and rest[0].text in {",", "–", "—"}:
        rest = rest[1:]
    return (*rest, lowered(front[0], doc), *front[1:])


def _whole(sentence: Any, *, unparsed: bool = False) -> Clause | None:
    """Take the sentence as it stands, less opening discourse words and the final stop.

    `unparsed` takes it although the parser found no subject: nothing but a gap will be made of its words.
    """
    doc = sentence.doc
    lead = opening(sentence)
    kept = {token.i for token in sentence[lead:] if not token.is_space}
    if any(token.lower_ in DATING for token in sentence):
        kept -= {p for p in kept if doc[p].lower_ in DEICTIC and doc[p].dep_ == "advmod" and not list(doc[p].children)}
        if any(deictic(doc[p]) or dated_from_today(doc[p]) for p in kept):
            return None
    kept -= {p for p in kept if doc[p].text in {".", ";"} and p >= max(kept) - 1}
    if not kept or sum(doc[p].text.count('"') for p in kept) % 2:
        return None
    root = sentence.root
    subjects = [child for child in root.lefts if child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"}]
    if not subjects and unparsed:
        subjects = _first_noun(sentence)
    if not subjects or root.pos_ not in {"VERB", "AUX"} or from_today(root, subjects[-1]) or headless(subjects[-1]):
        return None
    kept -= {c.i for c in root.children if c.lower_ in {"also", "even"} and c.dep_ == "advmod" and c.i > subjects[-1].i}
    return Clause(root, subjects[-1], frozenset(kept), None, True, "sentence")


def _first_noun(sentence: Any) -> list[Any]:
    """Return what comes nearest to the subject that the parser missed: "In Britain recognition was delayed ..."."""
    tokens = [token for token in sentence if not token.is_punct]
    finite = any(token.tag_ in FINITE for token in tokens)
    if not finite or not tokens or tokens[0].tag_ == "VB":
        return []
    before = [token for token in tokens if token.i < sentence.root.i]
    nouns = [t for t in before if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.dep_ != "compound"]
    return nouns[-1:] or [token for token in before if token.is_title][:1]


def find(paragraphs: Sequence[Paragraph], analysis: Analysis) -> tuple[Statement, ...]:
    """Return the statements in the order of the article: clauses first, then whole sentences where they differ.

    Bylines, headings, captions, questions, the first person and imperatives give none.
    """
    numbers = [paragraph.number for paragraph in paragraphs]
    titles = " ".join(p.text for p in paragraphs if p.kind is ParagraphKind.TITLE)
    resolver = Resolver(analysis, numbers, titles)
    salience = salience_of(analysis)
    statements: list[Statement] = []
    earlier: list[Any] = []
    article = _Article(paragraphs, resolver, Quotations(resolver), earlier)
    for position, paragraph in enumerate(paragraphs):
        if paragraph.kind not in ASKED_ABOUT:
            continue
        doc = analysis.docs[position]
        before: list[Any] = []
        for sentence in doc.sents:
            if _asked(sentence):
                weight = salience.of(sentence, position)
                place = Place(position, sentence, tuple(before))
                statements += _of_sentence(place, article, weight)
            before.append(sentence)
        earlier += before
    return tuple(statements)


@dataclass(frozen=True, slots=True)
class _Article:
    """What a sentence is read against: the paragraphs, their references, the sentences of earlier paragraphs."""

    paragraphs: Sequence[Paragraph]
    resolver: Resolver
    quotations: Quotations
    earlier: Sequence[Any]


def _of_sentence(place: Place, article: _Article, weight: float) -> list[Statement]:
    """Return the statements of a sentence: its clauses, then the sentence as it stands."""
    sentence = place.sentence
    everything = frozenset(token.i for token in sentence)
    around = context_of(place, everything, article.earlier, article.quotations)
    found: list[Statement] = []
    seen: set[frozenset[int]] = set()
    whole = _whole(sentence)
    for clause in [*extract(sentence), *([whole] if whole is not None else [])]:
        settled = _settled(clause, place, article, around)
        if settled is None:
            continue
        clause, resolution, context = settled
        bare = frozenset(p for p in clause.kept if not sentence.doc[p].is_punct)
        if bare in seen:
            continue
        if len(clause.kept) > LONGEST:
            clause = without_adjunct(clause)
        statement = _statement(clause, resolution, context, article.paragraphs, place, weight, article.resolver.docs)
        if statement is not None:
            seen.add(bare)
            found.append(statement)
    standing = whole or _whole(sentence, unparsed=True)
    if (
        standing is not None
        and around is not None
        and SHORTEST_STEM <= len(span_text(sentence).split()) <= LONGEST_STEM
    ):
        found += _as_it_stands(standing, place, article, weight, around)
    return found


def _as_it_stands(whole: Clause, place: Place, article: _Article, weight: float, around: Context) -> list[Statement]:
    """Take the sentence as it stands with the sentences before that make it clear."""
    statement = _statement(
        whole, Resolution(settled=False), around, article.paragraphs, place, weight, article.resolver.docs
    )
    if statement is None:
        return []
    return [replace(statement, verbatim=True, features={**statement.features, "as_it_stands": 1.0})]


def _settled(
    clause: Clause, place: Place, article: _Article, around: Context | None
) -> tuple[Clause, Resolution, Context | None] | None:
    """Resolve a clause, find its context, or only one of them, without at most two closing adjuncts that are open."""
    for _ in range(3):
        outcome = article.resolver.resolve(clause.verb, clause.subject, clause.kept, place)
        resolution = outcome if isinstance(outcome, Resolution) else Resolution()
        bound = isinstance(outcome, Resolution)
        written = {p for start, end in resolution.replaced for p in range(start, end)}
        written |= {p for p in clause.kept if bound and place.sentence.doc[p].tag_ in {"PRP", "PRP$"}}
        context = context_of(place, clause.kept - written, article.earlier, article.quotations, around)
        if bound or (context is not None and context.sentences and _from_the_head(clause, outcome)):
            return clause, replace(resolution, settled=bound), context
        shorter = None if isinstance(outcome, Resolution) else without_tail(clause, outcome)
        if shorter is None:
            return None
        clause = shorter
    return None


def _from_the_head(clause: Clause, open_: Any) -> bool:
    """Say whether a clause keeps all that its sentence says before a pronoun whose noun may stand there.

    "Its board has met, and it no longer asks for cable": without the board, "it" would be whatever stands before.
    """
    doc, start = open_.doc, open_.sent.start
    return all(p in clause.kept or doc[p].pos_ not in {"NOUN", "PROPN"} for p in range(start, open_.i))
