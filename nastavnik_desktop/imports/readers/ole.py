"""Soundness of an old Excel file, checked before its parser sees it.

The parser of old workbooks trusts the tables of the OLE container and the addresses in the records
of the sheets. Here both are followed first, so that a file cut short or spoiled while it was copied
is refused. Layout: [MS-CFB] 2.2–2.6 and [MS-XLS] 2.4.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_FAT_IN_HEADER = 109
_LARGEST_SECTOR_NUMBER = 0xFFFFFFFA
_END_OF_CHAIN = 0xFFFFFFFE
_DIRECTORY_ENTRY = 128
_MINI_SECTOR = 64
_WORKBOOK_NAMES = frozenset(("Workbook", "Book"))

_MOST_ROWS = 65_536
_MOST_COLUMNS = 256
_DIMENSIONS = 0x0200
_SHARED_STRINGS = 0x00FC
_CELLS = frozenset((0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E))
_MERGED_CELLS = 0x00E5


@dataclass(frozen=True)
class _Stream:
    name: str
    start: int
    length: int


def is_sound_workbook(content: bytes) -> bool:
    """Whether the container is whole and the cells of its workbook lie inside a sheet."""
    try:
        stream = _workbook_stream(content)
    except (struct.error, IndexError, UnicodeDecodeError):
        return False
    return stream is not None and _are_records_sound(stream)


def _workbook_stream(content: bytes) -> bytes | None:
    """The bytes of the workbook; None when a chain of sectors leaves the file."""
    shift, mini_shift = struct.unpack_from("<HH", content, 30)
    counts = struct.unpack_from("<IIIIIIIII", content, 40)
    if shift not in (9, 12) or mini_shift != 6:
        return None
    size = 1 << shift
    count = len(content) // size - 1
    lengths = (counts[0], counts[1], counts[6], counts[8])
    if any(length > count for length in lengths) or len(content) % size:
        return None
    fat = _allocation_table(content, size, count)
    directory = _read_chain(content, counts[2], fat, size)
    if directory is None:
        return None
    return _named_stream(content, directory, fat, size, cutoff=counts[4], mini_fat_start=counts[5])


def _allocation_table(content: bytes, size: int, count: int) -> list[int]:
    """Numbers of following sectors; empty when a part of the table is missing."""
    fat: list[int] = []
    for sector in _table_sectors(content, size, count):
        if sector >= count:
            return []
        fat.extend(struct.unpack_from(f"<{size // 4}I", content, size * (sector + 1)))
    return fat[:count]


def _table_sectors(content: bytes, size: int, count: int) -> list[int]:
    """Sectors of the allocation table: 109 are named in the header, more in a chain."""
    named = list(struct.unpack_from(f"<{_FAT_IN_HEADER}I", content, 76))
    (following,) = struct.unpack_from("<I", content, 68)
    for _ in range(count):
        if following >= count:
            break
        *more, following = struct.unpack_from(f"<{size // 4}I", content, size * (following + 1))
        named.extend(more)
    return [sector for sector in named if sector < _LARGEST_SECTOR_NUMBER]


def _read_chain(content: bytes, start: int, fat: list[int], size: int) -> bytes | None:
    """The bytes of a chain of sectors; None when it leaves the file or never ends."""
    parts: list[bytes] = []
    sector = start
    while sector != _END_OF_CHAIN:
        if sector >= len(fat) or len(parts) > len(fat):
            return None
        parts.append(content[size * (sector + 1) : size * (sector + 2)])
        sector = fat[sector]
    return b"".join(parts)


def _named_stream(
    content: bytes, directory: bytes, fat: list[int], size: int, *, cutoff: int, mini_fat_start: int
) -> bytes | None:
    streams = _streams(directory)
    root, *others = streams or [_Stream("", _END_OF_CHAIN, 0)]
    mini = _read_chain(content, root.start, fat, size) if root.length else b""
    mini_fat = _read_chain(content, mini_fat_start, fat, size) if root.length else b""
    if mini is None or mini_fat is None or any(one.length > len(content) for one in streams):
        return None
    for stream in others:
        if stream.length >= cutoff and _read_chain(content, stream.start, fat, size) is None:
            return None
    book = next((one for one in others if one.name in _WORKBOOK_NAMES), None)
    if book is None:
        return None
    if book.length >= cutoff:
        whole = _read_chain(content, book.start, fat, size)
    else:
        links = list(struct.unpack(f"<{len(mini_fat) // 4}I", mini_fat))
        whole = _read_chain(bytes(_MINI_SECTOR) + mini, book.start, links, _MINI_SECTOR)
    return whole[: book.length] if whole and len(whole) >= book.length else None


def _streams(directory: bytes) -> list[_Stream]:
    """The root first, then the streams."""
    found = []
    for offset in range(0, len(directory) - _DIRECTORY_ENTRY + 1, _DIRECTORY_ENTRY):
        (name_length,) = struct.unpack_from("<H", directory, offset + 64)
        name = directory[offset : offset + max(0, min(name_length, 64) - 2)].decode("utf-16-le")
        start, length = struct.unpack_from("<II", directory, offset + 116)
        if directory[offset + 66] in (2, 5):
            found.append(_Stream(name, start, length))
    return found


def _are_records_sound(stream: bytes) -> bool:
    """Walk the records: lengths stay inside the stream, addresses inside a sheet."""
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        data = stream[place + 4 : place + 4 + length]
        if len(data) < length or not _is_record_sound(kind, data, len(stream)):
            return False
        if kind == 0 and length == 0:
            break
        place += 4 + length
    return True


def _is_record_sound(kind: int, data: bytes, limit: int) -> bool:
    if kind in _CELLS and len(data) >= 4:
        row, column = struct.unpack_from("<HH", data)
        return bool(row < _MOST_ROWS and column < _MOST_COLUMNS)
    if kind == _DIMENSIONS and len(data) >= 12:
        first_row, last_row, first, last = struct.unpack_from("<IIHH", data)
        return bool(first_row <= last_row <= _MOST_ROWS and first <= last <= _MOST_COLUMNS)
    if kind == _SHARED_STRINGS and len(data) >= 8:
        return bool(max(struct.unpack_from("<II", data)) <= limit)
    if kind == _MERGED_CELLS and len(data) >= 2:
        return _are_merges_sound(data)
    return True


def _are_merges_sound(data: bytes) -> bool:
    (count,) = struct.unpack_from("<H", data)
    if len(data) < 2 + 8 * count:
        return False
    numbers = struct.unpack_from(f"<{4 * count}H", data, 2)
    rows = zip(numbers[::4], numbers[1::4], strict=True)
    columns = zip(numbers[2::4], numbers[3::4], strict=True)
    ordered = all(first <= last for pair in (rows, columns) for first, last in pair)
    return ordered and all(number < _MOST_COLUMNS for number in numbers[3::4])
