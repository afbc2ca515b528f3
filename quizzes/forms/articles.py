"""What an instructor sends about an article: its text, its title, and what to ask the engine for."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.intake import MAXIMUM_BYTES, IntakeError, decode
from quizzes.models import Item


class ArticleForm(forms.Form):
    """A text to bring in: pasted, or a file of plain text. `raw_text` is the one that was given."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200, required=False)
    text = forms.CharField(label=gettext_lazy("Text"), required=False, strip=False, widget=forms.Textarea)
    file = forms.FileField(label=gettext_lazy("File"), required=False, allow_empty_file=True)

    def clean_file(self) -> str:
        """Read the upload at once, so that what follows sees one kind of input."""
        upload = self.cleaned_data["file"]
        if not upload:
            return ""
        try:
            return decode(upload.read(MAXIMUM_BYTES + 1))
        except IntakeError as fault:
            raise forms.ValidationError(str(fault)) from fault

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        pasted, uploaded = cleaned["text"], cleaned["file"]
        if pasted.strip() and uploaded:
            self.add_error("file", _("There is a pasted text as well. Leave one of the two empty."))
        elif not pasted.strip() and not uploaded:
            self.add_error("text", _("There is no text yet. Paste one, or choose a file."))
        cleaned["raw_text"] = uploaded or pasted
        return cleaned


class TitleForm(forms.Form):
    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=200,
        error_messages={"required": gettext_lazy("An article needs a title. Write one.")},
    )


class GenerationForm(forms.Form):
    """What to ask the engine for; an empty maximum means everything that passes."""

    MOST = 200

    maximum = forms.IntegerField(
        label=gettext_lazy("At most"),
        min_value=1,
        max_value=MOST,
        required=False,
        initial=30,
        error_messages={"invalid": gettext_lazy("Write a number from 1 to 200, or leave it empty.")},
    )
    seed = forms.IntegerField(
        label=gettext_lazy("Seed"),
        min_value=0,
        max_value=2**31 - 1,
        required=False,
        initial=0,
        error_messages={"invalid": gettext_lazy("Write a whole number, such as 0.")},
    )
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Kinds"),
        choices=Item.Kind.choices,
        error_messages={"required": gettext_lazy("Choose at least one kind of question.")},
    )

    def clean_seed(self) -> int:
        return self.cleaned_data["seed"] or 0
