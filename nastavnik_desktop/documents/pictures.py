"""Whether a picture can be printed: decoded whole once, before it is kept for every paper."""

from __future__ import annotations

import io
import struct
import zlib

LARGEST_PIXELS = 20_000_000
"""More than a photograph of a telephone; so many pixels take some 80 MB when decoded."""

_FORMATS = ("PNG", "JPEG")
_BROKEN = "Картинка повреждена: откройте её в программе для рисунков и сохраните заново как PNG."
_LARGE = "В картинке больше 20 миллионов точек: уменьшите её."
_UNUSUAL = "Картинка необычного вида: откройте её в программе для рисунков и сохраните как PNG."


def problem_of_picture(content: bytes) -> str:
    """What keeps a PNG or JPEG from PDF and Word, in Russian; empty when nothing does."""
    # The library of pictures that PDF is drawn with; it comes with that one, untyped there.
    from reportlab.lib.utils import Image  # type: ignore[attr-defined]

    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
            if picture.width * picture.height > LARGEST_PIXELS:
                return _LARGE
            picture.load()
    except Image.DecompressionBombError:
        return _LARGE
    except (OSError, SyntaxError, ValueError, EOFError, LookupError, struct.error, zlib.error):
        return _BROKEN
    return "" if _is_known_to_word(content) else _UNUSUAL


def _is_known_to_word(content: bytes) -> bool:
    """Whether the writer of Word files reads its head, the resolution too."""
    from docx.image import exceptions
    from docx.image.image import Image
    from docx.shared import Mm

    try:
        Image.from_blob(content).scaled_dimensions(None, Mm(1))
    except (
        exceptions.InvalidImageStreamError,
        exceptions.UnexpectedEndOfFileError,
        exceptions.UnrecognizedImageError,
        ArithmeticError,
        LookupError,
        ValueError,
    ):
        return False
    return True
