"""Checks of a PDF before its tables are looked for: what it unpacks into and how much it draws.

The library for PDF unpacks streams without a limit and follows forms inside forms, so that a file
of a few kilobytes could keep it busy for days. Layout of the file: ISO 32000-1, 7.3.8 and 7.4.
"""

from __future__ import annotations

import base64
import re
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import stream_value

from nastavnik_desktop.imports.readers.safety import broken_file, refused_file

if TYPE_CHECKING:
    from pdfminer.pdfpage import PDFPage

LARGEST_PDF = 20 * 1024 * 1024
MOST_PAGES = 80
LONGEST_S = 30.0
"""Seconds for a whole file; a road map of ten pages takes three."""

_MOST_ON_PAGE = 40_000
_LARGEST_DRAWING = 8 * 1024 * 1024
_LARGEST_UNPACKED = 150 * 1024 * 1024
_MOST_OBJECTS = 50_000
_LARGEST_PAGE = 2 * 1024 * 1024
_LARGEST_OF_SLOW_FILTERS = 20_000
_CHUNK = 1024 * 1024
_DICTIONARY = 500
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_FLATE = re.compile(rb"/Fl(?:ateDecode)?\b")
_SLOW_FILTER = re.compile(rb"/(?:LZW(?:Decode)?|RL|RunLengthDecode)\b")
_NOT_DRAWN = re.compile(rb"/Image\b|/Length1\b|/Type1C|/CIDFontType0C|/OpenType|/Metadata|/XML")
_TOO_BUSY = (
    "в нём слишком много рисунков и линий. Откройте его в Word, оставьте только таблицу дорожной"
    " карты и сохраните как .docx"
)


class Stopwatch:
    """The time that one file may take."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._ends_at = time.monotonic() + LONGEST_S

    def check(self) -> None:
        """Raise UnreadableFile when the time is over."""
        if time.monotonic() > self._ends_at:
            raise refused_file(self._path, _TOO_BUSY)


def refuse_bombs(path: Path, content: bytes) -> None:
    """Raise UnreadableFile when the streams of the file unpack into too much, or not at all."""
    if content.count(b"endobj") > _MOST_OBJECTS:
        raise refused_file(path, _TOO_BUSY)
    drawn = unpacked = 0
    for found in _STREAM.finditer(content):
        about = content[max(0, found.start() - _DICTIONARY) : found.start()]
        about = about[about.rfind(b" obj") + 1 :]
        end = content.find(b"endstream", found.end())
        packed = content[found.end() : end if end >= 0 else len(content)]
        flates = len(_FLATE.findall(about))
        is_slow = _SLOW_FILTER.search(about) and len(packed) > _LARGEST_OF_SLOW_FILTERS
        if is_slow or flates > 1:
            raise refused_file(path, _TOO_BUSY)
        if not flates or _SLOW_FILTER.search(about):
            continue
        try:
            size = _unpacked_size(_as_bytes(packed, about), _LARGEST_UNPACKED - unpacked)
        except (zlib.error, ValueError) as error:
            raise broken_file(path) from error
        unpacked += size
        drawn += 0 if _NOT_DRAWN.search(about) else size
        if unpacked >= _LARGEST_UNPACKED or drawn >= _LARGEST_DRAWING:
            raise refused_file(path, _TOO_BUSY)


def _as_bytes(packed: bytes, about: bytes) -> bytes:
    """The stream out of the letters in which some programs write it; raises ValueError."""
    if b"/ASCII85Decode" in about or b"/A85" in about:
        return base64.a85decode(packed.partition(b"~>")[0].strip(), ignorechars=b" \t\n\r\v\0")
    if b"/ASCIIHexDecode" in about or b"/AHx" in about:
        return bytes.fromhex(packed.partition(b">")[0].decode("ascii"))
    return packed


def _unpacked_size(packed: bytes, limit: int) -> int:
    """How many bytes a stream becomes; counting ends at the limit."""
    unpacker = zlib.decompressobj()
    size = 0
    while packed and size < limit and not unpacker.eof:
        size += len(unpacker.decompress(packed, _CHUNK))
        packed = unpacker.unconsumed_tail
    return size


class _Watcher(PDFDevice):
    """Counts what a page draws, forms inside forms too, and watches the time."""

    def __init__(self, manager: PDFResourceManager, path: Path, watch: Stopwatch) -> None:
        super().__init__(manager)
        self._path = path
        self._watch = watch
        self.drawn = 0
        self.texts = 0
        self.images = 0

    def _count(self) -> None:
        self.drawn += 1
        if self.drawn > _MOST_ON_PAGE:
            raise refused_file(self._path, _TOO_BUSY)
        if self.drawn % 100 == 0:
            self._watch.check()

    def begin_figure(self, *_: object) -> None:
        """A form drawn inside the page."""
        self._count()
        self._watch.check()

    def paint_path(self, *_: object) -> None:
        """A line, a frame or a filled area."""
        self._count()

    def render_image(self, *_: object) -> None:
        """A picture."""
        self.images += 1
        self._count()

    def render_string(self, *_: object) -> None:
        """A piece of text."""
        self.texts += 1
        self._count()


def survey(page: PDFPage, path: Path, watch: Stopwatch) -> tuple[int, int]:
    """Texts and pictures on a page; raises UnreadableFile when it draws without end."""
    watch.check()
    if sum(len(part.get_data()) for part in map(stream_value, page.contents)) > _LARGEST_PAGE:
        raise refused_file(path, _TOO_BUSY)
    manager = PDFResourceManager()
    watcher = _Watcher(manager, path, watch)
    PDFPageInterpreter(manager, watcher).process_page(page)
    return watcher.texts, watcher.images
