"""One row a version and place in the three derived tables. Rows that two runs wrote twice go first, all but the oldest of each."""

from django.db import migrations, models


def drop_doubles(apps, schema_editor):
    db = schema_editor.connection.alias
    for name in ("Event", "Assessment", "Forecast"):
        rows = apps.get_model("record", name).objects.using(db)
        oldest = rows.values("version", "place").annotate(oldest=models.Min("id")).values("oldest")
        rows.exclude(pk__in=oldest).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("record", "0005_review"),
    ]

    operations = [
        migrations.RunPython(drop_doubles, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(fields=("version", "place"), name="assessment_one_place_a_version"),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.UniqueConstraint(fields=("version", "place"), name="event_one_place_a_version"),
        ),
        migrations.AddConstraint(
            model_name="forecast",
            constraint=models.UniqueConstraint(fields=("version", "place"), name="forecast_one_place_a_version"),
        ),
    ]
