"""Command decline: names of a file of JSON lines, each put into the case that it asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nastavnik_desktop.commands.json_lines import answer_lines
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import Case, FullName

_PARTS = ("last_name", "first_name", "patronymic")
_SEXES = {"m": "m", "м": "m", "male": "m", "f": "f", "ж": "f", "female": "f", "": None}


def decline(file: Path) -> None:
    """Print every line with its ``result``; nothing is printed when a line is not understood.

    Raises UnreadableFile that names each bad line by its number.
    """
    answer_lines(file, _answer)


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    """The line with its result; raises RuleViolation with a Russian sentence."""
    from nastavnik_desktop.language import names

    name, case = _name(asked), _case(asked.get("case"))
    return {**asked, "result": names.decline(name, case, _sex(asked.get("sex"))).full}


def _name(asked: dict[str, Any]) -> FullName:
    parts = [asked.get(part) or "" for part in _PARTS]
    for part, value in zip(_PARTS, parts, strict=True):
        if not isinstance(value, str):
            raise RuleViolation(f"{part} должно быть текстом.")
    if not any(value.strip() for value in parts):
        raise RuleViolation("нет имени: укажите last_name, first_name или patronymic.")
    return FullName(*(" ".join(value.split()) for value in parts))


def _case(value: object) -> Case:
    if not isinstance(value, str) or value not in list(Case):
        raise RuleViolation(f"case – одно из: {', '.join(Case)}.")
    return Case(value)


def _sex(value: object) -> str | None:
    key = "" if value is None else value
    if not isinstance(key, str) or key.casefold() not in _SEXES:
        raise RuleViolation("sex – m или f.")
    return _SEXES[key.casefold()]
