from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Someone who signs in. Instructors have a user name of their own; a learner's is made when they join."""

    class Theme(models.TextChoices):
        DEVICE = "", _("As the device")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")

    display_name = models.CharField(_("name to show"), max_length=40, blank=True)
    is_instructor = models.BooleanField(_("instructor"), default=False)
    theme = models.CharField(_("theme"), max_length=5, choices=Theme, default=Theme.DEVICE, blank=True)

    single_keys = models.BooleanField(_("single keys"), default=True)
    reading = models.JSONField(_("how text is shown"), default=dict, blank=True)

    def __str__(self) -> str:
        return self.display_name or self.username
