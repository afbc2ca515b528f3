"""How an item's wording is shown."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from quizzes.engine.items.values import GAP

register = template.Library()


@register.filter
def stem(text: str) -> SafeString:
    """Show each gap as a ruled blank that a screen reader calls "blank"; everything else is escaped."""
    blank = format_html('<span class="gap"><span class="hide">{}</span></span>', _("blank"))
    return format_html_join(blank, "{}", ((part,) for part in text.split(GAP)))


@register.filter
def stem_text(text: str) -> str:
    """Show each gap as an ellipsis, for titles, lists and labels, where markup has no place."""
    return text.replace(GAP, "…")
