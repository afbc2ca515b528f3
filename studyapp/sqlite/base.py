"""SQLite whose writers queue instead of asking again and again.

SQLite has one write lock, and a connection that finds it taken sleeps for up to a tenth of a second before it looks
again: with sixty learners the unlucky ones wait for seconds. Here a transaction first takes its turn: in the process
through a lock of its threads, between processes through a lock on a file beside the database, which the kernel hands on
at once and takes back from a process that dies.
"""

import fcntl
import os
import threading
from collections import defaultdict
from typing import Any

from django.db.backends.sqlite3 import base

_threads: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)


class Turn:
    """A writer's place: `take` waits for it, `leave` hands it on; both may be called when there is nothing to do."""

    def __init__(self, database: str) -> None:
        self._lock = _threads[database]
        self._path = f"{database}.lock"
        self._file: int | None = None

    def take(self, timeout: float) -> None:
        """Wait for the turn; after `timeout` seconds go on without one, and SQLite itself will say what is locked."""
        if self._file is not None or not self._lock.acquire(timeout=timeout):
            return
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            fcntl.flock(file, fcntl.LOCK_EX)
        except OSError:
            self._lock.release()
            raise
        self._file = file

    def leave(self) -> None:
        if self._file is None:
            return
        os.close(self._file)
        self._file = None
        self._lock.release()


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own, but for when transactions begin; a database in memory has no queue.

    The hooks that are overridden here exist in Django and are missing in its type stubs.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._turn: Turn | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self._turn = None if self.is_in_memory_db() else Turn(os.path.realpath(str(self.settings_dict["NAME"])))
        return super().get_new_connection(conn_params)

    def _start_transaction_under_autocommit(self) -> None:
        if self._turn:
            self._turn.take(float(self.settings_dict["OPTIONS"].get("timeout", 5)))
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self._leave()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._leave()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._leave()

    def _leave(self) -> None:
        if self._turn:
            self._turn.leave()
