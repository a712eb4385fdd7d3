"""The database itself refuses to change or delete a row of the trail."""

from django.db import migrations

_SQLITE = """
CREATE TRIGGER people_trailrow_no_{verb} BEFORE {verb} ON people_trailrow
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END
"""
_POSTGRES = """
CREATE FUNCTION people_trailrow_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the trail is append-only'; END $$;
CREATE TRIGGER people_trailrow_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON people_trailrow
FOR EACH STATEMENT EXECUTE FUNCTION people_trailrow_refuse()
"""


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(_SQLITE.format(verb=verb))
    else:
        schema_editor.execute(_POSTGRES)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(guard)]
