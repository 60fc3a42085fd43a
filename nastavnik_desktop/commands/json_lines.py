"""Files of JSON lines: every object answered, complaints named by the line's number."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile

Record = dict[str, Any]
_MOST_COMPLAINTS = 20


def answer_lines(file: Path, answer: Callable[[Record], Record]) -> None:
    """Print the answer to every line, in order; nothing is printed when a line is not understood.

    ``answer`` raises RuleViolation for a bad line. Raises UnreadableFile that names each bad line
    by its number.
    """
    answers: list[Record] = []
    complaints: list[str] = []
    for number, line in _lines(file):
        try:
            answers.append(answer(_record(line)))
        except RuleViolation as error:
            complaints.append(f"строка {number}: {error.message}")
    if complaints:
        raise UnreadableFile(_told(complaints), str(file))
    for one in answers:
        sys.stdout.write(json.dumps(one, ensure_ascii=False) + "\n")


def text_of(record: Record, field: str) -> str:
    """The text of a field that must be there; raises RuleViolation with a Russian sentence."""
    value = record.get(field)
    if not isinstance(value, str):
        raise RuleViolation(f"нужно поле {field} с текстом.")
    return value


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


def _record(line: str) -> Record:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RuleViolation("это не JSON.") from error
    if not isinstance(record, dict):
        raise RuleViolation("нужен объект JSON в фигурных скобках.")
    return record


def _told(complaints: list[str]) -> str:
    shown = "\n".join(complaints[:_MOST_COMPLAINTS])
    left = len(complaints) - _MOST_COMPLAINTS
    return f"{shown}\n… и ещё строк с ошибками: {left}." if left > 0 else shown
