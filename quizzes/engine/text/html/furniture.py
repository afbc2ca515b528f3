"""Elements of a page that stand round or between the paragraphs of its article and do not belong to it."""

import re
from itertools import pairwise
from typing import Any

from quizzes.engine.text import notices
from quizzes.engine.text.html.tree import linked_share, words_of
from quizzes.engine.text.removal import BYLINE, CAPTION, COMMENT, MENU, NOTICE

_TAGS = {"nav": MENU, "aside": NOTICE, "footer": NOTICE, "form": NOTICE, "dialog": NOTICE, "menu": MENU}
_TAGS |= {"figcaption": CAPTION, "caption": CAPTION}
_ROLES = {"navigation": MENU, "banner": MENU, "contentinfo": NOTICE, "complementary": NOTICE, "dialog": NOTICE}
_ROLES |= {
    "search": MENU,
    "alert": NOTICE,
    "alertdialog": NOTICE,
    "menu": MENU,
    "menubar": MENU,
    "doc-footnote": NOTICE,
}
# Whole parts of names of classes and ids: "site-nav", "article__share", "relatedLinks".
_NAMES = {
    MENU: "nav navbar navigation menu breadcrumb breadcrumbs toolbar pagination pager skip share sharing social tags"
    " tag topics keywords toc jump",
    COMMENT: "comment comments disqus discussion",
    CAPTION: "caption credit figcaption photo-credit wp-caption thumbcaption gallerytext",
    BYLINE: "byline author dateline timestamp stamp meta pubdate published readtime bio postmeta",
    NOTICE: "cookie cookies consent banner ad ads advert advertisement adslot sponsored sponsor promo promotion"
    " newsletter signup subscribe subscription related recommended recommendations readnext popular trending"
    " sidebar footer popup modal overlay widget teaser outbrain taboola donate copyright footnote footnotes"
    " infobox hatnote navbox references reflist editsection mw-editsection ambox mbox catlinks printfooter sitesub",
}
_REASONS = {name: reason for reason, names in _NAMES.items() for name in names.split()}
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_TWO = {"read next", "more stories", "most read", "see also", "read more", "edit section", "print only"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LINKS = 0.6
_TO_THE_READER = re.compile(
    r"(?:advertisement|sponsored|read (?:more|next|also)|see also|related(?: articles?| stories)?|share this.*"
    r"|sign up.*|subscribe.*|follow us.*|listen to this.*|(?:this article|this story) (?:first|originally) appeared.*"
    r"|all rights reserved.*|©.*|copyright (?:©|\d{4}).*|(?:topics|tags|filed under):.*|back to top"
    r"|\d+ min(?:ute)?s? read"
    r"|continue reading.*|story continues below.*|found a mistake\?.*|printed from .*|loading|learn more"
    r"|thanks for reading\b.*(?:subscrib|shar).*|a version of this (?:article|story) appear.*)[.:…]*",
    re.I,
)
_LONGEST_NOTICE = 140


def reason_to_drop(element: Any) -> str:
    """Say why an element does not belong to the article by its markup; "" when it does."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return NOTICE
    if _HIDDEN.search(element.get("style", "")):
        return NOTICE
    return _TAGS.get(element.tag, "") or _ROLES.get(element.get("role", ""), "") or _named(element)


def _named(element: Any) -> str:
    for name in f"{element.get('class', '')} {element.get('id', '')}".split():
        parts = [part.casefold() for part in _PARTS.findall(name)]
        pairs = {f"{first} {second}" for first, second in pairwise(parts)}
        if pairs & _TWO:
            return NOTICE
        for part in [name.casefold(), *parts]:
            if part in _REASONS:
                return _REASONS[part]
    return ""


def is_menu(element: Any) -> bool:
    """Tell a list or a line that is mostly links."""
    text = words_of(element)
    return linked_share(element, text) >= _LINKS and (element.tag in ("ul", "ol") or len(text) < _LONGEST_NOTICE)


def is_notice(text: str) -> bool:
    """Tell a short line that speaks to the reader of the site: "Advertisement", "Sign up for our newsletter"."""
    short = len(text) <= _LONGEST_NOTICE
    return short and (_TO_THE_READER.fullmatch(text) is not None or notices.is_notice(text))
