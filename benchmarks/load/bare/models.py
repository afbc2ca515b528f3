from django.db import models


class Row(models.Model):
    """What was sent, and nothing about it."""

    slot = models.IntegerField()
    given = models.TextField()

    class Meta:
        app_label = "bare"

    def __str__(self) -> str:
        return f"{self.slot}: {self.given}"
