"""The description as sections of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from detente.desk.api.description import description


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation. takes: its type, or the words it may be."""

    name: str
    about: str
    takes: str


@dataclass(frozen=True, slots=True)
class Documented:
    """An operation. token: whether it needs one. example: an address that can be followed, or empty."""

    name: str
    path: str
    summary: str
    about: str
    token: bool
    parameters: tuple[Parameter, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Section:
    """A group of operations."""

    name: str
    about: str
    operations: tuple[Documented, ...]


def paragraphs() -> list[str]:
    """What the API is, in words."""
    return [_plain(text) for text in description()["info"]["description"].split("\n\n")]


def _plain(text: str) -> str:
    """OpenAPI's descriptions are Markdown; ours have no more of it than backticks."""
    return text.replace("`", "")


def sections() -> tuple[Section, ...]:
    """In the order of the description."""
    whole = description()
    return tuple(
        Section(
            tag["name"], tag["description"],
            tuple(_operation(path, each["get"]) for path, each in whole["paths"].items() if tag["name"] in each["get"]["tags"]),
        )
        for tag in whole["tags"]
    )  # fmt: skip


def _operation(path: str, operation: dict[str, Any]) -> Documented:
    token = {} not in operation["security"]
    parameters = tuple(Parameter(p["name"], _plain(p.get("description", "")), _takes(p["schema"])) for p in operation["parameters"])
    return Documented(
        operation["operationId"], path, operation["summary"], _plain(operation.get("description", "")), token, parameters,
        "" if token or "{" in path else path,
    )  # fmt: skip


def _takes(schema: dict[str, Any]) -> str:
    if schema.get("type") == "array":
        return f"{_takes(schema['items'])}, up to {schema['maxItems']} times"
    if "enum" in schema:
        return ", ".join(schema["enum"])
    if "const" in schema:
        return str(schema["const"])
    if schema.get("type") == "integer":
        bounds = [str(schema[key]) for key in ("minimum", "maximum") if key in schema]
        return f"{' to '.join(bounds)}" if len(bounds) == 2 else "a number"
    return "a day" if schema.get("format") == "date" else "text"
