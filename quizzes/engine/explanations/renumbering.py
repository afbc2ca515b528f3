"""Paragraph numbers and quotations in what the engine wrote about an item, told anew for another text."""

import re
from collections.abc import Mapping, Sequence

from quizzes.engine.explanations.quoting import inner, shortened

# What `engine.writing` begins a stem with: "According to paragraph 3, ...", "Which sentence of paragraph 6 ...".
_LEAD = re.compile(r"^(According to|Which sentence of|Where in|In) paragraph (\d+)\b")
_NUMBER = re.compile(r"\b([Pp]aragraph|[Pp]ar\.) (\d+)\b")
_QUOTED = re.compile(r"“([^”]*)”")


def stem_renumbered(stem: str, numbers: Mapping[int, int | None]) -> str | None:
    """Return a stem whose beginning names its paragraph with the new number; None when that number is in doubt.

    Only the beginning: "paragraph 5 of the treaty" further on is the article's own.
    """
    lead = _LEAD.match(stem)
    if lead is None:
        return stem
    now = numbers.get(int(lead[2]))
    return None if now is None else f"{lead[1]} paragraph {now}{stem[lead.end() :]}"


def without_number(stem: str) -> str:
    """Return a stem without the number of the paragraph that it begins with, to compare it across texts."""
    lead = _LEAD.match(stem)
    return f"{lead[1]} paragraph{stem[lead.end() :]}" if lead else stem


def renumbered(text: str, numbers: Mapping[int, int | None], said: Sequence[tuple[str, int]] = ()) -> str | None:
    """Return an explanation with new numbers outside its quotations; None when one of them is in doubt.

    A number that no paragraph of the old text had stays. Where a paragraph was divided, the quotation that follows
    tells which part is meant: `said` are the sentences with the numbers of their paragraphs now.
    """
    told = []
    end = 0
    for match in _NUMBER.finditer(text):
        number = int(match[2])
        if number not in numbers or _is_quoted(text, match.start()):
            continue
        now = numbers[number] or _by_quotation(text, match.end(), said)
        if now is None:
            return None
        told.append(f"{text[end : match.start()]}{match[1]} {now}")
        end = match.end()
    return "".join(told) + text[end:]


def _by_quotation(text: str, at: int, said: Sequence[tuple[str, int]]) -> int | None:
    """Return the number of the one paragraph that says what is quoted next; None when none or several do."""
    quoted = _QUOTED.search(text, at)
    meant = {number for sentence, number in said if quoted and _core(quoted[1]) in inner(sentence)}
    return meant.pop() if len(meant) == 1 else None


def _core(quoted: str) -> str:
    """Return a shortened quotation without the marks of its cuts."""
    return quoted.removeprefix("… ").removesuffix(" …").strip(" ,;:–—-")


def _is_quoted(text: str, at: int) -> bool:
    return any(match.start() < at < match.end() for match in _QUOTED.finditer(text))


def requoted(text: str, old: str, new: str) -> str:
    """Put the new sentence where an explanation quotes the old one, whole or shortened."""
    if old == new:
        return text
    whole = inner(old)

    def exchanged(match: re.Match[str]) -> str:
        part = _core(match[1])
        if len(part.split()) < FEWEST_WORDS or part not in whole:
            return match[0]
        return f"“{inner(shortened(new))}”"

    return _QUOTED.sub(exchanged, text)


FEWEST_WORDS = 4  # a quoted name or figure is an answer and no quotation of the sentence


def tells_of(text: str) -> bool:
    """Say whether a rationale names a paragraph or quotes a sentence, which it must not once that is gone."""
    return _NUMBER.search(text) is not None or any(
        len(match[1].split()) >= FEWEST_WORDS for match in _QUOTED.finditer(text)
    )
