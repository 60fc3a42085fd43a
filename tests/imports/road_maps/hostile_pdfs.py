"""PDF files that want to hurt: bombs, forms inside forms, loops, pages without end."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources %s>>"
_FONT = b"<</Font<</F1 5 0 R>>>>"


def write_pdf(path: Path, objects: dict[int, bytes]) -> Path:
    """A file of these numbered objects, with its table of places."""
    content, places = bytearray(b"%PDF-1.4\n"), {}
    for number, body in objects.items():
        places[number] = len(content)
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(content), max(objects) + 1
    content += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        content += b"%010d 00000 n \n" % places.get(number, 0)
    content += b"trailer <</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (size, start)
    path.write_bytes(bytes(content))
    return path


def stream(data: bytes, about: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (about, len(data), data)


def flate(data: bytes, about: bytes = b"") -> bytes:
    return stream(zlib.compress(data, 9), about + b"/Filter/FlateDecode")


def one_page(
    path: Path, contents: bytes, resources: bytes = _FONT, more: dict[int, bytes] | None = None
) -> Path:
    return write_pdf(
        path,
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: _PAGE % resources,
            4: contents,
            5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            **(more or {}),
        },
    )


def _forms(path: Path) -> Path:
    """Each form draws the next one ten times: ten thousand million texts."""
    names = b"<</XObject<</X %d 0 R>>/Font<</F1 5 0 R>>>>"
    calls = b"/X Do " * 10
    forms = {
        number: stream(
            calls if number < 20 else b"BT /F1 9 Tf (a) Tj ET",
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources " + names % min(number + 1, 20),
        )
        for number in range(10, 21)
    }
    return one_page(path, stream(calls), names % 10, forms)


def _pages(path: Path) -> Path:
    kids = b" ".join(b"%d 0 R" % number for number in range(10, 3010))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>"
    return write_pdf(
        path,
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[%s]/Count 3000>>" % kids,
            4: stream(b"q Q"),
            **dict.fromkeys(range(10, 3010), page),
        },
    )


def _page_loop(path: Path) -> Path:
    return write_pdf(
        path,
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 1/Parent 3 0 R>>",
        },
    )


_LINES = b"".join(
    b"%d %d m %d %d l S " % (n % 600, n % 800, n % 599, n % 797) for n in range(60_000)
)
_CROSSES = b"".join(b"%d 0 m %d 800 l S 0 %d m 600 %d l S " % (n, n, n, n) for n in range(600))
_TEXTS = b"BT /F1 9 Tf " + b"(a) Tj " * 200_000 + b"ET"

GIANT_PDFS: dict[str, Callable[[Path], Path]] = {
    "бомба.pdf": lambda p: one_page(p, flate(b"q Q " * 20_000_000)),
    "бомба-картинка.pdf": lambda p: one_page(
        p, flate(bytes(200_000_000), b"/Subtype/Image")
    ),
    "двойная бомба.pdf": lambda p: one_page(
        p,
        stream(
            zlib.compress(zlib.compress(bytes(60_000_000), 9), 9),
            b"/Filter[/FlateDecode/FlateDecode]",
        ),
    ),
    "операторы.pdf": lambda p: one_page(p, flate(b"q Q " * 1_500_000)),
    "линии.pdf": lambda p: one_page(p, flate(_LINES)),
    "сетка.pdf": lambda p: one_page(p, flate(b"BT /F1 9 Tf (a) Tj ET " + _CROSSES)),
    "тексты.pdf": lambda p: one_page(p, flate(_TEXTS)),
    "формы.pdf": _forms,
    "страницы.pdf": _pages,
    "круг страниц.pdf": _page_loop,
    "вложенность.pdf": lambda p: one_page(p, stream(b"[" * 300_000 + b"]" * 300_000)),
    "без конца.pdf": lambda p: one_page(p, stream(b"(" + b"a" * 3_000_000)),
    "одно начало.pdf": lambda p: _written(p, b"%PDF-1.7\n" + b"0" * 2_000_000),
    "объекты.pdf": lambda p: _written(p, b"%PDF-1.7\n" + b"1 0 obj<<>>endobj\n" * 200_000),
}  # fmt: skip


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
