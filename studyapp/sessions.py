"""Django's sessions in the database, read with a statement that is composed once: every request reads one.

A request that answers a question reads its slot and its learner with it (quizzes/queries/current.py).
"""

import json
from functools import lru_cache
from typing import Any

from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone

from quizzes.queries import current

_READ = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """A session in the database; only the way of reading it differs."""

    def load(self) -> dict[str, Any]:
        asked = [self.session_key, connection.ops.adapt_datetimefield_value(timezone.now())]
        data = current.read_beside(_READ, asked) if current.is_expecting() else _read(asked)
        if data is None:
            self._session_key = None
            return {}
        return self.decode(data)

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        decoded: dict[str, Any] = json.loads(_unpacked(session_data))
        return decoded


@lru_cache(maxsize=1024)
def _unpacked(session_data: bytes | str) -> str:
    """Check the signature of what was read, which seldom changes, once; as text, so that each request has its own."""
    return json.dumps(super(SessionStore, SessionStore()).decode(session_data))


def _read(asked: list[Any]) -> str | None:
    with connection.cursor() as cursor:
        cursor.execute(_READ, asked)
        found = cursor.fetchone()
    return found[0] if found else None
