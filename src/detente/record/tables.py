"""Imported event tables: what the record knows of the Parquet files in a desk's folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from detente.record.models import ImportedTable
from detente.record.trouble import guarded


@dataclass(frozen=True, slots=True)
class TableState:
    """One imported table. path: its folder, relative to the desk. sha256: over its parts. parts: one for each import, the files of each
    with their hashes."""

    name: str
    path: str
    sha256: str
    format: str
    version: str
    rows: int
    rejected: int
    first_day: date | None
    last_day: date | None
    imported_at: datetime
    parts: tuple[Mapping[str, Any], ...]


@guarded
def table_states(db: str) -> dict[str, TableState]:
    """name -> what is known of it."""
    rows = ImportedTable.objects.using(db).order_by("name").defer("state")
    return {
        r.name: TableState(
            r.name, r.path, r.sha256, r.format, r.version, r.rows, r.rejected, r.first_day, r.last_day, r.imported_at, tuple(r.parts)
        )
        for r in rows
    }


@guarded
def add_part(
    db: str, name: str, path: str, format: str, version: str, part: Mapping[str, Any], days: tuple[date | None, date | None], at: datetime
) -> None:
    """Note that a part has been added to a table, made now if there was none. The same part again changes nothing."""
    with transaction.atomic(using=db):
        row = ImportedTable.objects.using(db).select_for_update().filter(name=name).first()
        parts = list(row.parts) if row else []
        if any(known["part"] == part["part"] for known in parts):
            return
        parts.append(dict(part))
        known = [day for day in (*days, row.first_day if row else None, row.last_day if row else None) if day]
        values = {
            "path": path,
            "sha256": sha256("\n".join(p["sha256"] for p in parts).encode()).hexdigest(),
            "format": format,
            "version": version,
            "rows": sum(p["rows"] for p in parts),
            "rejected": sum(p["rejected"] for p in parts),
            "first_day": min(known, default=None),
            "last_day": max(known, default=None),
            "imported_at": at,
            "parts": parts,
        }
        ImportedTable.objects.using(db).update_or_create(name=name, defaults=values)
