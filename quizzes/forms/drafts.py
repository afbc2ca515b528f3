"""What the paragraph editor sends: which operation, on which paragraph, as it was typed, and from which state."""

from typing import Any

from django import forms

OPERATIONS = (
    "edit",
    "split",
    "merge",
    "drop",
    "kind",
    "up",
    "down",
    "add",
    "return",
    "join",
    "return_all",
    "undo",
    "redo",
)
# Longer than any paragraph may be: what is too long is refused with a sentence that says by how much.
LONGEST_SENT = 600_000


class ChangeForm(forms.Form):
    """One operation; `text` is None where none was sent. Without a button pressed it is an edit."""

    do = forms.ChoiceField(choices=[(name, name) for name in OPERATIONS], required=False)
    key = forms.CharField(max_length=40, required=False)
    state = forms.CharField(max_length=40)
    text = forms.CharField(max_length=LONGEST_SENT, required=False, strip=False, empty_value=None)
    kind = forms.CharField(max_length=20, required=False)
    auto = forms.BooleanField(required=False)
    by_key = forms.BooleanField(required=False)

    def clean_do(self) -> str:
        return self.cleaned_data["do"] or "edit"

    def clean_text(self) -> str | None:
        """Tell a text that was emptied from one that was not sent."""
        text: str | None = self.cleaned_data["text"]
        return "" if text is None and "text" in self.data else text


class StateForm(forms.Form):
    """The state of the page that something is asked from."""

    state = forms.CharField(max_length=40)


class PlaceForm(forms.Form):
    """Where in the text the editor stands: the first number shown, and behind which paragraph one is being added."""

    first = forms.IntegerField(min_value=1, max_value=10**6, required=False)
    add = forms.CharField(max_length=40, required=False)

    @classmethod
    def read(cls, sent: Any) -> tuple[int, str]:
        form = cls({"first": sent.get("from"), "add": sent.get("add")})
        form.is_valid()
        return form.cleaned_data.get("first") or 1, form.cleaned_data.get("add") or ""
