from django.db import migrations
from django.db.models import OuterRef, Subquery


def pin_closing_times(apps, schema_editor):
    """Give open attempts from before there were deadlines the closing time of their assignment, for the sweep."""
    attempts, assignments = (apps.get_model("quizzes", name).objects for name in ("Attempt", "Assignment"))
    closing = assignments.filter(pk=OuterRef("assignment")).values("closes_at")
    attempts.filter(state="open", due_at__isnull=True).update(due_at=Subquery(closing))


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0005_left_out_in_place")]

    operations = [migrations.RunPython(pin_closing_times, migrations.RunPython.noop)]
