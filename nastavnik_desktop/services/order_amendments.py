"""An amendment: the difference between what an order says now and what its pairs are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from db.queries.orders import pairing_ids_of
from db.queries.pairings import pairing_rows_by_id
from nastavnik_desktop.documents.order_facts import (
    Acquainted,
    AmendmentFacts,
    AnnexFacts,
    Assignment,
    RowsChange,
)
from nastavnik_desktop.documents.person_forms import PersonForms
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import (
    AmendmentDetails,
    AnnexRow,
    AnnexState,
    ChangeKind,
    PairsDetails,
    RowChange,
    TableLayout,
    brought_up_to_date,
    difference,
)
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.services.order_annexes import annex_facts, present_annexes
from nastavnik_desktop.services.order_chain import (
    ENDING_KINDS,
    annexes_in_force,
    pairings_in,
    reference_of,
)
from nastavnik_desktop.services.order_setting import Setting


@dataclass(frozen=True)
class Amended:
    """The annexes of an order before an amendment and after it, with the pairings of both."""

    before: tuple[AnnexState, ...]
    after: tuple[AnnexState, ...]
    pairings: Mapping[int, PairingRow]

    @property
    def changes(self) -> tuple[RowChange, ...]:
        """Changed rows of all annexes."""
        return tuple(change for state in self.after for change in self.changes_of(state))

    def changes_of(self, state: AnnexState) -> tuple[RowChange, ...]:
        """Changed rows of one annex as it is after the amendment."""
        old = {one.form_code: one for one in self.before}
        return difference(old.get(state.form_code), state)

    @property
    def _rows_before(self) -> dict[int, AnnexRow]:
        return {row.pairing_id: row for state in self.before for row in state.rows}

    @property
    def _rows_after(self) -> dict[int, AnnexRow]:
        return {row.pairing_id: row for state in self.after for row in state.rows}

    @property
    def ended(self) -> list[int]:
        """Pairings that stand in the order no more."""
        return [key for key in self._rows_before if key not in self._rows_after]

    @property
    def started(self) -> list[int]:
        """Pairings that the amendment puts into the order."""
        return [key for key in self._rows_after if key not in self._rows_before]

    @property
    def other_terms(self) -> list[int]:
        """Pairings whose last day changes."""
        before, after = self._rows_before, self._rows_after
        return [
            key
            for key, row in after.items()
            if key in before and _last_day(row) != _last_day(before[key])
        ]


def _last_day(row: AnnexRow) -> object:
    return max(member.ends_on for member in row.members)


def amended(setting: Setting) -> Amended:
    """What an amendment of the draft changes, the draft's own pairings added.

    Raises RuleViolation without an order that could be amended.
    """
    target_id = setting.draft.target_id
    if target_id is None:
        raise RuleViolation("Выберите приказ, в который вносятся изменения.", "target_id")
    session = setting.session
    in_force = annexes_in_force(session, target_id)
    fixed = [row.pairing_id for state in in_force for row in state.rows]
    fixed = fixed or pairing_ids_of(session, target_id)
    wanted = list(dict.fromkeys((*fixed, *setting.draft.pairing_ids)))
    rows = pairing_rows_by_id(session, wanted, setting.today)
    if not in_force:
        in_force = _as_printed(setting, [row for row in rows if row.pairing_id in set(fixed)])
    ended_by_order = pairings_in(session, ENDING_KINDS, None)
    present = [
        row
        for row in _with_new_terms(setting, rows)
        if row.ended_on is None or row.pairing_id in ended_by_order
    ]
    after = tuple(_brought_up(setting, in_force, present))
    return Amended(in_force, after, {row.pairing_id: row for row in rows})


def _as_printed(setting: Setting, rows: list[PairingRow]) -> tuple[AnnexState, ...]:
    """The annexes of an order whose rows were not kept: its pairings as if none had ended."""
    people = setting.people_of(rows)
    return present_annexes(setting.session, rows, people, PairsDetails())


def _with_new_terms(setting: Setting, rows: Sequence[PairingRow]) -> Iterator[PairingRow]:
    terms = {one.pairing_id: one.ends_on for one in setting.details_as(AmendmentDetails).terms}
    for row in rows:
        yield replace(row, ends_on=terms.get(row.pairing_id, row.ends_on))


def _brought_up(
    setting: Setting, before: tuple[AnnexState, ...], present: list[PairingRow]
) -> Iterator[AnnexState]:
    people = setting.people_of(present)
    layouts = {state.form_code: state.layout for state in before}
    now = {
        state.form_code: state
        for state in present_annexes(setting.session, present, people, PairsDetails())
    }
    for state in before:
        rows = now[state.form_code].rows if state.form_code in now else ()
        yield brought_up_to_date(state, rows)
    number = max((state.number for state in before), default=0)
    for form_code, state in now.items():
        if form_code not in layouts:
            number += 1
            yield replace(state, number=number)


def amendment_facts(setting: Setting) -> tuple[AmendmentFacts, tuple[AnnexState, ...]]:
    """The facts of an amendment, and all annexes as they are after it.

    Raises RuleViolation when nothing has changed since the order.
    """
    found, details = amended(setting), setting.details_as(AmendmentDetails)
    if not found.changes:
        raise RuleViolation(
            "С тех пор как приказ издан, его пары не изменились: вносить нечего.", "target_id"
        )
    forms = setting.forms(list(found.pairings.values()))
    words = _Words(setting, found, forms)
    told = words.as_editions() if details.is_new_edition else words.as_rows()
    facts = AmendmentFacts(
        **setting.common(),
        target=reference_of(setting.session, setting.draft.target_id),
        reason=details.reason,
        ended=words.told(found.ended),
        started=words.told(found.started),
        prolonged=words.told(found.other_terms),
        changes=told.changes,
        editions=told.editions,
        inserted=told.inserted,
        annexes=told.annexes,
        acquainted=words.acquainted(),
    )
    return facts, found.after


@dataclass(frozen=True)
class _Told:
    """How the changes are told: rows with tables in the text, or whole annexes behind it."""

    changes: tuple[RowsChange, ...] = ()
    editions: tuple[RowsChange, ...] = ()
    inserted: tuple[AnnexFacts, ...] = ()
    annexes: tuple[AnnexFacts, ...] = ()


class _Words:
    """Puts the difference into the words of the order."""

    def __init__(self, setting: Setting, found: Amended, forms: Mapping[int, PersonForms]) -> None:
        self._setting = setting
        self._found = found
        self._forms = forms
        self._terms = {
            one.pairing_id: one.ends_on for one in setting.details_as(AmendmentDetails).terms
        }

    def told(self, pairing_ids: Iterable[int]) -> tuple[Assignment, ...]:
        """Pairings as the text names them."""
        rows = [self._found.pairings[key] for key in pairing_ids if key in self._found.pairings]
        return tuple(
            self._setting.assigned(
                row,
                self._forms,
                ends_on=self._terms.get(row.pairing_id),
                ended_on=row.ended_on or self._setting.draft.order_date,
                reason=row.end_reason,
            )
            for row in rows
        )

    def acquainted(self) -> tuple[Acquainted, ...]:
        """Employees whom the changes touch."""
        touched = {*self._found.ended, *self._found.started, *self._found.other_terms}
        rows = [self._found.pairings[key] for key in touched if key in self._found.pairings]
        return tuple(self._setting.people_of(rows).acquainted())

    def as_rows(self) -> _Told:
        """«Строку 3 приложения № 1 изложить в следующей редакции» with the new rows."""
        changes, inserted = [], []
        whole = [state for state in self._found.after if self._is_new(state)]
        for state in self._found.after:
            if state in whole:
                continue
            own = self._found.changes_of(state)
            for kind in ChangeKind:
                numbers = [one.row_number for one in own if one.kind is kind]
                if not numbers:
                    continue
                table = ""
                if kind is not ChangeKind.EXCLUDED:
                    rows = tuple(row for row in state.rows if row.number in numbers)
                    inserted.append(annex_facts(replace(state, rows=rows)))
                    table = f"[таблица {len(inserted)}]"
                changes.append(
                    RowsChange(
                        kind.value, _rows_words(kind, numbers), state.number, self._total, table
                    )
                )
        return replace(self._editions(whole), changes=tuple(changes), inserted=tuple(inserted))

    def as_editions(self) -> _Told:
        """«Приложение № 1 изложить в новой редакции» with the whole annex behind the text."""
        return self._editions(
            [state for state in self._found.after if self._found.changes_of(state)]
        )

    def _is_new(self, state: AnnexState) -> bool:
        return state.form_code not in {one.form_code for one in self._found.before}

    def _editions(self, states: Sequence[AnnexState]) -> _Told:
        editions = tuple(
            RowsChange("new" if self._is_new(state) else "edition", "", state.number, self._total)
            for state in states
        )
        annexes = tuple(
            annex_facts(_printed(state, number)) for number, state in enumerate(states, start=1)
        )
        return _Told(editions=editions, annexes=annexes)

    @property
    def _total(self) -> int:
        return len(self._found.after)


def _rows_words(kind: ChangeKind, numbers: Sequence[int]) -> str:
    """«строку 3», «строки 3, 5», «строкой 13», «строками 13, 14»."""
    listed = ", ".join(map(str, numbers))
    if kind is ChangeKind.ADDED:
        return f"{'строкой' if len(numbers) == 1 else 'строками'} {listed}"
    return f"{'строку' if len(numbers) == 1 else 'строки'} {listed}"


def _printed(state: AnnexState, number: int) -> AnnexState:
    """An annex given anew stands on a page of its own, where its pairs were in the text too."""
    layout = TableLayout.FULL if state.layout is TableLayout.LIST else state.layout
    return replace(state, number=number, layout=layout)
