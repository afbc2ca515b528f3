"""What a learner's answer form sends."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from quizzes.models import AttemptSlot, ItemRevision


class AnswerForm(forms.Form):
    """One answer: an option's index or typed text, with the key and sequence number that make it safe to repeat."""

    idempotency_key = forms.CharField(max_length=64)
    sequence = forms.IntegerField(min_value=0)
    choice = forms.IntegerField(required=False, min_value=0)
    text = forms.CharField(
        required=False,
        max_length=500,
        error_messages={"max_length": _("This answer has %(show_value)d characters. Write at most %(limit_value)d.")},
    )

    def __init__(self, *args: Any, slot: AttemptSlot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wording = slot.item_revision

    def clean_choice(self) -> int | None:
        choice: int | None = self.cleaned_data["choice"]
        if choice is not None and choice >= len(self.wording.options or ()):
            raise forms.ValidationError(_("This option does not exist. Choose one of those shown."))
        return choice

    @property
    def given(self) -> dict[str, object]:
        """The answer as it is stored; empty when nothing was chosen or written."""
        if self.wording.interaction == ItemRevision.Interaction.CHOICE:
            choice = self.cleaned_data.get("choice")
            return {} if choice is None else {"choice": choice}
        text = self.cleaned_data.get("text", "")
        return {"text": text} if text else {}
