"""What loads when, and that every expected error says what, where and what to do."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

import detente.errors
from detente.errors import DetenteError

HEAVY = ("numpy", "django", "spacy", "duckdb", "onnxruntime", "trafilatura", "rich")


def loaded_by(statement: str) -> set[str]:
    """The top-level modules that a statement loads in a fresh process."""
    code = f"import sys; {statement}; print(' '.join({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split()[-2000:])


@pytest.mark.parametrize(
    "statement",
    ["import detente", "import detente.cli.commands", "import detente.pipeline", "import detente.relations, detente.similar"],
)
def test_light_imports(statement: str) -> None:
    assert not loaded_by(statement) & set(HEAVY)


def test_every_public_name_loads() -> None:
    for name in detente.__all__:
        assert getattr(detente, name) is not None
    assert set(detente.__all__) <= set(dir(detente))
    with pytest.raises(AttributeError):
        _ = detente.no_such_name


def test_help_is_quick() -> None:
    """Aim: 300 ms. The bound is generous, as machines that test are busy; the best of three counts."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-m", "detente.cli", "--help"], capture_output=True, text=True, check=True, timeout=60)
        times.append(time.perf_counter() - start)
    assert "Commands:" in done.stdout
    assert min(times) < 1.0


def subclasses(of: type[DetenteError]) -> list[type[DetenteError]]:
    """All of them, at any depth."""
    return [found for each in of.__subclasses__() for found in (each, *subclasses(each))]


def test_every_error_says_what_where_and_what_to_do() -> None:
    found = subclasses(DetenteError)
    assert len(found) >= 8
    for each in found:
        error = each("what was wrong", where="file.txt", hint="do this")
        assert str(error) == "file.txt: what was wrong (do this)"
        assert (error.what, error.where, error.hint) == ("what was wrong", "file.txt", "do this")
        assert each.__doc__, f"{each.__name__} has no docstring"
        assert getattr(detente.errors, each.__name__, None) is each, f"{each.__name__} belongs into errors.py"
