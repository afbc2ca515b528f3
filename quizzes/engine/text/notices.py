"""Lines of a copied page that speak to the readers of a site and are no part of its article."""

import re
from collections.abc import Collection, Sequence

from quizzes.engine.text.characters import Line
from quizzes.engine.text.removal import MARK, NOTICE

# "* * *" and "-----" between two parts of a text.
_RULE = re.compile(r"(?:[-–—_*·•~=#⁂❦] ?){3,}|[⁂❦]")
# Whole lines only, each safe to leave out wherever it stands: no sentence of an article reads so.
_NOTICE = re.compile(
    r"[-–—*\[(]* ?(?:advertisements?|sponsored(?: content)?|promoted|advertisement [-–—] .{0,40}"
    r"|(?:article |story )?continues (?:below|after (?:the )?ad(?:vertisement)?)"
    r"|share(?: this)?(?: (?:article|story|page|on .{2,20}))?|copy link|print this (?:page|article)"
    r"|skip to (?:main )?content|(?:read|see|watch|listen)(?: more| next| also| now)?: .{3,120}"
    r"|read (?:more|next|also)|see also|more on this story|most (?:read|popular)|you may also like"
    r"|related(?: articles| stories| content| topics)?|recommended(?: for you)?"
    r"|(?:sign up|subscribe)(?: now| here| today|: .{3,100})?"
    r"|(?:sign up|subscribe) .{0,80}\bnewsletter\b.{0,60}|get .{3,60} (?:in|to) your inbox.{0,40}"
    r"|follow us on .{2,60}|(?:enlarge|view) (?:this )?image|back to top|sign in|log in"
    r"|we use cookies.{0,140}|accept (?:all )?cookies|accept all|manage (?:options|preferences|cookies)"
    r"|comments? ?\(\d+\)|leave a comment|\d+ (?:comments|shares)|(?:© ?|copyright (?:© ?|\d{4})).{3,100}"
    r"|all rights reserved|(?:topics|tags|filed under): .{2,140}|\d{1,2}[- ]min(?:ute)?s?(?: read)?"
    r"|privacy policy|terms of use)[.:!…]* ?[-–—*\])→>»]*",
    re.I,
)
_SENTENCE_ENDS = re.compile(r"[.!?] [A-Z]")
_LONGEST = 180


def notices(lines: Sequence[Line], pages: Collection[int]) -> dict[int, str]:
    """Give the indexes of notices and rules that stand alone between gaps, with the reason."""
    alone = [
        (index, line.text)
        for index, line in enumerate(lines)
        if index not in pages and len(line.text) <= _LONGEST and _is_alone(lines, index, pages)
    ]
    rules = {index: MARK for index, text in alone if _RULE.fullmatch(text)}
    return rules | {index: NOTICE for index, text in alone if is_notice(text)}


def is_notice(text: str) -> bool:
    """Tell a line that speaks to the reader of the site: "Advertisement", "Read more: The second storm"."""
    return _NOTICE.fullmatch(text) is not None and not _SENTENCE_ENDS.search(text)


def _is_alone(lines: Sequence[Line], index: int, pages: Collection[int]) -> bool:
    before = index == 0 or lines[index].gap or index - 1 in pages
    return before and (index + 1 == len(lines) or lines[index + 1].gap or index + 1 in pages)
