"""The command line: one file a command, each loaded when it is called."""

from __future__ import annotations


def main() -> None:
    """Entry point of ``detente``."""
    from detente.cli.commands import detente

    detente()
