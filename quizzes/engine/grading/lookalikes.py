"""Words of an article that a slip of a key would turn into: they are answers of their own."""

import re
from collections.abc import Iterable, Sequence

from quizzes.engine.grading.normalisation import squeezed
from quizzes.engine.grading.spelling import is_slip

_WORD = re.compile(r"[^\W\d_]{4,}")


def lookalikes(keys: Sequence[str], texts: Iterable[str]) -> list[str]:
    """Find them: where an article tells of Lindberg and of Lindborg, neither is a misspelling of the other."""
    wanted = _words(keys)
    return sorted(word for word in _words(texts) - wanted if any(is_slip(word, key) for key in wanted))


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(squeezed(text).casefold())}
