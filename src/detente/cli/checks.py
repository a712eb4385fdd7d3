"""What `detente doctor` looks at. Each check tries the thing itself; an expected failure is a finding, not an end."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from detente import __version__
from detente.config import CONFIG_NAME, Config, load_config
from detente.errors import DetenteError

OLDEST_PYTHON = (3, 11)
# A desk of 10,000 articles takes about 200 MB; below that much room a run may not end.
LEAST_FREE_BYTES = 500_000_000
# Packages named "999.9.9" are empty squatters of well-known names.
SQUATTED = "999.9.9"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. found: what it is; mend: what to do when it is not ok."""

    name: str
    ok: bool
    found: str
    mend: str = ""


def all_checks(desk: Path) -> list[Check]:
    """Every check; those of a desk only where ``desk`` is one."""
    checks = [Check("detente", True, __version__), _python(), *_packages()]
    config = Config()
    if (desk / CONFIG_NAME).exists():
        try:
            config = load_config(desk)
            checks.append(Check("settings", True, f"{desk / CONFIG_NAME}: {len(config.categories)} categories"))
        except DetenteError as error:
            checks.append(Check("settings", False, error.where + ": " + error.what, error.hint or "see docs/settings.md"))
    else:
        checks.append(Check("settings", True, f"{desk} is no desk; looked at the installation only"))
    checks.append(_tried("lexicon", lambda: _lexicon(config)))
    checks.append(_tried("parser", lambda: _parser(config)))
    checks.append(_tried("coder", _coder))
    checks.append(_tried("embedding model", lambda: _embedding(config)))
    checks += _disk(desk)
    if (desk / CONFIG_NAME).exists():
        checks.append(_tried("database", lambda: _database(desk)))
        checks.append(_tried("web desk", lambda: _web_desk(config)))
        checks += list(_codes(config))
    return checks


def _tried(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except DetenteError as error:
        return Check(name, False, f"{error.where}: {error.what}" if error.where else error.what, error.hint or "see the docs")
    except ImportError as error:
        return Check(name, False, str(error), "install Detente again with all it needs: pip install --force-reinstall detente")


def _python() -> Check:
    found = sys.version.split()[0]
    return Check("python", sys.version_info >= OLDEST_PYTHON, found, "install Python 3.11 or later")


def _packages() -> Iterator[Check]:
    """What detente's own metadata asks for, against what is installed."""
    from packaging.requirements import Requirement

    try:
        wanted = [Requirement(line) for line in metadata.requires("detente") or []]
    except metadata.PackageNotFoundError:
        yield Check("packages", False, "detente is not installed as a package", "pip install -e . in its folder")
        return
    wrong: list[str] = []
    found: list[str] = []
    for requirement in wanted:
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": ""}):
            continue
        try:
            version = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            wrong.append(f"{requirement} is missing")
            continue
        found.append(f"{requirement.name} {version}")
        if version == SQUATTED or not requirement.specifier.contains(version, prereleases=True):
            wrong.append(f"{requirement.name} is {version}, needed is {requirement.specifier}")
    yield Check("packages", not wrong, "; ".join(wrong) or ", ".join(found), "pip install --force-reinstall detente")


def _lexicon(config: Config) -> str:
    from detente.lexicon import load_lexicon

    lexicon = load_lexicon(config.lexicon_folders)
    return f"version {lexicon.version}" + (f", with {len(config.lexicon_folders)} folders of your own" if config.lexicon_folders else "")


def _parser(config: Config) -> str:
    from detente.clauses import load_parser

    load_parser(config.model)
    return f"{config.model} loads"


def _coder() -> str:
    from detente.events import CODER_VERSION

    return f"version {CODER_VERSION}"


def _embedding(config: Config) -> str:
    from detente.similar.model import load_model

    return f"{load_model(config.similar_model or None).version} loads"


def _database(desk: Path) -> str:
    from detente.errors import RecordError
    from detente.record.opening import peek

    state = peek(desk)
    if state.unknown:
        raise RecordError(f"made by a newer version (it has {', '.join(state.unknown)})", where=state.place, hint="install that version")
    said = "up to date" if not state.missing else f"{len(state.missing)} migrations to come with the next command"
    return f"{state.kind} at {state.place}, {said if state.applied else 'not made yet; `detente run` makes it'}"


def _web_desk(config: Config) -> str:
    from detente.desk.start import installed

    if not installed():
        return "not installed: `detente serve` shows the static pages (pip install 'detente[desk]')"
    return f"installed, reached at {config.web_address}" if config.web_address else "installed, for this machine alone ([web] address)"


def _disk(desk: Path) -> Iterator[Check]:
    place = desk if desk.exists() else Path()
    free = shutil.disk_usage(place).free
    yield Check("disk", free >= LEAST_FREE_BYTES, f"{free / 1e9:.1f} GB free", "free some space: a run may fill what is left")


def _codes(config: Config) -> Iterator[Check]:
    """Codes in detente.toml that no table of the lexicon knows: a slip of the pen gives a relation nothing is ever told of."""
    from detente.lexicon import load_lexicon

    try:
        lexicon = load_lexicon(config.lexicon_folders)
    except DetenteError:
        return
    for code in sorted({code for sides in config.watched() for code in sides}):
        if code not in lexicon.country_codes and lexicon.display_name(code) == code:
            yield Check("codes", False, f"{code} in {CONFIG_NAME} is not in the lexicon", "correct it, or add it in a lexicon folder")
