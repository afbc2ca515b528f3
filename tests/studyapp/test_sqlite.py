"""The queue of writers before SQLite's lock."""

import subprocess
import sys
import threading
import time

import pytest
from django.db import OperationalError

from studyapp.sqlite.base import DatabaseWrapper

OPTIONS = {"transaction_mode": "IMMEDIATE", "timeout": 5, "init_command": "PRAGMA journal_mode=WAL;"}


def connect(path, **options):
    settings = {"NAME": str(path), "OPTIONS": {**OPTIONS, **options}, "TIME_ZONE": None, "CONN_MAX_AGE": 0}
    settings |= {"AUTOCOMMIT": True, "CONN_HEALTH_CHECKS": False, "ATOMIC_REQUESTS": False}
    wrapper = DatabaseWrapper(settings, alias=f"{path}")
    wrapper.inc_thread_sharing()
    return wrapper


def begin(wrapper):
    wrapper.ensure_connection()
    wrapper._start_transaction_under_autocommit()


@pytest.fixture(autouse=True)
def _databases_of_our_own(django_db_blocker):
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def path(tmp_path):
    first = connect(tmp_path / "queue.sqlite3")
    first.cursor().execute("create table row (n integer)")
    first.close()
    return tmp_path / "queue.sqlite3"


def add(path, times):
    wrapper = connect(path)
    for _ in range(times):
        begin(wrapper)
        wrapper.cursor().execute("insert into row select coalesce(max(n), 0) + 1 from row")
        wrapper._commit()
    wrapper.close()


def rows(path):
    wrapper = connect(path)
    found = [n for (n,) in wrapper.cursor().execute("select n from row").fetchall()]
    wrapper.close()
    return sorted(found)


def test_threads_write_one_after_the_other(path):
    threads = [threading.Thread(target=add, args=(path, 20)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows(path) == list(range(1, 401))


def test_the_next_writer_is_let_in_at_once(path):
    holder, waiter, waited = connect(path), connect(path), []
    begin(holder)

    def wait():
        begin(waiter)
        waited.append(time.monotonic())
        waiter._rollback()

    thread = threading.Thread(target=wait)
    thread.start()
    time.sleep(0.2)  # SQLite's own waiter would be asleep for a tenth of a second by now
    assert not waited
    holder._commit()
    thread.join(timeout=5)
    assert waited
    holder.close()
    waiter.close()


def test_a_process_that_dies_hands_its_turn_on(path):
    code = "import sys, time\nfrom tests.studyapp.test_sqlite import begin, connect\n"
    code += f"begin(connect({str(path)!r})); print('begun', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as other:  # noqa: S603 - ours
        assert other.stdout.readline() == "begun\n"
        other.kill()
    add(path, 1)
    assert rows(path) == [1]


def test_a_rolled_back_or_closed_transaction_leaves_the_queue(path):
    first, second = connect(path), connect(path)
    begin(first)
    first._rollback()
    begin(second)
    second.close()
    begin(first)
    first._commit()
    first.close()


def test_who_waits_too_long_hears_of_the_lock(path):
    holder, waiter = connect(path), connect(path, timeout=0.05)
    begin(holder)
    with pytest.raises(OperationalError, match="locked"):
        begin(waiter)
    holder._commit()
    begin(waiter)
    waiter._commit()
    holder.close()
    waiter.close()
