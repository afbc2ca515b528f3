"""What raters said about items, one JSON object a line, and how such files are read and written."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "corpus" / "ratings"
ENGINE = "engine"
UNNAMED = "unnamed"  # the rater told why in words and named no gate
TWO_MINOR = "minor"  # stands for a gate where an item has two minor flaws and no failed gate


class RatingError(ValueError):
    """A file of ratings cannot be read; the message is one sentence that says where and why."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rater's judgement: usable as it is, the gates that failed (first the worst), minor flaws, few words why."""

    usable: bool
    fails: tuple[str, ...] = ()
    minor: tuple[str, ...] = ()
    why: str = ""

    @property
    def first_fail(self) -> str | None:
        """Return the gate for which the item was refused, or None when it was not."""
        if self.usable:
            return None
        if self.fails:
            return self.fails[0]
        return TWO_MINOR if len(self.minor) > 1 else UNNAMED


@dataclass(frozen=True, slots=True)
class Rating:
    """A rated item: what made it, what the score was made of, and each rater's verdict by the rater's name.

    `stem` and `key` are None where the article is not the project's own. `source` is "engine" but for items of other
    makers that were rated beside the engine's.
    """

    engine: str
    rated: str
    article: str
    id: str
    kind: str
    rule: str
    score: float
    recommended: bool
    verdicts: Mapping[str, Verdict]
    features: Mapping[str, float] = field(default_factory=dict)
    stem: str | None = None
    key: str | None = None
    source: str = ENGINE

    @property
    def usable(self) -> bool:
        """Say whether every rater would use the item as it is."""
        return all(verdict.usable for verdict in self.verdicts.values())


def verdict_of(data: Mapping[str, Any]) -> Verdict:
    """Return the verdict in an object with "usable" and perhaps "fails", "minor" and "why"."""
    if not isinstance(data.get("usable"), bool):
        raise RatingError("“usable” must be true or false")
    return Verdict(data["usable"], tuple(data.get("fails", ())), tuple(data.get("minor", ())), data.get("why", ""))


def objects(path: Path) -> list[tuple[int, dict[str, Any]]]:
    """Return the objects of a JSON-lines file with their line numbers; blank lines are skipped."""
    found: list[tuple[int, dict[str, Any]]] = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RatingError(f"“{path}” cannot be read ({error}); give a file with one JSON object a line.") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            raise RatingError(f"“{path}”, line {number}: {error.msg}; write one JSON object a line.") from error
        if not isinstance(value, dict):
            raise RatingError(f"“{path}”, line {number}: not an object; write one JSON object a line.")
        found.append((number, value))
    return found


def read(path: Path) -> list[Rating]:
    """Return the ratings of one file."""
    ratings: list[Rating] = []
    for number, data in objects(path):
        try:
            verdicts = {name: verdict_of(verdict) for name, verdict in data.pop("verdicts").items()}
            ratings.append(Rating(verdicts=verdicts, **data))
        except (KeyError, TypeError, AttributeError, RatingError) as error:
            raise RatingError(f"“{path}”, line {number}: {error}; see the README beside the ratings.") from error
    return ratings


def read_all(paths: Sequence[Path] = ()) -> list[Rating]:
    """Return the ratings of these files, by default of all that the project keeps."""
    return [rating for path in paths or sorted(FOLDER.glob("*.jsonl")) for rating in read(path)]


def write(path: Path, ratings: Iterable[Rating]) -> None:
    """Write ratings one a line, with features to four places."""
    lines = []
    for rating in ratings:
        data = asdict(rating)
        data["features"] = {name: round(value, 4) for name, value in sorted(rating.features.items())}
        lines.append(json.dumps(data, ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
