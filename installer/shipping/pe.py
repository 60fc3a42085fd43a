"""What Windows' binaries ask for, and which of Qt's are needed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from installer.shipping import tools

_IMPORT = re.compile(r"DLL Name: (?P<name>\S+)")
_OBJDUMP = "x86_64-w64-mingw32-objdump"


def needed_by(path: Path) -> set[str]:
    """Names, in small letters, of the libraries that a binary asks for."""
    answer = tools.answer_of([_OBJDUMP, "--private-headers", path])
    return {name.lower() for name in _IMPORT.findall(answer)}


def closure(wanted: Iterable[Path], libraries: Iterable[Path]) -> set[Path]:
    """The wanted binaries with those of the libraries that they ask for, and so on."""
    by_name = {path.name.lower(): path for path in libraries}
    found: set[Path] = set()
    left = list(wanted)
    while left:
        path = left.pop()
        if path not in found:
            found.add(path)
            left += [by_name[name] for name in needed_by(path) if name in by_name]
    return found
