"""Kill a request at a chosen database statement, as a process that dies does: nothing after it happens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

MOST = 60  # no request takes this many statements


class Killed(BaseException):
    """The server is gone."""


@contextmanager
def killed_at(statement: int) -> Iterator[None]:
    """Die before the statement with this number, from 1; what was open is rolled back and the connection is lost."""
    seen = 0

    def count(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal seen
        seen += 1
        if seen == statement:
            raise Killed
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield


def survives(statement: int, action: Callable[[], Any]) -> bool:
    """Perform the action and kill it at the statement; say whether it was over before that."""
    try:
        with killed_at(statement):
            action()
    except Killed:
        connection.close()
        return False
    return True


def points(make: Callable[[], Callable[[], Any]]) -> Iterator[tuple[int, Callable[[], Any], bool]]:
    """Yield (number, action, whether it survived) for a fresh action killed at each of its statements in turn.

    The last one is not killed at all: its reply is what gets lost.
    """
    for statement in range(1, MOST):
        action = make()
        survived = survives(statement, action)
        yield statement, action, survived
        if survived:
            return
    raise AssertionError("the request never ended")
