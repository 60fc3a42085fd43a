"""Windows' Python: the official embeddable archive, given to the build as a file."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from installer.reporting import SetupFailed
from installer.shipping import program, report

DLL = f"python{program.PYTHON.replace('.', '')}.dll"
_NEEDED = (DLL, "python3.dll", f"{Path(DLL).stem}.zip", f"{Path(DLL).stem}._pth")
# Starters of its own, encrypted connections, of which the program makes none, and questions to
# Windows' management service: it may be slow to answer, and ``platform`` does without it.
_LEFT_OUT = re.compile(
    r"pythonw?\.exe|python\.cat|(?:_ssl|_hashlib|_wmi|winsound)\.pyd|lib(?:ssl|crypto)-\S*\.dll"
)


def checked(archive: Path | None, sha256: str | None) -> Path:
    """The archive when it is the one whose sum was given; raises SetupFailed with one sentence."""
    if archive is None or not sha256:
        raise SetupFailed(
            f"Для пакета Windows укажите архив Python {program.PYTHON} «Windows embeddable package "
            f"(64-bit)» и его SHA-256 с сайта python.org: --python-archive ФАЙЛ --python-sha256 "
            f"СУММА; без него: --only linux."
        )
    if not archive.is_file():
        raise SetupFailed(f"Архив Python для Windows не найден: {archive}.")
    if report.sha256_of(archive) != sha256.strip().lower():
        raise SetupFailed(
            f"SHA-256 архива {archive.name} другая, чем указано: скачайте архив заново и сверьте "
            f"сумму с сайтом."
        )
    if not zipfile.is_zipfile(archive) or not set(_NEEDED) <= _names(archive):
        raise SetupFailed(
            f"{archive.name} – не архив Python {program.PYTHON} «Windows embeddable package "
            f"(64-bit)»."
        )
    return archive


def unpack(archive: Path, folder: Path) -> None:
    """Lay the archive out; its ``._pth`` then names the program and its libraries beside it."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder, [name for name in opened.namelist() if is_shipped(name)])
    standard = f"{Path(DLL).stem}.zip"
    lines = (standard, ".", "..\\lib", "..")
    (folder / f"{Path(DLL).stem}._pth").write_text("\r\n".join(lines) + "\r\n", encoding="utf-8")


def is_shipped(name: str) -> bool:
    """Whether a file of the archive is of use to the program."""
    return not _LEFT_OUT.fullmatch(name)


def _names(archive: Path) -> set[str]:
    with zipfile.ZipFile(archive) as opened:
        return set(opened.namelist())
