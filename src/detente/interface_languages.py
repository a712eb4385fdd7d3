"""Which languages the pages can speak: English, and each there is a catalog of. Files are looked for and none is read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

SOURCE = "en"  # what messages are written in
DOMAIN = "detente"
LOCALE = Path(__file__).with_name("pages") / "locale"


@cache
def languages() -> tuple[str, ...]:
    """English first. A new one needs a catalog and nothing else."""
    return (SOURCE, *sorted(path.parts[-3] for path in LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")))
