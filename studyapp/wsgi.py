"""The WSGI entry point that gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from studyapp.gate import gate

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "studyapp.settings")

application = gate(get_wsgi_application())

# The views are loaded now instead of with the first request; and what is there now stays, so that the search for
# garbage need not look through it again and again.
get_resolver().url_patterns  # noqa: B018
gc.collect()
gc.freeze()
