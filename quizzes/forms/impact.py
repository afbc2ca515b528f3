"""What is pressed on the impact screen: a group or one question, and the revision that it was pressed on."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from quizzes.engine.explanations.anchoring import Standing
from quizzes.queries.impact import HOLDING

# What one press may carry over: a group, or all that still hold.
GROUPS: dict[str, tuple[Standing, ...]] = {
    "holding": HOLDING,
    "unchanged": (Standing.UNCHANGED,),
    "moved": (Standing.MOVED,),
    "reworded": (Standing.REWORDED,),
    "lost": (Standing.LOST,),
}


class GroupForm(forms.Form):
    """A group or one item; `revision` is the number of the text that the page compared with."""

    revision = forms.IntegerField(min_value=1)
    group = forms.ChoiceField(choices=[(name, name) for name in GROUPS], required=False)
    item = forms.UUIDField(required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("group") and not cleaned.get("item"):
            raise forms.ValidationError(_("Choose a group or a question."))
        return cleaned

    @property
    def standings(self) -> tuple[Standing, ...]:
        return GROUPS.get(self.cleaned_data["group"], ())


class _UuidsField(forms.TypedMultipleChoiceField):
    """Any number of UUIDs."""

    def valid_value(self, value: str) -> bool:
        try:
            UUID(value)
        except ValueError:
            return False
        return True


class UndoForm(forms.Form):
    """The items whose last decision is to be taken back."""

    item = _UuidsField(coerce=UUID)
