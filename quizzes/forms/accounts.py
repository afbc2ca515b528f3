from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.models import User


class PasswordField(forms.CharField):
    """A new password, checked by the rules of the settings."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=128, strip=False, widget=forms.PasswordInput, **options)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value:
            password_validation.validate_password(value)


class JoinForm(forms.Form):
    code = forms.CharField(label=gettext_lazy("Classroom code"), max_length=20)
    name = forms.CharField(label=gettext_lazy("Name to show in class"), max_length=40)
    password = PasswordField(label=gettext_lazy("Password of your choice"))


class JoinAsForm(forms.Form):
    code = forms.CharField(label=gettext_lazy("Classroom code"), max_length=20)


class SignInForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=150)
    password = forms.CharField(label=gettext_lazy("Password"), max_length=128, strip=False, widget=forms.PasswordInput)
    code = forms.CharField(label=gettext_lazy("Classroom code"), max_length=20, required=False)


class SettingsForm(forms.ModelForm[User]):
    class Meta:
        model = User
        fields = ("display_name", "theme", "single_keys")


class ReadingForm(forms.Form):
    """How text is shown: the empty value of each is the usual."""

    SIZES = ("", "1", "2", "3")
    SPACINGS = ("", "wide", "widest")

    size = forms.ChoiceField(choices=[(value, value) for value in SIZES], required=False)
    spacing = forms.ChoiceField(choices=[(value, value) for value in SPACINGS], required=False)
    easy_font = forms.BooleanField(required=False)
    high_contrast = forms.BooleanField(required=False)


class PasswordForm(forms.Form):
    old = forms.CharField(label=gettext_lazy("Password now"), max_length=128, strip=False, widget=forms.PasswordInput)
    new = PasswordField(label=gettext_lazy("New password"))

    def __init__(self, data: Any = None, *, user: User) -> None:
        self.user = user
        super().__init__(data)

    def clean_old(self) -> str:
        old = self.cleaned_data["old"]
        if not self.user.check_password(old):
            raise forms.ValidationError(_("This is not your password. Type it again."))
        return str(old)
