"""Command demo: the training school with one example of every paper."""

from __future__ import annotations

from pathlib import Path

from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.commands.output import print_json, say
from nastavnik_desktop.demo.documents import write_documents
from nastavnik_desktop.demo.people import DEMO_TODAY, DEMO_YEAR
from nastavnik_desktop.demo.school import build_demo
from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable

_BASE_NAME = "demo.nastavnik"


def demo(folder: Path) -> None:
    """Make the school in a new or empty folder; refuses a folder that holds anything."""
    _prepare(folder)
    base = folder / _BASE_NAME
    documents = folder / "documents"
    build_demo(base)
    documents.mkdir()
    with opened(str(base)) as services:
        files = write_documents(services, documents)
    print_json(
        {
            "base": str(base),
            "year": DEMO_YEAR.label,
            "today": DEMO_TODAY.isoformat(),
            "documents": [str(path) for path in files],
        }
    )
    say(f"Учебная школа готова: {base}")


def _prepare(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise RuleViolation(f"«{folder}» – файл, а нужна папка.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        is_empty = not any(folder.iterdir())
    except OSError as error:
        message = f"Папку «{folder}» нельзя создать или прочитать."
        raise StorageUnavailable(message, "Выберите другую папку.") from error
    if not is_empty:
        raise RuleViolation(f"Папка «{folder}» не пуста: выберите новую или пустую.")
