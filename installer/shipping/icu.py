"""Qt's data of languages, 32 MB, cut down to Russian, English and what no language owns.

Qt is linked to ICU for sorting, time zones and code pages. The library of data is made anew
from the same data without the languages that are not shown; its name stays.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from installer.shipping import old_root, program, tools

_LANGUAGE = re.compile(r"(?:\w+/)?(?!(?:ru|en)\b|(?:ru|en)_)[a-z]{2,3}(?:_\w*)?\.res")
_UNUSED = re.compile(r"(?:brkitr|translit|rbnf)/.*|unames\.icu")  # Qt breaks lines by itself
# Russian ones stay: Windows-1251, KOI8-R, ISO 8859-5; UTF and Latin-1 are in the code of ICU.
_CODE_PAGE = re.compile(r"(?!ibm-5347|ibm-878|ibm-915)[^/]+\.cnv")
_SOURCE = """\
.section .rodata
.balign 16
.global {symbol}
.type {symbol}, @object
{symbol}:
.incbin "{file}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack, "", @progbits
"""


def trim(library: Path) -> None:
    """Replace ``libicudata.so.NN`` by a smaller one; raises SetupFailed."""
    version = library.name.rsplit(".", maxsplit=1)[-1]
    work = program.emptied(old_root.FOLDER / "making/icu")
    whole = work / f"icudt{version}l.dat"
    tools.run(
        ["objcopy", "-O", "binary", "--only-section=.rodata", library, whole], "Данные о языках"
    )
    items = work / "items"
    items.mkdir()
    tools.run(["icupkg", "-x", "*", "-d", items, whole], "Данные о языках")
    listed = work / "unwanted.lst"
    listed.write_text("\n".join(_unwanted(items)) + "\n", encoding="utf-8")
    smaller = work / "smaller"
    smaller.mkdir()
    tools.run(["icupkg", "-r", listed, whole, smaller / whole.name], "Данные о языках")
    source = work / "data.s"
    symbol = f"icudt{version}_dat"
    source.write_text(_SOURCE.format(symbol=symbol, file=f"/making/icu/smaller/{whole.name}"))
    compiler = ["gcc", "-shared", "-nostdlib", f"-Wl,-soname,{library.name}"]
    old_root.enter(
        [*compiler, "-o", f"/making/icu/{library.name}", "/making/icu/data.s"], "Данные о языках"
    )
    shutil.copy(work / library.name, library)


def _unwanted(items: Path) -> list[str]:
    names = [path.relative_to(items).as_posix() for path in items.rglob("*") if path.is_file()]
    patterns = (_LANGUAGE, _UNUSED, _CODE_PAGE)
    return sorted(name for name in names if any(each.fullmatch(name) for each in patterns))
