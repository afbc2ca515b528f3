"""What ten teachers said about generated questions: the labels of Quiz Design (Laban et al. 2022, BSD licence)."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import data
from quizzes.engine.vetting.wording_features import Wording, of_wording

FILE = "quiz-design/quiz_design_groups.jsonl"
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Example:
    """What a model is trained on: features, whether the item was accepted, and the text it is about."""

    features: dict[str, float]
    accepted: bool
    article: str


def sentence_with(answer: str, text: str) -> str:
    """Return the sentence of a text in which an answer stands; a plain split is near enough."""
    sentences = SENTENCE_END.split(text)
    return next((sentence for sentence in sentences if answer in sentence), text)


def read(path: Path) -> list[Example]:
    """Return the examples of a file of groups: one answer span a line, with the questions that ask for it."""
    groups: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Example(
            dict(of_wording(Wording(asked["question"], group["answer_span"], sentence))),
            asked["label"] == 1,
            f"quiz design {group['doc_id']}",
        )
        for group in groups
        for sentence in [sentence_with(group["answer_span"], group["context"])]
        for asked in group["questions"]
    ]


def examples() -> list[Example]:
    """Return all examples, or none where the data are not at hand."""
    file = data.folder() / FILE
    return read(file) if file.is_file() else []
