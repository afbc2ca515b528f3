"""The web process stays small: it never loads a language model, nor the library of one."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from django.core.wsgi import get_wsgi_application
get_wsgi_application()
import studyapp.urls
print([name for name in ("spacy", "nltk", "lemminflect", "thinc", "numpy") if name in sys.modules])
"""


def test_the_addresses_load_without_the_language_libraries():
    environment = {"LOCAL": "1", "DJANGO_SETTINGS_MODULE": "studyapp.settings", "PATH": ""}
    done = subprocess.run(  # noqa: S603 - the program stands above
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
