"""Corrections and reviews: the database itself lets them be withdrawn, once, and refuses every other change, and deletion."""

from django.db import migrations


def add_guards(apps, schema_editor):
    from detente.record.append_only import guard_but_withdrawal

    for table in ("record_correction", "record_review"):
        guard_but_withdrawal(schema_editor, table)


class Migration(migrations.Migration):
    dependencies = [("record", "0006_merged_rows_once")]
    operations = [migrations.RunPython(add_guards, migrations.RunPython.noop)]
