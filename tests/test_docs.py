"""Documentation that is written from the program says what the program says; links inside the repository lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from detente.cli.reference import PAGES

ROOT = Path(__file__).resolve().parents[1]
PAGES_WITH_LINKS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "evals").rglob("*.md")])


@pytest.mark.parametrize("name", list(PAGES))
def test_reference_is_up_to_date(name: str) -> None:
    written = (ROOT / "docs" / name).read_text("utf-8")
    assert written == PAGES[name](), "write it anew: python -m detente.cli.reference docs"


@pytest.mark.parametrize("page", PAGES_WITH_LINKS, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s#]+)[^)]*\)", text):
        if "://" not in target and not target.startswith("mailto:"):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_locks_hold_no_address_and_every_hash() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text("utf-8")
        assert "://" not in text and "--index" not in text, lock.name
        packages = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
        assert len(packages) > 3
        for row in filter(str.strip, packages):
            assert "==" in row and "--hash=sha256:" in row, f"{lock.name}: {row[:60]}"
