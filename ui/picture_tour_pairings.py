"""Sights of the tour that show the life of a pairing: its dialogs and its papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from nastavnik_desktop.domain.pairings import PairingRow, PairingState
from ui.shell import Shell


def pairing_sights(
    shell: Shell, page: Callable[[], Any]
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Dialogs and papers of the pairs of the training school, by the names of their pictures."""
    rows = shell.services.pairings.rows(shell.year())
    today = shell.services.school.today()

    def in_state(state: PairingState) -> PairingRow:
        found: Iterator[PairingRow] = (row for row in rows if row.state_on(today) is state)
        return next(found)

    active = in_state(PairingState.ACTIVE)
    paused = in_state(PairingState.PAUSED)
    bare = in_state(PairingState.NO_AGREEMENT)
    yield "pause-dialog", lambda: page().life.pause(active)
    yield "resume-dialog", lambda: page().life.resume(paused)
    yield "replace-mentor-dialog", lambda: page().life.replace_mentor(active)
    yield "second-mentor-dialog", lambda: page().life.add_mentor(active)
    group = next(row for row in rows if len(row.mentees) > 1)
    yield "members-dialog", lambda: page().life.set_member_dates(group)
    yield "addendum-dialog", lambda: page().enter_agreement(bare, bare.mentor.person_id)
    yield "pairing-papers", lambda: page().papers.show_set(bare)
