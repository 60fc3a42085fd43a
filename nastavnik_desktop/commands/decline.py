"""Command decline: names of a file of JSON lines, each put into the case that it asks for."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.domain.full_name import Case, FullName

_PARTS = ("last_name", "first_name", "patronymic")
_SEXES = {"m": "m", "м": "m", "male": "m", "f": "f", "ж": "f", "female": "f", "": None}
_MOST_COMPLAINTS = 20


def decline(file: Path) -> None:
    """Print every line with its ``result``; nothing is printed when a line is not understood.

    Raises UnreadableFile that names each bad line by its number.
    """
    answers: list[dict[str, Any]] = []
    complaints: list[str] = []
    for number, line in _lines(file):
        try:
            answers.append(_answer(line))
        except RuleViolation as error:
            complaints.append(f"строка {number}: {error.message}")
    if complaints:
        raise UnreadableFile(_told(complaints), str(file))
    for answer in answers:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableFile(f"Файл «{file}» не открывается: проверьте имя.", str(file)) from error
    except UnicodeDecodeError as error:
        number = error.object[: error.start].count(b"\n") + 1
        message = f"строка {number}: текст не в кодировке UTF-8."
        raise UnreadableFile(message, str(file)) from error
    return ((at, line) for at, line in enumerate(text.split("\n"), start=1) if line.strip())


def _answer(line: str) -> dict[str, Any]:
    """The line with its result; raises RuleViolation with a Russian sentence."""
    from nastavnik_desktop.language import names

    asked = _record(line)
    name, case = _name(asked), _case(asked.get("case"))
    return {**asked, "result": names.decline(name, case, _sex(asked.get("sex"))).full}


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RuleViolation("это не JSON.") from error
    if not isinstance(record, dict):
        raise RuleViolation("нужен объект JSON в фигурных скобках.")
    return record


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


def _told(complaints: list[str]) -> str:
    shown = "\n".join(complaints[:_MOST_COMPLAINTS])
    left = len(complaints) - _MOST_COMPLAINTS
    return f"{shown}\n… и ещё строк с ошибками: {left}." if left > 0 else shown
