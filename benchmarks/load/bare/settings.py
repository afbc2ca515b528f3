"""Settings of the bare view: the app's database settings and nothing else."""

from studyapp.settings import database

SECRET_KEY = "bare"  # noqa: S105 - it signs nothing
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = ["benchmarks.load.bare"]
ROOT_URLCONF = "benchmarks.load.bare.urls"
DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
LOGGING_CONFIG = None
