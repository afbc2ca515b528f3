"""Queries that Django composes once: for the few that every answer of a class asks.

Composing the same SQL anew for each request took half of the time of storing an answer. Here Django composes a query
the first time, with places where the values go. Afterwards only the values change; they, and what is read, go through
the fields as always.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, QuerySet
from django.db.models.base import ModelState
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=models.Model)
Row = Mapping[str, Any]
Field = models.Field[Any, Any]
Converters = list[tuple[int, list[Callable[..., Any]], Any]]


class Place(Expression):
    """Where a value goes that is known only when the query is asked."""

    def __init__(self, path: str, field: Field) -> None:
        super().__init__(output_field=field)
        self.path = path

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        return "%s", [self]

    def value(self, values: Row, connection: BaseDatabaseWrapper) -> Any:
        return self.output_field.get_db_prep_value(values[self.path], connection)


class Composed:
    """The `columns` of the one row whose `keys` have the values asked for; both are named by their paths.

    `rows` is called when the query is first asked: models and database are not ready before.
    """

    def __init__(self, rows: Callable[[], QuerySet[Any]], columns: tuple[str, ...], keys: tuple[str, ...]) -> None:
        self._rows, self._columns, self._keys = rows, columns, keys

    @cached_property
    def _statement(self) -> tuple[str, tuple[Any, ...], Converters]:
        rows = self._rows().order_by()
        places = {path: Place(path, _field(rows.model, path)) for path in self._keys}
        compiler = rows.filter(**places).values_list(*self._columns).query.get_compiler(DEFAULT_DB_ALIAS)
        statement, values = compiler.as_sql()
        converters = compiler.get_converters([column for column, _, _ in compiler.select])
        return statement, values, [(at, each, column) for at, (each, column) in converters.items()]

    def first(self, **values: Any) -> Row | None:
        """Return the columns by path, or None when there is no such row."""
        statement, _, _ = self._statement
        found = _fetched(statement, self._given(values))
        return self._row(found) if found else None

    def beside(self, other: str, asked: Sequence[Any], **values: Any) -> tuple[Any, Row | None] | None:
        """Ask `other`, a statement for one value, and this one in the same exchange with the server.

        None when `other` finds nothing; the value with no columns when only this one does not.
        """
        statement, _, _ = self._statement
        both = f"SELECT * FROM ({other}) AS other_ LEFT JOIN ({statement}) AS this_ ON true"  # noqa: S608 - both our own
        found = _fetched(both, [*asked, *self._given(values)])
        if found is None:
            return None
        value, *row = found
        return value, self._row(row) if any(column is not None for column in row) else None

    def _given(self, values: Row) -> list[Any]:
        connection = connections[DEFAULT_DB_ALIAS]  # once: `django.db.connection` looks it up for each attribute
        _, places, _ = self._statement
        return [place.value(values, connection) if isinstance(place, Place) else place for place in places]

    def _row(self, found: Sequence[Any]) -> Row:
        connection = connections[DEFAULT_DB_ALIAS]
        _, _, converters = self._statement
        row = list(found)
        for at, each, column in converters:
            for convert in each:
                row[at] = convert(row[at], column, connection)
        return dict(zip(self._columns, row, strict=True))


def _fetched(statement: str, values: Sequence[Any]) -> Sequence[Any] | None:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(statement, values)
        found: Sequence[Any] | None = cursor.fetchone()
    return found


def _field(model: type[models.Model], path: str) -> Field:
    first, _, rest = path.partition("__")
    field: Any = model._meta.get_field(first)
    return _field(field.related_model, rest) if rest else field


def instance(model: type[M], row: Row, prefix: str = "") -> M:
    """Make the object whose columns stand in `row` behind `prefix`; the others are read when somebody asks for them.

    Django's own way looks at every field and tells who listens to signals, which nobody does; it takes four times as
    long, and an answer makes five objects.
    """
    names, paths = _names(model, tuple(row), prefix)
    made = model.__new__(model)
    made._state = ModelState()
    made._state.adding, made._state.db = False, DEFAULT_DB_ALIAS
    made.__dict__.update(zip(names, [row[path] for path in paths], strict=True))
    return made


@lru_cache
def _names(model: type[models.Model], columns: tuple[str, ...], prefix: str) -> tuple[list[str], list[str]]:
    fields = [field for field in model._meta.concrete_fields if prefix + field.name in columns]
    return [field.attname for field in fields], [prefix + field.name for field in fields]
