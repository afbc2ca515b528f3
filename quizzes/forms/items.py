"""What an instructor sends about an item: why it is rejected, or its new wording."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.engine.grading import ALSO, keys_of_gap
from quizzes.engine.items.values import GAP
from quizzes.models import Decision, Item, ItemRevision
from quizzes.queries.grading_rules import RULES, Told
from quizzes.queries.items import LETTERS
from quizzes.services.items import Wording

MOST_OPTIONS = 6
MOST_KEYS = 20
MOST_GAPS = 8
RULES_SHOWN = "rules_shown"
KEY_LENGTH = 200


class RejectForm(forms.Form):
    reason = forms.ChoiceField(
        label=gettext_lazy("Why reject it?"),
        choices=[pair for pair in Decision.Reason.choices if pair[0]],
        error_messages={"required": gettext_lazy("Choose a reason; it is kept with the decision.")},
    )
    note = forms.CharField(label=gettext_lazy("Note"), max_length=300, required=False)


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An option's field with the letter and the choice that makes it the key."""

    index: int
    letter: str
    field: forms.BoundField
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class RuleRow:
    """The check box of a rule of grading."""

    name: str
    told: Told
    is_on: bool


class StemForm(forms.Form):
    """What every item has that an instructor may reword."""

    stem = forms.CharField(
        label=gettext_lazy("Question"),
        max_length=1000,
        widget=forms.Textarea,
        error_messages={"required": gettext_lazy("A question needs words. Write it.")},
    )
    explanation = forms.CharField(
        label=gettext_lazy("Explanation"), max_length=2000, required=False, widget=forms.Textarea
    )

    def __init__(self, data: Any = None, *, item: Item, wording: ItemRevision) -> None:
        self.item, self.old = item, wording
        super().__init__(data, initial={"stem": wording.stem, "explanation": wording.explanation})

    def clean_stem(self) -> str:
        stem = " ".join(self.cleaned_data["stem"].split())
        gaps = stem.count(GAP)
        if self.item.kind != Item.Kind.CLOZE:
            return stem
        if self.old.options is not None and gaps != 1:
            raise forms.ValidationError(_("A cloze question has one gap. Write five underscores where it stands."))
        if not 1 <= gaps <= MOST_GAPS:
            text = _("A typed cloze question has 1 to %(most)d gaps. Write five underscores where each stands.")
            raise forms.ValidationError(text % {"most": MOST_GAPS})
        return stem


class WordingForm(StemForm):
    """An item's wording, edited in place. What is known of an option stays as long as its text does."""

    def __init__(self, data: Any = None, *, item: Item, wording: ItemRevision) -> None:
        super().__init__(data, item=item, wording=wording)
        if self.old.options is None:
            self._add_keys()
        else:
            self._add_options(self.old.options)

    def _add_keys(self) -> None:
        lines = [prompt["match"].replace(ALSO, f" {ALSO} ") for prompt in self.old.prompts or []] or self.old.keys
        self.fields["keys"] = forms.CharField(
            label=_("Accepted answers"), initial="\n".join(lines), widget=forms.Textarea, required=False
        )
        # A form without the check boxes says nothing about the rules; one with them and none ticked forgives nothing.
        if self.is_bound and RULES_SHOWN not in self.data:
            return
        for rule, told in RULES.items():
            is_on = self.old.grading.get(rule.value) is not False
            self.fields[f"rule_{rule.value}"] = forms.BooleanField(label=str(told.label), required=False, initial=is_on)

    def rule_rows(self) -> list[RuleRow]:
        """Return the check boxes; after a form that did not show them, as they are stored."""
        return [
            RuleRow(
                f"rule_{rule.value}",
                told,
                bool(self[f"rule_{rule.value}"].value())
                if f"rule_{rule.value}" in self.fields
                else self.old.grading.get(rule.value) is not False,
            )
            for rule, told in RULES.items()
        ]

    @property
    def has_fixed_key(self) -> bool:
        """Say whether the key stands where the evidence does, so that another key would be another item."""
        return self.item.kind in (Item.Kind.LOCATE, Item.Kind.INSERTION)

    def _add_options(self, options: list[dict[str, Any]]) -> None:
        """Add a field an option, and an empty one for one more; the words of true and false and of places stay."""
        fixed = self.has_fixed_key or self.item.kind == Item.Kind.TRUE_FALSE
        texts = [option["text"] for option in options]
        if not fixed and len(texts) < MOST_OPTIONS:
            texts.append("")
        for index, text in enumerate(texts):
            self.fields[f"option_{index}"] = forms.CharField(
                label=_("Option %(letter)s") % {"letter": LETTERS[index]},
                initial=text,
                max_length=None if fixed else 300,
                required=False,
                disabled=fixed,
            )
        right = next((index for index, option in enumerate(options) if option["key"]), 0)
        self.fields["key"] = forms.TypedChoiceField(
            label=_("Right answer"),
            coerce=int,
            choices=[(index, LETTERS[index]) for index in range(len(texts))],
            initial=right,
            disabled=self.has_fixed_key,
            error_messages={"required": _("Choose the option that is right.")},
        )

    def option_rows(self) -> list[OptionRow]:
        names = [name for name in self.fields if name.startswith("option_")]
        chosen = str(self["key"].value()) if names else ""
        return [OptionRow(index, LETTERS[index], self[name], str(index) == chosen) for index, name in enumerate(names)]

    def clean_keys(self) -> list[str]:
        lines = (" ".join(line.split()) for line in self.cleaned_data["keys"].splitlines())
        keys = [line for line in lines if line]
        if not keys:
            raise forms.ValidationError(_("Write at least one answer that is right."))
        if len(keys) > MOST_KEYS or any(len(key) > KEY_LENGTH for key in keys):
            raise forms.ValidationError(_("Write at most 20 answers of at most 200 characters each."))
        return keys

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        if self.old.options is None:
            self._clean_gaps(cleaned)
            return cleaned
        texts = self._texts()
        written = [text.casefold() for text in texts if text]
        if len(written) < 2:
            self.add_error("option_0", _("A choice needs at least two options. Write another one."))
        elif len(set(written)) < len(written):
            self.add_error(None, _("Two options are the same. Word them so that they differ."))
        elif not texts[cleaned["key"]]:
            self.add_error("key", _("The right answer has no words. Write it, or choose another option."))
        return cleaned

    def _clean_gaps(self, cleaned: dict[str, Any]) -> None:
        """Ask for one line of answers a gap where there are several."""
        gaps, lines = cleaned["stem"].count(GAP), len(cleaned["keys"])
        if gaps > 1 and lines != gaps:
            text = _(
                "The question has %(gaps)d gaps and there are %(lines)d lines of answers."
                " Write one line for each gap, with | between answers that are both right."
            )
            self.add_error("keys", text % {"gaps": gaps, "lines": lines})
        elif gaps > 1 and not all(line.replace(ALSO, "").strip() for line in cleaned["keys"]):
            self.add_error("keys", _("A gap has no answer. Write at least one for each."))

    def _texts(self) -> list[str]:
        return [" ".join(self.cleaned_data[name].split()) for name in self.fields if name.startswith("option_")]

    def wording(self) -> Wording:
        """Return the next wording; an option that was reworded loses its place in the text."""
        stem, explanation = self.cleaned_data["stem"], self.cleaned_data["explanation"].strip()
        if self.old.options is None:
            return self._typed(stem, self.cleaned_data["keys"], explanation)
        right = self.cleaned_data["key"]
        options = [
            self._option(index, text, index == right, explanation) for index, text in enumerate(self._texts()) if text
        ]
        return Wording(stem, options, [option["text"] for option in options if option["key"]], explanation)

    def _typed(self, stem: str, lines: list[str], explanation: str) -> Wording:
        rules = {rule.value: self.cleaned_data[name] for rule in RULES if (name := f"rule_{rule.value}") in self.fields}
        if stem.count(GAP) < 2:
            return Wording(stem, None, list(dict.fromkeys(lines)), explanation, grading=rules or None)
        prompts = [
            {"text": str(number), "match": ALSO.join(keys_of_gap({"match": line})), "source": None}
            for number, line in enumerate(lines, start=1)
        ]
        key = "; ".join(keys_of_gap(prompt)[0] for prompt in prompts)
        return Wording(stem, None, [key], explanation, prompts, rules or None)

    def _option(self, index: int, text: str, key: bool, explanation: str) -> dict[str, Any]:
        before = self.old.options or []
        known = before[index] if index < len(before) else None
        if known and known["text"] == text and known["key"] == key:
            is_explained = known["rationale"] == self.old.explanation
            return {**known, "rationale": explanation if is_explained else known["rationale"]}
        is_explained = key or self.item.kind == Item.Kind.TRUE_FALSE
        return {"text": text, "key": key, "rationale": explanation if is_explained else "", "source": None}
