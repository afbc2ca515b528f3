"""The WSGI entry point that gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from studyapp.gate import gate

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "studyapp.settings")

application = gate(get_wsgi_application())

# The views are loaded now instead of with the first request.
get_resolver().url_patterns  # noqa: B018

# What is there now stays. To look through it for garbage again would stop the process for a twentieth of a second; and
# what requests leave is looked through after some hundred answers instead of some ten.
gc.collect()
gc.freeze()
gc.set_threshold(10_000, 10, 10)
