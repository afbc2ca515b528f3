"""Reference: what "they" or "it" means, where grammar leaves one thing and the article names others."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from quizzes.engine import explanations
from quizzes.engine.facts.salience import Salience, salience_of
from quizzes.engine.items.draft import AnswerClass, Draft, Fact
from quizzes.engine.items.values import Interaction, Kind, Option, Source
from quizzes.engine.language.values import NameClass
from quizzes.engine.text.values import ParagraphKind
from quizzes.engine.writing.reference.antecedent import Block, Found
from quizzes.engine.writing.reference.nouns import Nouns
from quizzes.engine.writing.reference.options import Choice, choices
from quizzes.engine.writing.reference.phrases import Phrase, What, phrases
from quizzes.engine.writing.reference.quoting import Quoted, is_asked, quotation
from quizzes.engine.writing.rule import Article

LEAST_SALIENCE = 0.1


class _Text:
    """An article with the noun phrases of its paragraphs. Not slotted: what few articles need is worked out once."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.blocks = {
            position: _block(article, position)
            for position, paragraph in enumerate(article.paragraphs)
            if paragraph.kind is ParagraphKind.BODY and article.analysis.docs[position].has_annotation("DEP")
        }

    @cached_property
    def nouns(self) -> Nouns:
        return Nouns(self.article)

    @cached_property
    def salience(self) -> Salience:
        return salience_of(self.article.analysis)

    def number(self, position: int) -> int:
        return self.article.paragraphs[position].number

    def around(self, position: int, index: int) -> list[tuple[int, Phrase]]:
        """Return all phrases with their paragraphs' numbers: those before a sentence first, nearest first."""
        own, number = self.blocks[position].held, self.number(position)
        found = [(number, phrase) for held in (*own[index::-1], *own[index + 1 :]) for phrase in held[::-1]]
        others = sorted((at for at in self.blocks if at != position), key=lambda at: abs(at - position))
        return found + [(self.number(at), p) for at in others for held in self.blocks[at].held for p in held]

    def words(self, source: Source) -> str:
        return self.article.paragraphs[source.paragraph - 1].text[source.start : source.end]


def write_article(article: Article, least: float = LEAST_SALIENCE) -> list[Draft]:
    """Return a draft for the first pronoun of each sentence that is certain, if it matters at `least` so much."""
    text = _Text(article)
    drafts: list[Draft] = []
    for position, block in text.blocks.items():
        for sentence in block.spans:
            written = (_draft(text, position, pronoun, least) for pronoun in sentence if is_asked(pronoun))
            first = next((draft for draft in written if draft is not None), None)
            if first is not None:
                drafts.append(first)
    return drafts


def _block(article: Article, position: int) -> Block:
    doc, number = article.analysis.docs[position], article.paragraphs[position].number
    people: set[int] = set()
    for mention in article.analysis.mentions:
        if mention.paragraph == number and mention.name_class is NameClass.PERSON:
            people |= {token.i for token in doc.char_span(mention.start, mention.end) or ()}
    spans = list(doc.sents)
    return Block(spans, [list(phrases(span, index, people)) for index, span in enumerate(spans)])


def _draft(text: _Text, position: int, pronoun: Any, least: float) -> Draft | None:
    """Write the item where one phrase is meant, the words round the pronoun can be quoted and options fit."""
    block = text.blocks[position]
    found = block.antecedent(pronoun)
    quoted = quotation(pronoun, block, found) if found is not None else None
    if found is None or quoted is None:
        return None
    index = block.index(pronoun)
    weight = text.salience.of(block.spans[index], position)
    if weight < least:
        return None
    said = frozenset(token.lemma_.lower() for token in pronoun.doc[quoted.start : quoted.end])
    options = choices(found, text.around(position, index), said, pronoun, text.article, text.nouns)
    if not options:
        return None
    number, sentence = text.number(position), block.spans[index]
    fact = Fact(number, sentence.start_char, sentence.end_char, _shown(text, number, quoted, pronoun), weight)
    home = block.spans[found.phrase.sentence]
    return _written(text, fact, pronoun, found, Source(number, home.start_char, home.end_char), options)


def _shown(text: _Text, number: int, quoted: Quoted, pronoun: Any) -> str:
    first, last = pronoun.doc[quoted.start], pronoun.doc[quoted.end - 1]
    return text.words(Source(number, first.idx, last.idx + len(last.text))).strip().rstrip(".")


def _written(text: _Text, fact: Fact, pronoun: Any, found: Found, home: Source, options: Sequence[Choice]) -> Draft:
    key, number = options[0], fact.paragraph
    word = "who" if found.phrase.what is What.PERSON else "what"
    at = key.source.start - home.start
    why = explanations.of_referent(pronoun.text, key.text, number, text.words(home), at)
    before = (home.start, home.end) != (fact.start, fact.end)
    wrong = [Option(other.text, False, _rationale(text, other), other.source) for other in options[1:]]
    return Draft(
        kind=Kind.MULTIPLE_CHOICE,
        interaction=Interaction.CHOICE,
        stem=f"In paragraph {number}, {word} does “{pronoun.text}” refer to in “{fact.statement}”?",
        keys=(key.text,),
        fact=fact,
        answer_class=AnswerClass.REFERENT,
        rule="refers-to",
        key_source=key.source,
        options=(Option(key.text, True, why, key.source), *wrong),
        more_evidence=(home,) if before else (),
        explanation=why,
        features={
            "salience": fact.salience,
            "referent_before": float(before),
            "referent_alone": float(found.alone),
        },
    )


def _rationale(text: _Text, option: Choice) -> str:
    """Say for what else the article names an option, by the sentence in which it stands."""
    source = option.source
    sentence = next(
        sentence
        for sentence in text.article.analysis.sentences
        if sentence.paragraph == source.paragraph and sentence.start <= source.start < sentence.end
    )
    return explanations.of_distractor(option.text, source.paragraph, sentence.text, source.start - sentence.start)
