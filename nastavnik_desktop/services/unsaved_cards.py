"""Cards that are open: kept beside the base until they are saved or given up.

What stands here after a crash is offered again. A file holds one card; it lies in the user's own
folder, never in the base, and is gone as soon as its card is closed.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from nastavnik_desktop.config.json_values import from_json, to_json
from nastavnik_desktop.domain.errors import StorageUnavailable
from nastavnik_desktop.domain.people import PersonDraft
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.files import write_whole

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class UnsavedCard:
    """A person's card as it stood when the program ended; class and pools are of the year."""

    draft: PersonDraft
    year: SchoolYear


class UnsavedCards:
    """Cards of one base, told from those of other bases by its location."""

    def __init__(self, folder: Path, base: str) -> None:
        self._folder = folder
        self._mark = sha256(base.encode()).hexdigest()[:12]

    def keep(self, draft: PersonDraft, year: SchoolYear) -> None:
        """Write the card as it stands; an unwritable folder never disturbs the typing."""
        text = json.dumps(to_json(UnsavedCard(draft, year)), ensure_ascii=False)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._file(draft.person_id), text.encode())
        except (OSError, StorageUnavailable) as error:
            _log.info("an open card was not kept: %s", type(error).__name__)

    def forget(self, person_id: int | None) -> None:
        """The card was saved or given up; None is the card of a new person."""
        try:
            self._file(person_id).unlink(missing_ok=True)
        except OSError as error:
            _log.info("a closed card was not removed: %s", type(error).__name__)

    def pending_drafts(self) -> list[UnsavedCard]:
        """Cards that were open when the program ended; damaged ones are removed."""
        return list(self._readable())

    def _readable(self) -> Iterator[UnsavedCard]:
        for path in sorted(self._folder.glob(f"card-{self._mark}-*.json")):
            try:
                yield from_json(UnsavedCard, json.loads(path.read_text(encoding="utf-8")))
            except (ValueError, TypeError):
                path.unlink(missing_ok=True)
            except OSError as error:
                _log.info("an open card was not read: %s", type(error).__name__)

    def _file(self, person_id: int | None) -> Path:
        return self._folder / f"card-{self._mark}-{person_id or 'new'}.json"
