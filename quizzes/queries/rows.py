"""Single rows written without building a query: for the one place where a class answers at the same moment.

Django composes SQL anew for each call, which took two thirds of the time of storing an answer. These statements are the
ones that it would have made, composed once; the values go through the fields as always.
"""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

Row = models.Model


def _quoted(name: str | None) -> str:
    """Quote a name of a table or column; `name` is None only for what has no column, and such fields are left out."""
    return str(connections[DEFAULT_DB_ALIAS].ops.quote_name(str(name)))


@lru_cache
def _fields(model: type[Row]) -> dict[str, models.Field[Any, Any]]:
    return {field.attname: field for field in model._meta.concrete_fields}


@dataclass(frozen=True, slots=True)
class Change:
    """Set one column of the row that has all of `seen`."""

    model: type[Row]
    column: str
    value: Any
    seen: Mapping[str, Any]

    @property
    def statement(self) -> str:
        return _update_statement(self.model, self.column, tuple(self.seen))

    def values(self, connection: BaseDatabaseWrapper) -> list[Any]:
        fields = _fields(self.model)
        pairs = [(self.column, self.value), *self.seen.items()]
        return [fields[name].get_db_prep_value(value, connection) for name, value in pairs]


def store_after(row: Row, first: Change, then: Change | None = None) -> bool:
    """Make the first change, and if there was a row for it the other, then store the new row; all of it or nothing.

    Say whether it was done; IntegrityError as always. PostgreSQL takes it as one statement, which is its own
    transaction: one exchange with the server instead of five, a third of the time of storing an answer. SQLite, which
    is not asked over a connection, takes the same three statements one by one.
    """
    connection = connections[DEFAULT_DB_ALIAS]  # once: `django.db.connection` looks it up for each attribute
    stored = _store_in_one if connection.vendor == "postgresql" else _store_in_turn
    return stored(connection, row, first, then)


def _store_in_one(connection: BaseDatabaseWrapper, row: Row, first: Change, then: Change | None) -> bool:
    statement = _statement_in_one(type(row), first.statement, then.statement if then else "")
    changed = [*first.values(connection), *(then.values(connection) if then else ())]
    # Within a transaction a refusal must leave it usable.
    with transaction.atomic() if connection.in_atomic_block else nullcontext(), connection.cursor() as cursor:
        cursor.execute(statement, [*changed, *_values(connection, row)])
        return _take_key(connection, row, cursor.fetchone())


def _store_in_turn(connection: BaseDatabaseWrapper, row: Row, first: Change, then: Change | None) -> bool:
    columns, places = _columns(type(row))
    values = _values(connection, row)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(first.statement, first.values(connection))
        if not cursor.rowcount:
            return False
        if then:
            cursor.execute(then.statement, then.values(connection))
        cursor.execute(f"{columns} VALUES ({places}) {_returning(type(row))}", values)
        return _take_key(connection, row, cursor.fetchone())


def _take_key(connection: BaseDatabaseWrapper, row: Row, key: tuple[Any, ...] | None) -> bool:
    if key is None:
        return False
    row.pk = key[0]
    row._state.adding, row._state.db = False, connection.alias
    return True


def _values(connection: BaseDatabaseWrapper, row: Row) -> list[Any]:
    fields = [field for field in _fields(type(row)).values() if not field.primary_key]
    return [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields]


@lru_cache
def _statement_in_one(model: type[Row], first: str, then: str) -> str:
    """Compose it for PostgreSQL; the new row is selected from the changes, so that they come before it."""
    columns, places = _columns(model)
    changes, joined = f"WITH first AS ({first} RETURNING 1)", "first"
    if then:
        changes += f", then_ AS ({then} AND EXISTS (SELECT FROM first) RETURNING 1)"
        joined = "first LEFT JOIN then_ ON true"
    return f"{changes} {columns} SELECT {places} FROM {joined} {_returning(model)}"  # noqa: S608 - names of our own


@lru_cache
def _columns(model: type[Row]) -> tuple[str, str]:
    columns = [_quoted(field.column) for field in _fields(model).values() if not field.primary_key]
    return f"INSERT INTO {_quoted(model._meta.db_table)} ({', '.join(columns)})", ", ".join(["%s"] * len(columns))


def _returning(model: type[Row]) -> str:
    return f"RETURNING {_quoted(model._meta.pk.column)}"


@lru_cache
def _update_statement(model: type[Row], changed: str, seen: tuple[str, ...]) -> str:
    fields = _fields(model)
    where = " AND ".join(f"{_quoted(fields[name].column)} = %s" for name in seen)
    return f"UPDATE {_quoted(model._meta.db_table)} SET {_quoted(fields[changed].column)} = %s WHERE {where}"  # noqa: S608 - as above
