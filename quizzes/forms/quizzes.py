from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.models import Item

BANDS = ("easy", "medium", "hard")


class BlueprintForm(forms.Form):
    """What a quiz should hold; no kinds means all, and an empty number of a difficulty leaves it open."""

    MOST = 100

    count = forms.IntegerField(label=gettext_lazy("Questions"), min_value=1, max_value=MOST, initial=12)
    kinds = forms.MultipleChoiceField(label=gettext_lazy("Kinds"), choices=Item.Kind.choices, required=False)
    easy = forms.IntegerField(label=gettext_lazy("Easy"), min_value=0, max_value=MOST, required=False)
    medium = forms.IntegerField(label=gettext_lazy("Medium"), min_value=0, max_value=MOST, required=False)
    hard = forms.IntegerField(label=gettext_lazy("Hard"), min_value=0, max_value=MOST, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        total = sum(cleaned.get(band) or 0 for band in BANDS)
        if "count" in cleaned and total > cleaned["count"]:
            said = _("Easy, medium and hard are %(total)d together. Ask for %(count)d of them at most.")
            self.add_error("easy", said % {"total": total, "count": cleaned["count"]})
        return cleaned

    @property
    def bands(self) -> dict[Any, int]:
        """Return how many of each difficulty are wished for."""
        return {band: self.cleaned_data[band] for band in BANDS if self.cleaned_data.get(band)}


class QuizTitleForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)


class SlotsForm(forms.Form):
    """One change of the order: which slot moves where, which goes, or which item comes."""

    up = forms.IntegerField(required=False, min_value=1)
    down = forms.IntegerField(required=False, min_value=1)
    remove = forms.IntegerField(required=False, min_value=1)
    add = forms.UUIDField(required=False)
