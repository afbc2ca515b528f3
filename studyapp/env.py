"""Strict readers of environment variables: a value that makes no sense stops the start with one sentence."""

import os

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def text(name: str, default: str) -> str:
    """Return the variable, or `default` when it is not set."""
    return os.environ.get(name, default)


def boolean(name: str, default: bool) -> bool:
    """Return the variable as a truth value; refuse words that are neither yes nor no."""
    raw = os.environ.get(name)
    if raw is None:
        return default
    if raw.strip().lower() in TRUE:
        return True
    if raw.strip().lower() in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} is {raw!r}; set it to 1 or 0.")


def integer(name: str, default: int, *, low: int, high: int) -> int:
    """Return the variable as a whole number from `low` to `high`, both included."""
    raw = os.environ.get(name)
    if raw is None:
        return default
    if not raw.strip().lstrip("-").isdigit() or not low <= int(raw) <= high:
        raise ImproperlyConfigured(f"{name} is {raw!r}; set it to a whole number from {low} to {high}.")
    return int(raw)


def words(name: str, default: list[str]) -> list[str]:
    """Return the variable split at commas, blanks dropped."""
    raw = os.environ.get(name)
    if raw is None:
        return default
    return [word.strip() for word in raw.split(",") if word.strip()]
