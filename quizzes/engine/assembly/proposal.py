"""A proposal: a vetted draft with its score, ready to be chosen."""

from dataclasses import dataclass

from quizzes.engine.items.draft import AnswerClass, Draft


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft that passed vetting; `score` and `difficulty` run from 0 to 1."""

    draft: Draft
    sentence: str
    score: float
    difficulty: float
    recommended: bool

    @property
    def fact(self) -> tuple[int, int, int]:
        """The place of the fact: paragraph and offsets of its sentence."""
        return self.draft.fact.paragraph, self.draft.fact.start, self.draft.fact.end

    @property
    def facts(self) -> tuple[tuple[int, int, int], ...]:
        """The places of all facts: pairs and events rest on several sentences.

        The sentence that names what a pronoun means is only shown.
        """
        if self.draft.answer_class is AnswerClass.REFERENT:
            return (self.fact,)
        return self.fact, *((place.paragraph, place.start, place.end) for place in self.draft.more_evidence)

    @property
    def asked(self) -> str:
        """What tells one question from another: the stem, and the sentence itself where all stems are alike."""
        return self.draft.keys[0] if self.draft.answer_class is AnswerClass.MISSING else self.draft.stem

    @property
    def shown(self) -> str:
        """All that tells a reader something: context, stem, and pairs or events."""
        draft = self.draft
        if draft.answer_class is AnswerClass.MISSING:
            return " ".join((draft.context or "", *(option.text for option in draft.options)))
        pieces = [draft.context or "", draft.stem]
        if draft.prompts:
            pieces += [prompt.text for prompt in draft.prompts] + [option.text for option in draft.options]
        return " ".join(pieces)
