"""Entry point of the bare application; it makes its table when there is none."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connection

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.load.bare.settings"
application = get_wsgi_application()

from benchmarks.load.bare.models import Row  # noqa: E402 - a model needs the settings


def prepare() -> None:
    """Make the table."""
    if Row._meta.db_table not in connection.introspection.table_names():
        with connection.schema_editor() as editor:
            editor.create_model(Row)
