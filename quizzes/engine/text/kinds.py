"""What each paragraph is: title, byline, heading, list item, caption or body text."""

import re
from collections.abc import Sequence

from quizzes.engine.text.layout import looks_like_heading
from quizzes.engine.text.values import ParagraphKind

_BYLINE = re.compile(r"(?:By|BY|Words by|Story by|Text by) [A-Z]")
_CAPTION = re.compile(r"(?:Figure|Fig\.|Photo|Photograph|Picture|Image|Table)(?: \d+)?[.:] ", re.I)
_BYLINE_WORDS, _BYLINE_PLACE, _CAPTION_WORDS, _HEADING_WORDS = 18, 4, 40, 12
_QUESTION_WORDS = 6
# "Jane Roe is a lecturer at the University of Vell."
_AUTHOR = re.compile(
    r"(?:Dr\.? |Prof(?:essor|\.) )?([A-Z][\w’-]+(?: [A-Z][\w.’-]*){1,3}),?"
    r" (?:(?:teaches \w+ at|writes (?:about|for)|reports for) |is (?:an?|the|our)"
    r" (?:(?!(?:of|by|for|from|to|that|which|who|with) )[\w’-]+,? ){0,5}"
    r"(?:lecturer|professor|author|writer|reporter|correspondent|journalist|editor|fellow|columnist|director|researcher"
    r"|historian|freelancer|candidate)\b)"
)
_AUTHOR_WORDS, _SHORTEST = 45, 4
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WHEN = re.compile(
    rf"(?:(?:last )?(?:updated|published|posted|modified)\b.{{0,80}}|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}),? \d{{4}}\b.{{0,40}}|\d+ (?:minutes?|hours?|days?) ago"
    r"|\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?: (?:updated|published)\b.{0,40})?)",
    re.I,
)
# "The old wall. Photograph: Bo Ek"; "He sold pictures by Monet." is none.
_CREDIT = re.compile(
    r"(?:^(?:getty images|reuters|associated press|afp|shutterstock|alamy)\b[^.]{0,30}$)"
    r"|(?:^|[.!?)|] ?)(?:photo(?:graph)?|picture|image|illustration)s?(?: ?credit)?(?:: ?\S| by [^.]{2,40}\.?$)",
    re.I,
)
_CREDIT_WORDS = 40


def classify(texts: Sequence[str], listed: Sequence[bool], quoted: Sequence[bool] = ()) -> list[ParagraphKind]:
    """Give each paragraph's kind; `listed` and `quoted` say which ones began with the mark of a list or a quotation."""
    kinds = []
    for index, text in enumerate(texts):
        if listed[index]:
            kinds.append(ParagraphKind.LIST_ITEM)
        elif quoted and quoted[index]:
            kinds.append(ParagraphKind.QUOTE)
        elif index < _BYLINE_PLACE and (is_byline(text) or is_dateline(text)):
            kinds.append(ParagraphKind.BYLINE)
        elif (_CAPTION.match(text) and len(text.split()) <= _CAPTION_WORDS) or is_credited(text):
            kinds.append(ParagraphKind.CAPTION)
        elif index + 1 < len(texts) and _is_heading(text, first=index == 0):
            kinds.append(ParagraphKind.TITLE if index == 0 else ParagraphKind.HEADING)
        else:
            kinds.append(ParagraphKind.BODY)
    if len(texts) > _SHORTEST and kinds[-1] is ParagraphKind.BODY and _is_about_author(texts):
        kinds[-1] = ParagraphKind.BYLINE
    return kinds


def _is_about_author(texts: Sequence[str]) -> bool:
    """Tell a last paragraph that says who wrote the article, and whom no paragraph but a byline names."""
    found = _AUTHOR.match(texts[-1])
    if found is None or len(texts[-1].split()) > _AUTHOR_WORDS:
        return False
    surname = re.compile(rf"\b{re.escape(found.group(1).split()[-1])}\b")
    return not any(surname.search(text) for text in texts[:-1] if not is_byline(text))


def is_byline(text: str) -> bool:
    """Tell a line that names who wrote the article: "By Ada Lind and Bo Ek"."""
    return _BYLINE.match(text) is not None and len(text.split()) <= _BYLINE_WORDS and not text.endswith((".", "!", "?"))


def is_dateline(text: str) -> bool:
    """Tell a line that only says when: "Published 14 March 2031", "3 hours ago"."""
    return not text.endswith((".", "!", "?")) and _WHEN.fullmatch(text) is not None


def is_credited(text: str) -> bool:
    """Tell a caption by the credit of its picture: "The old wall. Photograph: Bo Ek"."""
    return _CREDIT.search(text) is not None and len(text.split()) <= _CREDIT_WORDS


def _is_heading(text: str, *, first: bool) -> bool:
    """Tell whether a paragraph heads what follows; a title may be longer, and either may be a short question."""
    words = len(text.split())
    if text.endswith(("?", "!")):
        return words <= (_HEADING_WORDS if first else _QUESTION_WORDS) and looks_like_heading([text[:-1]])
    return looks_like_heading([text]) and (first or words <= _HEADING_WORDS)
