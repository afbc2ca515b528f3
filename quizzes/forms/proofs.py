"""The sentence that a learner marks as proof."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

_SENTENCE = re.compile(r"(\d{1,6}):(\d{1,7})")


class ProofForm(forms.Form):
    """A paragraph's number and an offset in it, as in "4:120", with the key that makes it safe to repeat."""

    idempotency_key = forms.CharField(max_length=64)
    sentence = forms.CharField(
        max_length=20, error_messages={"required": _("Choose the sentence that proves your answer first.")}
    )

    def clean_sentence(self) -> tuple[int, int]:
        found = _SENTENCE.fullmatch(self.cleaned_data["sentence"])
        if not found:
            raise forms.ValidationError(_("This sentence does not exist. Choose one of those shown."))
        return int(found[1]), int(found[2])
