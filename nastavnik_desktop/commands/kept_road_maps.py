"""Commands about road maps of a base: importing one, export-roadmap, roadmap-report."""

from __future__ import annotations

from pathlib import Path

from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.commands.output import print_json, say
from nastavnik_desktop.imports.road_maps.reading import read_road_map


def import_road_map(file: Path, base: str, *, dry_run: bool = False) -> None:
    """Keep a road map in a base and print what was kept; a file kept before changes nothing."""
    # Before the base is opened: a file that cannot be read leaves no new base behind.
    reading = read_road_map(file)
    for notice in reading.notices:
        say(notice)
    report = {"file": reading.file, "kind": "road_map", "title": reading.title}
    counts = {"items": len(reading.items), "skipped": len(reading.skipped)}
    if dry_run:
        print_json({**report, "counts": counts, "dry_run": True})
        say("Пробный прогон: ничего не записано.")
        return
    with opened(base, create=True) as services:
        preview = services.road_maps.preview(file)
        saved = services.road_maps.commit(preview)
    is_known = preview.known_id is not None
    print_json(
        {
            **report,
            "counts": counts,
            "road_map_id": saved.record_id,
            "already_kept": is_known,
            "dry_run": False,
        }
    )
    say(saved.message)


def export_road_map(road_map_id: int, base: str, out: Path, layout: str) -> None:
    """Write a road map of the base as the file that the suffix asks for."""
    from nastavnik_desktop.documents.road_maps import RoadMapLayout

    with opened(base, writable=False) as services:
        services.road_map_papers.export(road_map_id, out, RoadMapLayout(layout))
    print_json({"file": str(out), "road_map_id": road_map_id})


def road_map_report(base: str, period: str, out: Path, road_map_id: int | None) -> None:
    """Write the report on execution for a period."""
    with opened(base, writable=False) as services:
        services.road_map_papers.export_report(period, out, road_map_id)
    print_json({"file": str(out), "period": period})
