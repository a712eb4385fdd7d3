"""Tables whose rows the database itself refuses to change or delete, whoever asks: triggers, on SQLite and on PostgreSQL."""

from __future__ import annotations

from typing import Any

# A row with a key that is there would replace the old one ("INSERT OR REPLACE") without a deletion that triggers see.
_SQLITE = (
    "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    "CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) "
    "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
)
_POSTGRES = (
    "CREATE OR REPLACE FUNCTION record_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ "
    "BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$",
    "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION record_refuse()",
)


def guard(schema_editor: Any, table: str) -> None:
    """Make a table append-only from inside a migration. table: a name of this package, never from outside."""
    editor_is_sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in _SQLITE if editor_is_sqlite else _POSTGRES:
        schema_editor.execute(statement.format(table=table), params=None)  # None: a percent sign is one
