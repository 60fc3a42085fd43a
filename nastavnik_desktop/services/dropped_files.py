"""What a file that came from outside holds, so that the fitting page takes it."""

from __future__ import annotations

from pathlib import Path

from nastavnik_desktop.domain.errors import UnreadableFile


def holds_road_map(path: Path) -> bool:
    """Whether the file is a road map; one that cannot be read as such is not."""
    from nastavnik_desktop.imports.road_maps.reading import is_road_map

    try:
        return is_road_map(path)
    except UnreadableFile:
        return False
