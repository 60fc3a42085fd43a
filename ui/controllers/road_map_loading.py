"""A file with a road map: read on the worker, shown, and kept when the user agrees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.road_maps.findings import Finding
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.road_maps import RoadMapPreview
from ui.requests import ROAD_MAP_SUFFIXES
from ui.shell import Shell
from ui.widgets.notice_bar import NoticeAction
from ui.writes import Writes

_KINDS = f"Дорожные карты ({' '.join(f'*{suffix}' for suffix in ROAD_MAP_SUFFIXES)})"


class RoadMapLoading:
    """``on_kept`` gets the id of the road map that was kept."""

    def __init__(self, shell: Shell, on_kept: Callable[[int], None]) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._on_kept = on_kept

    def choose(self) -> None:
        """Ask for a file and load it."""
        path = self._shell.prompts.choose_file_to_open("Загрузить дорожную карту", _KINDS)
        if path is not None:
            self.load(path)

    def load(self, path: Path) -> None:
        """Read a file, then show what was understood."""
        self._shell.operations.run(
            "Чтение файла",
            partial(self._read, path),
            lambda read: self._ask(*read),
            partial(self._writes.show, "Дорожная карта не загружена"),
        )

    def _read(self, path: Path) -> tuple[RoadMapPreview, tuple[Finding, ...]]:
        preview = self._shell.services.road_maps.preview(path)
        return preview, self._shell.services.road_map_people.check(preview.reading)

    def _ask(self, preview: RoadMapPreview, findings: tuple[Finding, ...]) -> None:
        def make(parent: QWidget | None) -> RoadMapPreviewDialog:
            return RoadMapPreviewDialog(parent, preview, findings)

        from ui.dialogs.road_map_preview_dialog import RoadMapPreviewDialog

        proposed = replace(preview, is_update=preview.older is not None)
        agreed = self._shell.prompts.ask_draft(make, proposed)
        if agreed is None:
            return
        call = partial(self._shell.services.road_maps.commit, agreed)
        self._writes.run("Загрузка дорожной карты", call, next_steps=self._kept)

    def _kept(self, saved: Saved) -> tuple[NoticeAction, ...]:
        if saved.record_id is not None:
            self._on_kept(saved.record_id)
        return ()
