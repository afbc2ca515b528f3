"""The tree of a page: parsed without fetching anything, without what nobody sees, and where its article stands."""

import re
from typing import Any

INVISIBLE = frozenset(
    "script style noscript template svg math canvas iframe object embed audio video map head title meta link input"
    " select textarea button option datalist img picture source".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody tfoot thead tr"
    " ul".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SHARE = 0.8  # of a page's running text is in its article
_SURELY_TEXT = 60  # characters of running text, without links, that a menu or a notice seldom has
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def parse(html: str) -> Any:
    """Give the root of the tree, or None for no elements; nothing outside the text itself is looked at."""
    import lxml.html  # noqa: PLC0415 - a process that reads no page must not pay for it

    parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    # A declaration of an encoding in a text that is decoded already makes the parser refuse it.
    plain = _DECLARATION.sub("", _COMMENT.sub("", html)).replace("\x00", "")
    try:
        root = lxml.html.document_fromstring(plain, parser=parser)
    except (lxml.etree.ParserError, ValueError):
        return None
    for element in list(root.iter()):
        if element.tag in INVISIBLE and element.getparent() is not None:
            element.drop_tree()
    return root


def words_of(element: Any) -> str:
    """Give all words of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def linked_share(element: Any, text: str) -> float:
    """Give the share of an element's characters that are links, 0 to 1."""
    if element.tag == "a":
        return 1.0
    links = sum(len(words_of(link)) for link in element.iter("a"))
    return links / len(text) if text else 0.0


class RunningText:
    """How many characters of running text each element of a tree holds: long lines that are no links."""

    def __init__(self, root: Any) -> None:
        self._of: dict[Any, int] = {}
        self._measure(root)

    def __call__(self, element: Any) -> int:
        return self._of.get(element, 0)

    def _measure(self, element: Any) -> tuple[int, int, int]:
        """Return what the element holds, and the characters and linked ones of the line that it is part of."""
        held, line, linked = 0, len(element.text or ""), 0
        for child in element:
            inner, words, links = self._measure(child)
            held += inner
            if child.tag in BLOCKS or child.tag == "br":
                held += _counted(line, linked)
                line = linked = 0
            line += words
            linked += words if child.tag == "a" else links
            line += len(child.tail or "")
        if element.tag in BLOCKS:
            held += 0 if element.tag in _HEADINGS else _counted(line, linked)
            line = linked = 0
        self._of[element] = held
        return held, line, linked


def _counted(line: int, linked: int) -> int:
    return line if line >= _SURELY_TEXT and linked < line / 2 else 0


def article_of(root: Any, running: RunningText) -> Any:
    """Give the smallest element that holds nearly all running text; of several articles the longest."""
    found = root
    articles = [element for element in root.iter("article") if next(element.iterancestors("article"), None) is None]
    best = max(articles, key=running, default=None)
    if best is not None and running(best) > running(root) / 2:
        return best
    while True:
        inner = next((child for child in found if running(child) >= max(1, _SHARE * running(root))), None)
        if inner is None:
            return found
        found = inner
