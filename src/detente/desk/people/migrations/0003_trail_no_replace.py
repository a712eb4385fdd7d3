"""On SQLite, "INSERT OR REPLACE" would put a row in the place of another without a deletion that triggers see: refused too."""

from django.db import migrations

_SQLITE = """
CREATE TRIGGER people_trailrow_no_replace BEFORE INSERT ON people_trailrow
WHEN EXISTS (SELECT 1 FROM people_trailrow WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END
"""


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":  # elsewhere such a statement is an update, which is refused already
        schema_editor.execute(_SQLITE)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_trail_append_only")]
    operations = [migrations.RunPython(guard)]
