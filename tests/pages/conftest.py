"""The desk made by hand and the reader of HTML, for all tests of pages."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


def beside(name: str) -> ModuleType:
    """A module of this folder; it is no package that pytest could import by name."""
    full = f"detente_tests_pages_{name}"
    if full not in sys.modules:
        spec = importlib.util.spec_from_file_location(full, Path(__file__).with_name(f"{name}.py"))
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules[full] = module
        spec.loader.exec_module(module)
    return sys.modules[full]


@pytest.fixture(scope="session")
def fake() -> ModuleType:
    return beside("fake_desk")


@pytest.fixture(scope="session")
def checked() -> Any:
    return beside("html_check").Checked


@pytest.fixture
def desk(fake: ModuleType) -> Any:
    return fake.FakeDesk()


@pytest.fixture(scope="session")
def site(fake: ModuleType) -> Any:
    """The hand-made desk as page dataclasses."""
    from detente.pages.build import build_site

    return build_site(fake.FakeDesk(), None, fake.names)


@pytest.fixture(scope="session")
def files(site: Any) -> dict[str, bytes]:
    """The hand-made desk as files."""
    from detente.pages.site import site_files

    return site_files(site)
