"""What an event of each class is usually worth: for asking what would happen if there were one.

The median Goldstein value of the class's rows in the event table of 2018, with the CAMEO code that has it most often; for REQUEST that
is a demand."""

from __future__ import annotations

TYPICAL: dict[str, tuple[str, float]] = {
    "AGREE": ("036", 4.0),
    "CONSULT": ("040", 1.9),
    "SUPPORT": ("051", 3.5),
    "COOPERATE": ("061", 7.0),
    "AID": ("073", 7.4),
    "CONCEDE": ("080", 5.0),
    "RETREAT": ("0841", 7.0),
    "REQUEST": ("100", -5.0),
    "ACCUSE": ("111", -2.0),
    "REJECT": ("120", -4.0),
    "THREATEN": ("130", -4.4),
    "PROTEST": ("141", -6.5),
    "SANCTION": ("161", -4.0),
    "MOBILIZE": ("154", -7.2),
    "COERCE": ("173", -5.0),
    "ASSAULT": ("190", -10.0),
}
