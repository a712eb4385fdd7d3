"""Actor codes taken apart: "BLRGOV" is the country BLR and the sector GOV; "IGOEUULEG" the organisation IGOEUU and LEG."""

from __future__ import annotations

# Codes that start with one of these name an actor by two groups of letters (IGOEUU, NGOAMN, IMGISI, MNCEXX).
TRANSNATIONAL = ("IGO", "NGO", "IMG", "MNC")


def split_code(code: str) -> tuple[str, str]:
    """(base, sectors): ("BLR", "GOV"), ("IGOEUU", "LEG"), ("NGO", "")."""
    length = 6 if code[:3] in TRANSNATIONAL else 3
    return code[:length], code[length:]


def sector_groups(sectors: str) -> tuple[str, ...]:
    """("GOV", "MIL") of "GOVMIL"."""
    return tuple(sectors[i : i + 3] for i in range(0, len(sectors), 3))
