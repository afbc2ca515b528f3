"""What an instructor sends about an item of match or order: its options, and which goes where."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from quizzes.forms.items import OptionRow, StemForm
from quizzes.models import Item, ItemRevision
from quizzes.queries.items import LETTERS
from quizzes.queries.pairs import is_order, right_options
from quizzes.services.items import Wording


@dataclass(frozen=True, slots=True)
class PairRow:
    """A prompt with the select of its option."""

    label: str
    field: forms.BoundField


class PairsForm(StemForm):
    """The wording of a match or an order: a text an option, and a select a prompt.

    What is known of an option stays as long as its text and its prompt do.
    """

    def __init__(self, data: Any = None, *, item: Item, wording: ItemRevision) -> None:
        super().__init__(data, item=item, wording=wording)
        self.prompts: list[dict[str, Any]] = wording.prompts or []
        self.options: list[dict[str, Any]] = wording.options or []
        for index, option in enumerate(self.options):
            letter = {"letter": LETTERS[index]}
            self.fields[f"option_{index}"] = forms.CharField(
                label=_("Option %(letter)s") % letter,
                initial=option["text"],
                max_length=300,
                error_messages={"required": _("Option %(letter)s has no words. Write it.") % letter},
            )
        letters = [(index, LETTERS[index]) for index in range(len(self.options))]
        for at, (prompt, right) in enumerate(zip(self.prompts, right_options(wording), strict=True)):
            label = _("Place %(number)s") % {"number": prompt["text"]} if is_order(wording) else prompt["text"]
            self.fields[f"match_{at}"] = forms.TypedChoiceField(
                label=label,
                coerce=int,
                choices=letters,
                initial=right,
                error_messages={
                    "required": _("“%(line)s” has no option. Choose one.") % {"line": label},
                    "invalid_choice": _("“%(line)s” needs one of the options shown. Choose one.") % {"line": label},
                },
            )

    def option_rows(self) -> list[OptionRow]:
        return [OptionRow(at, LETTERS[at], self[f"option_{at}"]) for at in range(len(self.options))]

    def pair_rows(self) -> list[PairRow]:
        fields = [self[f"match_{at}"] for at in range(len(self.prompts))]
        return [PairRow(str(field.label), field) for field in fields]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        if len({text.casefold() for text in self._texts()}) < len(self.options):
            self.add_error(None, _("Two options are the same. Word them so that they differ."))
        taken = self._taken()
        twice = next((index for index in taken if taken.count(index) > 1), None)
        if twice is not None:
            text = _("Option %(letter)s is taken more than once. Give each line its own option.")
            self.add_error(None, text % {"letter": LETTERS[twice]})
        return cleaned

    def _texts(self) -> list[str]:
        return [" ".join(self.cleaned_data[f"option_{at}"].split()) for at in range(len(self.options))]

    def _taken(self) -> list[int]:
        return [self.cleaned_data[f"match_{at}"] for at in range(len(self.prompts))]

    def wording(self) -> Wording:
        """Return the next wording; an option that was reworded or moved loses its reason and its place in the text."""
        texts, taken, before = self._texts(), self._taken(), right_options(self.old)
        moved = {index for pair in zip(taken, before, strict=True) if pair[0] != pair[1] for index in pair}
        options = [
            {
                **(known if text == known["text"] and index not in moved else {"rationale": "", "source": None}),
                "text": text,
                "key": index in taken,
            }
            for index, (text, known) in enumerate(zip(texts, self.options, strict=True))
        ]
        prompts = [{**prompt, "match": texts[index]} for prompt, index in zip(self.prompts, taken, strict=True)]
        return Wording(
            self.cleaned_data["stem"], options, [self._key(prompts)], self.cleaned_data["explanation"].strip(), prompts
        )

    def _key(self, prompts: list[dict[str, Any]]) -> str:
        """Tell all pairs, or the whole order, in words."""
        if is_order(self.old):
            return " → ".join(prompt["match"] for prompt in prompts)
        return "; ".join(f"{prompt['text']} – {prompt['match']}" for prompt in prompts)
