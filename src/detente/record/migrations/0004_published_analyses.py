"""What stands on the page of a published analysis, and the statuses it froze, which the database itself refuses to change."""

import django.db.models.deletion
from django.db import migrations, models


def add_guard(apps, schema_editor):
    from detente.record.append_only import guard

    guard(schema_editor, "record_publishedstatus")


class Migration(migrations.Migration):

    dependencies = [
        ("record", "0003_forecast_ledger"),
    ]

    operations = [
        migrations.AddField(
            model_name='analysis',
            name='page',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='analysis',
            name='page_number',
            field=models.BigIntegerField(null=True, unique=True),
        ),
        migrations.AddField(
            model_name='analysis',
            name='withdrawn',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='publishedstatus',
            name='analysis',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statuses', to='record.analysis'),
        ),
        migrations.RunPython(add_guard, migrations.RunPython.noop),
    ]
