"""What can be done with the selected people: the same in the menu and in the details pane."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from nastavnik_desktop.domain.people import PersonRow
from ui.controllers.awards import AwardDesk
from ui.controllers.bulk_edit import BulkEditDesk
from ui.controllers.consents import ConsentDesk
from ui.controllers.forgetting import ForgettingDesk
from ui.controllers.leaving import LeavingDesk
from ui.requests import NewPairing
from ui.shell import Shell
from ui.writes import Writes

_SIDE_ACTIONS = (
    ("mentor", "наставником", "наставника"),
    ("mentee", "наставляемым", "наставляемого"),
)


@dataclass(frozen=True)
class PeopleAction:
    """One thing to do: its words, an icon, and the deed."""

    text: str
    icon: str
    run: Callable[[], object]


class PeopleActions:
    """Marks of the year, consents, pairs and the archive, for one person or for many."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self.consents = ConsentDesk(shell)
        self.bulk = BulkEditDesk(shell)
        self.awards = AwardDesk(shell)
        self.leaving = LeavingDesk(shell)
        self.forgetting = ForgettingDesk(shell)

    def for_rows(self, rows: list[PersonRow]) -> list[PeopleAction]:
        """What makes sense for these people, in the order of the menu."""
        living = [row for row in rows if not row.is_archived]
        archived = [row for row in rows if row.is_archived]
        offered: list[PeopleAction] = []
        if living:
            offered += self._marks(living)
            offered += self._of_living(living)
        if len(living) > 1:
            offered += self._of_many(living)
        if archived:
            back = partial(self.set_archived, _ids(archived), False)
            offered.append(PeopleAction("Вернуть из архива", "undo-2", back))
        if len(rows) == 1:
            offered += self._of_one(rows[0])
        return offered

    def set_pool(self, person_ids: list[int], side: str, is_in: bool) -> None:
        """Mark as mentors or mentees of the chosen year, or take the mark away."""
        call = self._shell.services.people.set_pool
        self._writes.run(
            "Отметка года", partial(call, person_ids, side, self._shell.year(), is_in=is_in)
        )

    def set_archived(self, person_ids: list[int], is_archived: bool) -> None:
        """Put into the archive or return."""
        people = self._shell.services.people
        call = people.archive if is_archived else people.unarchive
        self._writes.run("Архив", partial(call, person_ids))

    def create_pairing(self, rows: list[PersonRow]) -> None:
        """Begin a pair: the only mentor among the people mentors the others."""
        mentors = [row for row in rows if row.is_mentor]
        mentor_id = mentors[0].person_id if len(mentors) == 1 else None
        mentee_ids = tuple(row.person_id for row in rows if row.person_id != mentor_id)
        self._shell.open_page("pairings", NewPairing(mentee_ids, mentor_id))

    def _marks(self, rows: list[PersonRow]) -> Iterator[PeopleAction]:
        year = self._shell.year()
        for side, as_whom, whose in _SIDE_ACTIONS:
            marked = [row for row in rows if _is_marked(row, side)]
            bare = [row for row in rows if not _is_marked(row, side)]
            if bare:
                run = partial(self.set_pool, _ids(bare), side, True)
                yield PeopleAction(f"Отметить {as_whom} {year}", "check", run)
            if marked:
                run = partial(self.set_pool, _ids(marked), side, False)
                yield PeopleAction(f"Снять отметку {whose}", "x", run)

    def _of_many(self, rows: list[PersonRow]) -> list[PeopleAction]:
        together = partial(self.bulk.edit_together, rows)
        return [
            PeopleAction("Изменить у выбранных…", "pencil", together),
            PeopleAction("Править таблицей…", "table", partial(self.bulk.edit_grid, rows)),
        ]

    def _of_one(self, row: PersonRow) -> Iterator[PeopleAction]:
        if not row.is_archived:
            leave = partial(self.leaving.begin, row.person_id)
            yield PeopleAction("Уходит из школы…", "log-out", leave)
        forget = partial(self.forgetting.begin, row.person_id)
        yield PeopleAction("Удалить персональные данные…", "eraser", forget)

    def _of_living(self, rows: list[PersonRow]) -> list[PeopleAction]:
        ids = _ids(rows)
        thank = partial(self.awards.give, ids)
        return [
            PeopleAction("Создать пару…", "handshake", partial(self.create_pairing, rows)),
            PeopleAction("Внести согласия…", "file-pen", partial(self.consents.enter, ids)),
            PeopleAction(
                "Напечатать бланки согласий", "printer", partial(self.consents.print_blanks, ids)
            ),
            PeopleAction("Сертификат или благодарность…", "award", thank),
            PeopleAction("В архив", "archive", partial(self.set_archived, ids, True)),
        ]


def _ids(rows: list[PersonRow]) -> list[int]:
    return [row.person_id for row in rows]


def _is_marked(row: PersonRow, side: str) -> bool:
    return row.is_mentor if side == "mentor" else row.is_mentee
