"""Checks before a file is opened: what it is, how big it is and becomes, whether it is whole."""

from __future__ import annotations

import zipfile
import zlib
from enum import Enum, auto
from pathlib import Path

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.imports.readers.ole import is_sound_workbook

LARGEST_FILE = 50 * 1024 * 1024
LARGEST_UNPACKED = 300 * 1024 * 1024
_MEGABYTE = 1024 * 1024
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_PDF_BEGINS_WITHIN = 1024
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK_97 = "Workbook".encode("utf-16-le")
_BOOK_95 = "Book".encode("utf-16-le")
_WORD_97 = "WordDocument".encode("utf-16-le")
_TEXT_SUFFIXES = frozenset((".csv", ".txt", ".tsv"))
_TAKE_AGAIN = "Возьмите файл заново там, откуда его скопировали."
_AS_XLSX = "Откройте файл в программе, в которой его сделали, и сохраните как .xlsx."


class FileKind(Enum):
    """Kinds of files that have a reader."""

    XLSX = auto()
    XLS = auto()
    ODS = auto()
    DOCX = auto()
    ODT = auto()
    PDF = auto()
    TEXT = auto()


def recognise_file(path: Path) -> FileKind:
    """Tell the kind of a file by its content, whatever its name says.

    Raises UnreadableFile with a sentence for a file that is missing, empty, too big, foreign,
    damaged, protected by a password, or open in another program.
    """
    if path.name.startswith("~$"):
        raise refused_file(
            path, "это служебная копия открытого файла Excel или Word. Выберите сам файл, без «~$»"
        )
    head = _first_bytes(path)
    if head.startswith(_ZIP):
        return _kind_of_archive(path)
    if head.startswith(_OLE):
        return _kind_of_ole(path)
    if _PDF in head[:_PDF_BEGINS_WITHIN]:
        return FileKind.PDF
    if path.suffix.lower() in _TEXT_SUFFIXES:
        return FileKind.TEXT
    raise refused_file(path, f"это не таблица. {_AS_XLSX}")


def _first_bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size == 0:
            raise refused_file(path, f"он пустой (0 байт). {_TAKE_AGAIN}")
        if size > LARGEST_FILE:
            raise refused_file(
                path,
                f"он слишком большой: {size // _MEGABYTE} МБ, а можно до"
                f" {LARGEST_FILE // _MEGABYTE} МБ. Оставьте в файле только листы со списками"
                " и сохраните его под другим именем",
            )
        with path.open("rb") as file:
            return file.read(4096)
    except FileNotFoundError as error:
        raise refused_file(path, "его нет на месте. Проверьте, не переименован ли он") from error
    except IsADirectoryError as error:
        raise refused_file(path, "это папка. Выберите файл со списком") from error
    except PermissionError as error:
        raise refused_file(
            path,
            "он занят другой программой или закрыт для чтения. Закройте его в Excel и повторите",
        ) from error
    except OSError as error:
        raise refused_file(
            path, f"он не читается с диска ({error.strerror}). {_TAKE_AGAIN}"
        ) from error


def _kind_of_archive(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            _refuse_bomb(path, archive)
            _refuse_locked(path, archive)
            return _kind_by_parts(path, archive, names)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise broken_file(path) from error


def _kind_by_parts(path: Path, archive: zipfile.ZipFile, names: set[str]) -> FileKind:
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return FileKind.XLSX
    if "word/document.xml" in names:
        return FileKind.DOCX
    mimetype = archive.read("mimetype") if "mimetype" in names else b""
    if b"opendocument.spreadsheet" in mimetype:
        return FileKind.ODS
    if b"opendocument.text" in mimetype:
        return FileKind.ODT
    raise refused_file(
        path, f"это архив, а не таблица. Распакуйте его и выберите файл таблицы. {_AS_XLSX}"
    )


def _refuse_bomb(path: Path, archive: zipfile.ZipFile) -> None:
    unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > LARGEST_UNPACKED:
        raise refused_file(
            path,
            f"в распакованном виде он занимает {unpacked // _MEGABYTE} МБ. Скопируйте нужный список"
            " в новую книгу и сохраните её",
        )


def _refuse_locked(path: Path, archive: zipfile.ZipFile) -> None:
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        raise protected_file(path)


def _kind_of_ole(path: Path) -> FileKind:
    content = path.read_bytes()
    if _ENCRYPTED in content:
        raise protected_file(path)
    if _WORKBOOK_97 in content or _BOOK_95 in content:
        if not is_sound_workbook(content):
            raise broken_file(path)
        return FileKind.XLS
    if _WORD_97 in content:
        raise refused_file(
            path, "это документ старого Word (.doc). Откройте его в Word и сохраните как .docx"
        )
    raise refused_file(path, f"это не таблица. {_AS_XLSX}")


def broken_file(path: Path) -> UnreadableFile:
    """The refusal of a file that is damaged."""
    return refused_file(
        path, f"он повреждён, скорее всего копирование не завершилось. {_TAKE_AGAIN}"
    )


def protected_file(path: Path) -> UnreadableFile:
    """The refusal of a file that asks for a password."""
    return refused_file(
        path,
        "он защищён паролем. Откройте его в Excel, снимите пароль (Файл – Сведения – Защита книги)"
        " и сохраните",
    )


def refused_file(path: Path, why: str) -> UnreadableFile:
    """The refusal of a file in a sentence that begins with its name; ``why`` ends the sentence."""
    sentence = f"Файл «{path.name}» не прочитан: {why}"
    return UnreadableFile(sentence if sentence.endswith(".") else f"{sentence}.", str(path))
