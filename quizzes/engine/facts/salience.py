"""How much a sentence matters: words and names the article returns to, place, causes, contrasts, definitions."""

import re
from collections import Counter
from typing import Any

from quizzes.engine.language.values import Analysis

CUES = re.compile(
    r"\b(because|since|therefore|as a result|due to|led to|caused?|so that|in order to|however|whereas|unlike|although"
    r"|means that|known as|called|is a|are a|was a|defined as|refers to|most|first|largest|only|main|key"
    r"|at least|total)\b",
    re.IGNORECASE,
)


class Salience:
    """Weigh sentences against the whole article; built once an article."""

    def __init__(self, analysis: Analysis) -> None:
        self._words: Counter[str] = Counter(
            token.lemma_.lower() for doc in analysis.docs for token in doc if token.pos_ in {"NOUN", "PROPN"}
        )
        self._names = Counter(mention.canonical for mention in analysis.mentions)
        self._analysis = analysis
        self._last = max(1, len(analysis.docs) - 1)

    def of(self, sentence: Any, paragraph: int, position: int) -> float:
        """Return a weight from 0 to 1."""
        content = [token.lemma_.lower() for token in sentence if token.pos_ in {"NOUN", "PROPN"}]
        top = self._words.most_common(1)[0][1] if self._words else 1
        theme = sum(min(1.0, self._words[word] / max(2, top / 3)) for word in content) / max(1, len(content))
        start, end = sentence.start_char, sentence.end_char
        names = {
            mention.canonical
            for mention in self._analysis.mentions
            if mention.paragraph == paragraph and start <= mention.start < end
        }
        figures = sum(f.paragraph == paragraph and start <= f.start < end for f in self._analysis.figures)
        known = min(1.0, len(names) / 3)
        early = 1.0 - position / self._last
        cue = 1.0 if CUES.search(sentence.text) else 0.0
        first = 1.0 if sentence.start == 0 else 0.0
        return float(
            round(0.35 * theme + 0.2 * known + 0.15 * min(1.0, figures) + 0.1 * early + 0.1 * cue + 0.1 * first, 4)
        )
