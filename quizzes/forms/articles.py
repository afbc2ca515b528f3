"""What an instructor sends about an article: its text, its title, and what to ask the engine for."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.intake import IntakeError, kind_of
from quizzes.intake.fetching_hosts import FetchError, target_of
from quizzes.intake.reading import LARGEST, MEGABYTE
from quizzes.models import Article, Item

ENDINGS = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".epub")


class ArticleForm(forms.Form):
    """A text to bring in: pasted, a file, or a web address; exactly one of the three.

    `brought` says which, in the words of Article.Source; `is_quick` whether it can be taken in while the teacher waits.
    """

    QUICK_CHARACTERS = 200_000
    LARGEST = LARGEST

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200, required=False)
    text = forms.CharField(label=gettext_lazy("Text"), required=False, strip=False, widget=forms.Textarea)
    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        allow_empty_file=True,
        max_length=200,
        error_messages={"max_length": gettext_lazy("The name of this file is too long. Give it a shorter one.")},
    )
    address = forms.CharField(label=gettext_lazy("Web address"), max_length=2000, required=False)

    @property
    def takes_addresses(self) -> bool:
        return bool(settings.FETCH_ADDRESSES)

    @property
    def most_megabytes(self) -> dict[str, int]:
        """How large a file may be, by its kind."""
        return {kind.value: most // MEGABYTE for kind, most in self.LARGEST.items()}

    @property
    def accept(self) -> str:
        return ",".join(ENDINGS)

    def clean_file(self) -> bytes:
        """Read the upload; what it is decides its content, and its name only helps."""
        upload = self.cleaned_data["file"]
        if not upload:
            return b""
        if upload.size > max(self.LARGEST.values()):
            raise forms.ValidationError(_too_large(max(self.LARGEST.values())))
        data: bytes = upload.read()
        try:
            if not data.strip():
                raise IntakeError(_("This file has no text in it. Upload a file with the text of an article."))
            kind = kind_of(data, upload.name)
        except IntakeError as fault:
            raise forms.ValidationError(str(fault)) from fault
        if len(data) > self.LARGEST[kind]:
            raise forms.ValidationError(_too_large(self.LARGEST[kind]))
        self.cleaned_data["brought"] = kind.value
        self.cleaned_data["source_name"] = upload.name
        return data

    def clean_address(self) -> str:
        """Check the form of the address; people leave out how it begins."""
        address: str = self.cleaned_data["address"]
        if address and "://" not in address:
            address = f"https://{address}"
        if address:
            try:
                target_of(address)
            except FetchError as fault:
                raise forms.ValidationError(str(fault)) from fault
        return address

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        pasted, uploaded, address = cleaned["text"], cleaned["file"], cleaned["address"]
        given = [name for name, value in (("text", pasted.strip()), ("file", uploaded), ("address", address)) if value]
        if len(given) > 1:
            self.add_error(given[-1], _("There is another text as well. Give one, and leave the others empty."))
        elif not given:
            self.add_error("text", _("There is no text yet. Paste one, choose a file, or give a web address."))
        elif given != ["file"]:
            cleaned["brought"] = Article.Source.PASTED if given == ["text"] else Article.Source.ADDRESS
            cleaned["source_name"] = address
        self.given = given[0] if given else "text"
        return cleaned

    @property
    def brought_data(self) -> bytes | None:
        """The bytes that the background has to read; none of a web address."""
        uploaded: bytes = self.cleaned_data["file"]
        return None if self.given == "address" else uploaded or self.cleaned_data["text"].encode()

    @property
    def is_quick(self) -> bool:
        """Say whether the text is short and plain enough to be read at once."""
        brought = self.cleaned_data["brought"]
        if brought == Article.Source.PASTED:
            return len(self.cleaned_data["text"]) <= self.QUICK_CHARACTERS
        return brought == Article.Source.TEXT and len(self.cleaned_data["file"]) <= self.QUICK_CHARACTERS


def _too_large(most: int) -> str:
    return _("This file is larger than %(most)d MB. Bring a shorter text, or split it into several articles.") % {
        "most": most // MEGABYTE
    }


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
    chapters = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Chapters"),
        coerce=int,
        required=False,
        error_messages={"invalid_choice": gettext_lazy("The text has changed meanwhile. Choose the chapters again.")},
    )

    def __init__(self, *args: Any, chapters: Sequence[tuple[int, str]] = (), **options: Any) -> None:
        """Offer these chapters, each by the number of its first paragraph; none chosen means the whole text."""
        super().__init__(*args, **options)
        cast(forms.TypedMultipleChoiceField, self.fields["chapters"]).choices = list(chapters)

    def clean_seed(self) -> int:
        return self.cleaned_data["seed"] or 0
