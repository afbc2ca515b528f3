"""Markdown to blocks: its own structure, without front matter, pictures, comments and notes."""

import re
from dataclasses import replace

from quizzes.engine.text.blocks import Block
from quizzes.engine.text.html import Marked, html_blocks
from quizzes.engine.text.kinds import is_byline
from quizzes.engine.text.removal import FOOTNOTE, NOTICE
from quizzes.engine.text.values import ParagraphKind

_TOP = 4
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_TITLE = re.compile(r"^title:[ \t]*(.+?)[ \t]*$", re.M)
_NOTE = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?:[ \t]{2,}.*|[ \t]*(?=\n[ \t]{2,}\S)))*)", re.M)
_MARK = re.compile(r"\[\^[^\]\s]+\]")
# The last thing after a last rule, wholly in italics, speaks of the page: "*Found a mistake? Edit this page.*"
_COLOPHON = re.compile(r"\n(?:-{3,}|\*{3,}|_{3,}|(?:[-*_] ){2,}[-*_])[ \t]*\n\s*([*_])(?!\1)(.+?)(?<!\1)\1\s*\Z", re.S)
# "[TOC]" alone, the box of a task, and the name of a heading: "### The pier {#pier}".
_LEFTOVERS = re.compile(r"^\[\[?_?toc_?\]?\][ \t]*$|(?<=[-*+] )\[[ xX]\] |[ \t]*\{[#.][\w .#-]+\}[ \t]*$", re.I | re.M)
# What site generators and note books add: "{{< figure >}}", "{% include %}", "{: .wide }", ":::note", "> [!NOTE]".
_COMMANDS = re.compile(
    r"\{\{[<%].*?[>%]\}\}|\{%.*?%\}|\{:[^{}\n]*\}|^:::.*$|(?<=^> )\[!\w+\][+-]?[ \t]*"
    r"|^(?:import .* from|export const) .*$",
    re.M,
)
# "[[piers|the pier]]" and "==wet=="
_LINK = re.compile(r"\[\[(?:[^\]|\n]*\|)?([^\]|\n]+)\]\]")
_BRIGHT = re.compile(r"(?<![=\w])==(?=[^\s=])([^=\n]+)(?<=[^\s=])==(?![=\w])")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)


def markdown_blocks(text: str) -> Marked:
    """Read a Markdown text; footnotes and a closing line about the page come along as noise."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a process that reads no Markdown must not pay for it

    plain = _COMMENT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    front = _FRONT_MATTER.match(plain)
    body = plain[front.end() :] if front else plain
    notes = [Block(ParagraphKind.BODY, " ".join(found.group(2).split()), FOOTNOTE) for found in _NOTE.finditer(body)]
    body = _BRIGHT.sub(r"\1", _LINK.sub(r"\1", _COMMANDS.sub("", body)))
    body = _LEFTOVERS.sub("", _MARK.sub("", _NOTE.sub("", body)))
    if closing := _COLOPHON.search(body):
        notes.append(Block(ParagraphKind.BODY, " ".join(closing.group(2).split()), NOTICE))
        body = body[: closing.start()]
    # Elements within the text are read for their words only and never shown, so they may stand.
    rendered = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(body)
    read = html_blocks(rendered, whole=True)
    found = _TITLE.search(front.group(1)) if front else None
    named = found.group(1).strip("'\"") if found else ""
    blocks = [
        replace(block, kind=ParagraphKind.BYLINE) if at < _TOP and is_byline(block.text) else block
        for at, block in enumerate(read.blocks)
    ]
    if named and "<h1" not in rendered:
        blocks = [_as_heading(block) for block in blocks]
        return replace(read, title=named, blocks=(*blocks, *notes))
    return replace(read, title=read.title or named, blocks=(*blocks, *notes))


def _as_heading(block: Block) -> Block:
    """Let the first heading of a lower rank be one, since the front matter names the text."""
    return replace(block, kind=ParagraphKind.HEADING) if block.kind is ParagraphKind.TITLE else block
