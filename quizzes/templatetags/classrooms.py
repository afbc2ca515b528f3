"""How a classroom is shown."""

from django import template

register = template.Library()


@register.filter
def join_code(code: str) -> str:
    """Show a stored code with a dash after its word: KELP426X becomes KELP-426X."""
    cut = next((index for index, char in enumerate(code) if char.isdigit()), 0)
    return f"{code[:cut]}-{code[cut:]}" if cut else code
