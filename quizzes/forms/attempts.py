"""What a learner's answer form sends."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from quizzes.models import AttemptSlot, ItemRevision
from quizzes.queries.gaps import gap_count
from quizzes.queries.pairs import is_partial


class _Shared(dict[str, forms.Field]):
    """Fields in which no form changes anything, so that each form of a class that answers need not copy them."""

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, forms.Field]:
        return dict(self)


class AnswerForm(forms.Form):
    """One answer with the key and sequence number that make it safe to repeat.

    It is an option's index, typed text, a text for each of several gaps (`gap_0` ...), an option for each prompt
    (`match_0` ...) or a place for each event (`place_0` ... by option).
    """

    idempotency_key = forms.CharField(max_length=64)
    sequence = forms.IntegerField(min_value=0)
    choice = forms.IntegerField(required=False, min_value=0)
    text = forms.CharField(
        required=False,
        max_length=500,
        error_messages={"max_length": _("This answer has %(show_value)d characters. Write at most %(limit_value)d.")},
    )

    def __init__(self, *args: Any, slot: AttemptSlot, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")  # never shown, and otherwise translated for each form
        super().__init__(*args, **kwargs)
        self.wording = slot.item_revision
        for name in ("choice", "text"):
            if name not in self.data:  # most forms send one of them, and what was not sent needs no look
                del self.fields[name]
        self._add_selects(len(self.wording.prompts or ()), len(self.wording.options or ()))
        self.gaps = [f"gap_{at}" for at in range(gap_count(self.wording))]
        for name in self.gaps:
            self.fields[name] = forms.CharField(
                required=False, max_length=500, error_messages=self.base_fields["text"].error_messages
            )

    def _add_selects(self, prompts: int, options: int) -> None:
        if self.wording.interaction == ItemRevision.Interaction.MATCH:
            names, values = [f"match_{at}" for at in range(prompts)], range(options)
        elif self.wording.interaction == ItemRevision.Interaction.ORDER:
            names, values = [f"place_{at}" for at in range(options)], range(1, prompts + 1)
        else:
            names, values = [], range(0)
        self.selects = names
        for name in names:
            self.fields[name] = forms.TypedChoiceField(
                choices=[("", ""), *((value, str(value)) for value in values)],
                coerce=int,
                empty_value=None,
                required=False,
                error_messages={"invalid_choice": _("This option does not exist. Choose one of those shown.")},
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        taken = [cleaned[name] for name in self.selects if cleaned[name] is not None]
        twice = next((value for value in taken if taken.count(value) > 1), None)
        if twice is not None and self.wording.interaction == ItemRevision.Interaction.ORDER:
            text = _("Place %(place)d is taken more than once. Give each line its own place.")
            self.add_error(None, text % {"place": twice})
        elif twice is not None:
            text = _("“%(option)s” is chosen more than once. Give each line its own option.")
            self.add_error(None, text % {"option": (self.wording.options or [])[twice]["text"]})
        return cleaned

    @property
    def is_broken_order(self) -> bool:
        """Say whether some events have a place and others none, which is no order yet."""
        return self.wording.interaction == ItemRevision.Interaction.ORDER and is_partial(self.given)

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
        if self.selects:
            paired = self._paired()
            return {} if set(paired) == {None} else {"match": paired}
        if self.gaps:
            texts = [self.cleaned_data.get(name, "") for name in self.gaps]
            return {"gaps": texts} if any(texts) else {}
        text = self.cleaned_data.get("text", "")
        return {"text": text} if text else {}

    def _paired(self) -> list[int | None]:
        """Return the option for each prompt; an order names its places, so it is turned round."""
        taken = [self.cleaned_data.get(name) for name in self.selects]
        if self.wording.interaction == ItemRevision.Interaction.MATCH:
            return taken
        by_place = {place: option for option, place in enumerate(taken) if place is not None}
        return [by_place.get(place) for place in range(1, len(self.wording.prompts or ()) + 1)]


AnswerForm.base_fields = _Shared(AnswerForm.base_fields)
