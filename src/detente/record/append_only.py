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

# As above, but the column "withdrawn" may be filled where it is empty.
_SQLITE_WITHDRAWAL = (
    "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} WHEN OLD.withdrawn IS NOT NULL OR {changed} "
    "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    *_SQLITE[1:],
)
_POSTGRES_WITHDRAWAL = (
    _POSTGRES[0],
    "CREATE OR REPLACE FUNCTION record_refuse_but_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$ "
    "BEGIN IF OLD.withdrawn IS NOT NULL OR to_jsonb(NEW) - 'withdrawn' IS DISTINCT FROM to_jsonb(OLD) - 'withdrawn' "
    "THEN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END IF; RETURN NEW; END $$",
    "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION record_refuse_but_withdrawal()",
    "CREATE TRIGGER {table}_append_only BEFORE DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION record_refuse()",
)


def guard(schema_editor: Any, table: str) -> None:
    """Make a table append-only from inside a migration. table: a name of this package, never from outside."""
    editor_is_sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in _SQLITE if editor_is_sqlite else _POSTGRES:
        schema_editor.execute(statement.format(table=table), params=None)  # None: a percent sign is one


def guard_but_withdrawal(schema_editor: Any, table: str) -> None:
    """The same for a table whose rows may be withdrawn, once."""
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
    changed = " OR ".join(f'NEW."{column}" IS NOT OLD."{column}"' for column in columns if column != "withdrawn")
    for statement in _SQLITE_WITHDRAWAL if connection.vendor == "sqlite" else _POSTGRES_WITHDRAWAL:
        schema_editor.execute(statement.format(table=table, changed=changed), params=None)
