"""What the packages say about the program, and which files of the checkout belong to it."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

from nastavnik_desktop import __version__

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
DIST = ROOT / "dist"

VERSION = __version__
PACKAGE = "nastavnik"
TITLE = "Наставник"
SUMMARY = "Наставничество в школе: люди, пары, приказы, отчёты"
DESCRIPTION = (
    "Помогает завучу вести наставничество в школе: от списка сотрудников до подписанного приказа "
    "и таблицы для отчёта. Работает без интернета и никуда не отправляет данные."
)
MIME_TYPE = "application/x-nastavnik"

PYTHON = "3.13"  # of both packages; Debian's sources and Windows' archive are of this version
CODE = ("main.py", "nastavnik_desktop", "db", "ui")
RESOURCES = "resources"
_NOT_SHIPPED = shutil.ignore_patterns("__pycache__", "*.pyc", "readme")


def copy_code(folder: Path) -> None:
    """Put the program's modules into a folder."""
    for name in CODE:
        _copy(ROOT / name, folder / name)


def copy_resources(folder: Path) -> None:
    """Put the program's data into a folder, as ``resources``."""
    _copy(ROOT / RESOURCES, folder / RESOURCES)


def emptied(folder: Path) -> Path:
    """The folder itself, made anew without anything in it."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def moment() -> int:
    """The moment that files of the packages bear, in seconds: SOURCE_DATE_EPOCH, or now."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=_NOT_SHIPPED, dirs_exist_ok=True)
    else:
        shutil.copy2(source, target)
