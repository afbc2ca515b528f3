"""Web pages to blocks: the article of a page, its title, and what of the page does not belong to it."""

from quizzes.engine.text.html.blocks import Marked, html_blocks

__all__ = ["Marked", "html_blocks"]
