"""Missing sentence: which of four sentences of the article stands in a gap of its paragraph."""

from collections.abc import Sequence

from quizzes.engine.facts.salience import salience_of
from quizzes.engine.items.draft import AnswerClass, Draft, Fact
from quizzes.engine.items.values import GAP, Interaction, Kind, Option, Source
from quizzes.engine.writing.placing.blocks import blocks
from quizzes.engine.writing.placing.closing import Block
from quizzes.engine.writing.placing.joints import Joint, joints
from quizzes.engine.writing.placing.strangers import WANTED, Stranger, offers, strangers
from quizzes.engine.writing.rule import Article

MOST = 2
LONGEST = 110  # words: they are read above the question
LEAST_SALIENCE = 0.15
MANY_SHARED = 4  # telling words that a wrong sentence shares with the paragraph


def write_article(article: Article) -> list[Draft]:
    """Return at most two drafts a paragraph, of which a set has room for one: the sentences held most surely."""
    found = blocks(article)
    if not found:
        return []
    salience = salience_of(article.analysis)
    shelf = {position: offers(block) for position, block in found.items()}
    drafts: list[Draft] = []
    for position, block in found.items():
        room = MOST
        for joint in sorted(joints(block), key=lambda joint: -joint.rank):
            weight = salience.of(block.spans[joint.index], position)
            if room and weight >= LEAST_SALIENCE:
                wrong = strangers(shelf, block, position, joint.index)
                draft = _draft(article, block, joint, wrong, weight) if wrong else None
                drafts += [draft] if draft else []
                room -= draft is not None
    return drafts


def _draft(article: Article, block: Block, joint: Joint, wrong: Sequence[Stranger], weight: float) -> Draft | None:
    key = block.sentences[joint.index]
    text, number = key.text.strip(), key.paragraph
    paragraph = article.paragraphs[number - 1].text
    first, last = block.sentences[joint.home], block.sentences[joint.index + 1]
    before, behind = paragraph[first.start : key.start].strip(), paragraph[key.end : last.end].strip()
    if len(before.split()) + len(behind.split()) > LONGEST:
        return None
    why = "; ".join(claim for claim, _ in (joint.before, joint.behind) if claim)
    return Draft(
        kind=Kind.INSERTION,
        interaction=Interaction.CHOICE,
        stem=f"In paragraph {number}, which sentence stands in the gap?",
        keys=(text,),
        fact=Fact(number, key.start, key.end, text, weight),
        answer_class=AnswerClass.MISSING,
        rule="missing-sentence",
        key_source=Source(number, key.start, key.end),
        context=f"{before} {GAP} {behind}",
        options=(
            Option(text, True, f"{why[0].upper()}{why[1:]}.", Source(number, key.start, key.end)),
            *(_option(one, joint, number) for one in wrong),
        ),
        explanation=f"{why[0].upper()}{why[1:]} (paragraph {number}).",
        features={
            "kind_insertion": 1.0,
            "salience": weight,
            "missing_strength": max(joint.before[1], joint.behind[1]),
            "missing_both": float(bool(joint.before[1] and joint.behind[1])),
            "missing_shared": min(1.0, sum(one.shared for one in wrong) / (MANY_SHARED * WANTED)),
        },
    )


def _option(wrong: Stranger, joint: Joint, number: int) -> Option:
    """Say of a wrong sentence where it stands, and what would be missed if it stood in the gap."""
    sentence = wrong.sentence
    why = f"It stands in paragraph {sentence.paragraph}; “{wrong.own}” does not come up in paragraph {number}."
    if joint.source is not None:
        why += f" “{joint.source.link}” after the gap would take up nothing."
    return Option(sentence.text.strip(), False, why, Source(sentence.paragraph, sentence.start, sentence.end))
