from django import forms
from django.utils.translation import gettext_lazy


class AssembleForm(forms.Form):
    count = forms.IntegerField(label=gettext_lazy("Questions"), min_value=1, max_value=100)


class QuizTitleForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)


class SlotsForm(forms.Form):
    """One change of the order: which slot moves where, which goes, or which item comes."""

    up = forms.IntegerField(required=False, min_value=1)
    down = forms.IntegerField(required=False, min_value=1)
    remove = forms.IntegerField(required=False, min_value=1)
    add = forms.UUIDField(required=False)
