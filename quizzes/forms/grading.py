"""What an instructor sends about marks: the wording to grade with, and a mark set by hand."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from quizzes.models import Response


class RegradeForm(forms.Form):
    """The run of a preview: which wording, and the digest of what was shown."""

    revision = forms.IntegerField(min_value=1)
    expected = forms.CharField(max_length=16, required=False)


class MarkForm(forms.Form):
    """A mark between nothing and the maximum of the slot."""

    note = forms.CharField(
        label=_("Note"),
        max_length=300,
        required=False,
        error_messages={"max_length": _("The note has %(show_value)d characters. Write at most %(limit_value)d.")},
    )

    def __init__(self, *args: Any, response: Response, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = response.attempt_slot.maximum_mark
        said = _("The mark must be a number between 0 and %(most)s.") % {"most": most.normalize()}
        self.fields["mark"] = forms.DecimalField(
            label=_("Mark"),
            min_value=Decimal(0),
            max_value=most,
            max_digits=6,
            decimal_places=3,
            error_messages=dict.fromkeys(
                (
                    "required",
                    "invalid",
                    "min_value",
                    "max_value",
                    "max_digits",
                    "max_decimal_places",
                    "max_whole_digits",
                ),
                said,
            ),
        )

    def clean_note(self) -> str:
        """Leave the full stop at the end out: a sentence goes on after the note."""
        note: str = self.cleaned_data["note"]
        return note.strip().removesuffix(".")
