"""A page of pixels as a PNG file (ISO/IEC 15948): colours of eight bits, no filters."""

from __future__ import annotations

import struct
import zlib

from nastavnik_desktop.documents.preview import PageImage

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EIGHT_BITS, _COLOURS = 8, 2
_BYTES_A_PIXEL = 3
_INCHES_A_METRE = 39.37


def png(image: PageImage, dpi: float) -> bytes:
    """The picture with its resolution, so that programs show it in its own size."""
    width = image.width * _BYTES_A_PIXEL
    starts = range(0, image.height * image.stride, image.stride)
    lines = b"".join(b"\x00" + image.rgb[start : start + width] for start in starts)
    per_metre = round(dpi * _INCHES_A_METRE)
    head = struct.pack(">IIBBBBB", image.width, image.height, _EIGHT_BITS, _COLOURS, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", head),
            _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
            _chunk(b"IDAT", zlib.compress(lines, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
