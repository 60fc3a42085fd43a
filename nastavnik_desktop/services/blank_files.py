"""Files of blanks: read for showing, written with their values; mappings as files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nastavnik_desktop.domain.blanks import Blank, BlankValue, CellPlace
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.domain.filling.mapping import BlankMapping
from nastavnik_desktop.domain.filling.mapping_json import mapping_json, read_mapping
from nastavnik_desktop.services.files import format_of, write_whole

LARGEST_BYTES = 50_000_000
WORKBOOKS = frozenset(("xlsx", "xlsm"))
DOCUMENTS = frozenset(("docx", "docm"))
_OLD = {"xls": "«Книга Excel (.xlsx)»", "doc": "«Документ Word (.docx)»"}


@dataclass(frozen=True)
class BlankFile:
    """A file of the authority as it lies on the disk, and what is seen of it."""

    path: Path
    content: bytes
    blank: Blank

    @property
    def title(self) -> str:
        """The name without its ending."""
        return self.path.stem

    @property
    def filled_name(self) -> str:
        """A name for the filled file beside the original."""
        return f"{self.path.stem} (заполнено){self.path.suffix}"


def open_blank(path: Path) -> BlankFile:
    """Read a blank; raises UnreadableFile for what is no workbook and no document."""
    kind = format_of(path)
    if kind in _OLD:
        message = f"Это файл старого вида. Откройте его и сохраните как {_OLD[kind]}."
        raise UnreadableFile(message, path.name)
    if kind not in WORKBOOKS | DOCUMENTS:
        raise UnreadableFile("Бланк – это файл .xlsx или .docx.", path.name)
    content = _bytes_of(path)
    blank = _read(content, kind)
    if not blank.sheets:
        raise UnreadableFile("В этом документе нет таблиц: заполнять нечего.", path.name)
    return BlankFile(path, content, blank)


def filled_content(file: BlankFile, values: Mapping[CellPlace, BlankValue]) -> bytes:
    """The file with its values; every other part of it is the same to the byte."""
    if format_of(file.path) in DOCUMENTS:
        from nastavnik_desktop.documents.blanks.docx_blank import fill_docx

        return fill_docx(file.content, values)
    from nastavnik_desktop.documents.blanks.xlsx_blank import fill_xlsx

    return fill_xlsx(file.content, values)


def write_filled(file: BlankFile, content: bytes, path: Path, *, may_replace: bool = False) -> None:
    """Write the filled file; the blank itself is replaced only when that was asked for."""
    if format_of(path) != format_of(file.path):
        message = f"Заполненный бланк останется файлом .{format_of(file.path)}: так и назовите его."
        raise RuleViolation(message, "path")
    if not may_replace and path.exists() and path.samefile(file.path):
        message = f"«{path.name}» – это сам бланк: чтобы он остался, выберите другое имя."
        raise RuleViolation(message, "path")
    write_whole(path, content)


def load_mapping(path: Path) -> BlankMapping:
    """A mapping from a file; raises UnreadableFile with the place of the mistake."""
    content = _bytes_of(path)
    try:
        return read_mapping(json.loads(content.decode("utf-8-sig")))
    except json.JSONDecodeError as error:
        message = f"Это не разметка бланка: ошибка в строке {error.lineno} файла."
        raise UnreadableFile(message, path.name) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise UnreadableFile("Это не разметка бланка: нужен текст JSON.", path.name) from error


def write_mapping(mapping: BlankMapping, path: Path) -> None:
    """Write a mapping to a file that ``load_mapping`` and the headless command read."""
    text = json.dumps(mapping_json(mapping), ensure_ascii=False, indent=1)
    write_whole(path, f"{text}\n".encode())


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UnreadableFile("Файл слишком велик для бланка.", path.name)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"Файл «{path.name}» не открывается.", str(path)) from error


def _read(content: bytes, kind: str) -> Blank:
    if kind in DOCUMENTS:
        from nastavnik_desktop.documents.blanks.docx_blank import read_docx

        return read_docx(content)
    from nastavnik_desktop.documents.blanks.xlsx_blank import read_xlsx

    return read_xlsx(content)
