"""Statuses that were kept to be cited, and triggers that keep the table append-only."""

from django.db import migrations, models


def add_guards(apps, schema_editor):
    from detente.record.append_only import guard

    guard(schema_editor, "record_citedstatus")


class Migration(migrations.Migration):
    dependencies = [("record", "0007_withdrawn_once")]

    operations = [
        migrations.CreateModel(
            name="CitedStatus",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.TextField()),
                ("kind", models.CharField(max_length=16)),
                ("as_of", models.DateField()),
                ("key", models.CharField(max_length=16)),
                ("made_at", models.DateTimeField(db_index=True)),
                ("version", models.CharField(max_length=300)),
                ("payload", models.JSONField()),
            ],
            options={
                "constraints": (models.UniqueConstraint(fields=("name", "kind", "as_of", "key"), name="one_citation_an_answer"),),
            },
        ),
        migrations.RunPython(add_guards, migrations.RunPython.noop),
    ]
