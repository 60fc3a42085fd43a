"""Parts of libraries that the program never loads, taken out before anything is collected.

Each line says what for. The test of the packages runs every command and every page without them.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

# Paths in the folder of the libraries, as regular expressions.
_PARTS = (
    r".*/(?:tests?|testing|fuzzing)/.*",
    r"sqlalchemy/dialects/(?:mssql|mysql|oracle)/.*",  # databases of others
    r"sqlalchemy/ext/(?:asyncio|mypy)/.*",
    r"pypdfium2_cli/.*",  # a command of its own
    r"(?:setuptools|_distutils_hack|pkg_resources)/.*",  # tools of makers of libraries
    r"distutils-precedence\.pth",
    r"pdfminer/cmap/.*",  # Chinese, Japanese and Korean letters in PDF
    r"PIL/(?:_avif|Avif|_webp|WebP|_imagingtk).*",  # formats of the web, another window library
    r"PIL/_imagingft\..*",  # text drawn into images
    r"dateutil/zoneinfo/.*\.tar\.gz",  # doubles tzdata
    # ways to XML that no library here takes
    r"lxml/(?:objectify|isoschematron|includes|html|doctestcompare)\b.*",
    r"rapidfuzz/.*_avx2\..*",  # doubles of the same functions for newer processors
    r"holidays/(?:locale/(?!ru/)|financial/).*",  # words of other languages, stock exchanges
    r"holidays/countries/(?!__init__|russia)\w+\.py",
    r"reportlab/(?:graphics/samples|fonts)/.*",  # examples; the program brings its own fonts
    r".*\.(?:pyi|pxd|pxi|pyx|c|cpp|h)",
)
# Packages whose own module imports all of their modules; theirs are asked for by name.
_EMPTIED = ("holidays/countries/__init__.py",)
_PATTERN = re.compile("|".join(_PARTS))


def take_out(libraries: Path) -> None:
    """Remove the parts from a folder of installed libraries."""
    for path in sorted(libraries.rglob("*")):
        relative = path.relative_to(libraries).as_posix()
        if path.is_file() and not relative.startswith("PySide6/") and _PATTERN.fullmatch(relative):
            path.unlink()
    for module in (libraries / name for name in _EMPTIED):
        if module.exists():
            module.write_text("", encoding="utf-8")
    for folder in libraries.rglob("__pycache__"):
        shutil.rmtree(folder)
