"""Somebody accepts what another lexicon or version changes; the work itself goes on in the background."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from detente.desk.action import Action, Done
from detente.desk.rights import Right
from detente.errors import DeskError


@dataclass(frozen=True, slots=True)
class AcceptRecoding(Action):
    """coder: whose codings were looked at."""

    right: ClassVar[Right] = "recode"
    verb: ClassVar[str] = "accepted"
    folder: Path
    coder: str

    def perform(self) -> Done:
        """Raises DeskError where nothing was looked at, or something else."""
        from django.db import transaction

        from detente.desk.recode.state import read_work
        from detente.desk.recode.worker import start

        seen = read_work(self.folder)
        if seen is None or (seen.task, seen.phase, seen.coder) != ("preview", "done", self.coder):
            raise DeskError("this has not been looked at yet", hint="work out first what it would change")
        transaction.on_commit(lambda: start(self.folder, "accept", self.coder))
        result = seen.result
        detail = {"from": result["before"], "articles that differ": result["differ"], "statuses that differ": len(result["moves"])}
        return Done("recoding", self.coder, detail)
