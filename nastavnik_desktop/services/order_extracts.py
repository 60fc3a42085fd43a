"""Extracts of issued orders: the rows of one pair or person, clauses about others left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from db.models import OrderModel
from db.queries.school import school
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import NBSP, Case
from nastavnik_desktop.domain.orders import AmendmentDetails, AnnexState, LinkKind, difference
from nastavnik_desktop.services.order_annexes import annex_facts
from nastavnik_desktop.services.order_assignments import forms_of
from nastavnik_desktop.services.order_chain import annexes_in_force
from nastavnik_desktop.services.order_papers import Paper
from nastavnik_desktop.services.order_records import stored_draft

if TYPE_CHECKING:
    from nastavnik_desktop.documents.order_extract import Certifier
    from nastavnik_desktop.documents.person_forms import PersonForms
    from nastavnik_desktop.documents.tree import Document


def extract_of(
    session: Session,
    order: OrderModel,
    pairing_id: int | None = None,
    person_id: int | None = None,
) -> Document:
    """The extract for a pair or for a person.

    Raises RuleViolation when the order does not name them or its rows were not kept.
    """
    from nastavnik_desktop.documents.order_extract import order_extract

    if not has_extract(order):
        raise RuleViolation("Выписка есть у приказа, который создан в программе.")
    paper = Paper.from_snapshot(order.snapshot or {})
    wanted = _rows_about(_printed_rows(session, order, paper), pairing_id, person_id)
    if not wanted:
        raise RuleViolation("В этом приказе такой пары нет.")
    rows = tuple(annex_facts(state) for state in wanted)
    test = _test_of_others(session, paper.annexes, wanted)
    return order_extract(paper.document, rows, test, _certifier(session))


def pairings_printed(session: Session, order: OrderModel) -> list[int]:
    """Pairings whose rows an order prints; raises RuleViolation when its text is not kept."""
    if not has_extract(order):
        raise RuleViolation("Выписка есть у приказа, который создан в программе.")
    paper = Paper.from_snapshot(order.snapshot or {})
    rows = _printed_rows(session, order, paper)
    return [row.pairing_id for state in rows for row in state.rows]


def has_extract(order: OrderModel) -> bool:
    """Whether the text of an order is kept: it was issued by the program."""
    return "document" in (order.snapshot or {})


def _printed_rows(session: Session, order: OrderModel, paper: Paper) -> tuple[AnnexState, ...]:
    """The rows that the order itself prints.

    An amendment keeps all rows as they are after it, but prints those that it changes, or whole
    annexes where it gives them anew.
    """
    target_id = next((one.target_id for one in order.targets if one.kind is LinkKind.AMENDS), None)
    if target_id is None:
        return paper.annexes
    details = stored_draft(session, order).details
    is_whole = isinstance(details, AmendmentDetails) and details.is_new_edition
    before = {one.form_code: one for one in annexes_in_force(session, target_id, before=order)}

    def printed(state: AnnexState) -> AnnexState:
        numbers = {one.row_number for one in difference(before.get(state.form_code), state)}
        rows = (row for row in state.rows if row.number in numbers or (numbers and is_whole))
        return replace(state, rows=tuple(rows))

    return tuple(printed(state) for state in paper.annexes)


def _rows_about(
    annexes: Iterable[AnnexState], pairing_id: int | None, person_id: int | None
) -> tuple[AnnexState, ...]:
    """The annexes with the rows of a pair or of a person only, those without such rows left out."""
    found = (
        replace(
            state,
            rows=tuple(
                row
                for row in state.rows
                if row.pairing_id == pairing_id or person_id in row.person_ids
            ),
        )
        for state in annexes
    )
    return tuple(state for state in found if state.rows)


def _test_of_others(
    session: Session, annexes: Iterable[AnnexState], wanted: Iterable[AnnexState]
) -> Callable[[str], bool]:
    """A test whether a clause names people of other pairs and none of the wanted ones."""
    mine = {key for state in wanted for row in state.rows for key in row.person_ids}
    everybody = {key for state in annexes for row in state.rows for key in row.person_ids}
    forms = forms_of(session, everybody)
    my_names = _written(forms, mine)
    others = _written(forms, everybody - mine)

    def is_about_others(text: str) -> bool:
        plain = text.replace(NBSP, " ")
        return any(name in plain for name in others) and not any(name in plain for name in my_names)

    return is_about_others


def _written(forms: Mapping[int, PersonForms], person_ids: Iterable[int]) -> set[str]:
    """Names in all cases, full and with initials, with plain blanks."""
    people = [forms[key] for key in person_ids if key in forms]
    names = {person.name_in(case) for person in people for case in (None, *Case)}
    return {text.replace(NBSP, " ") for name in names for text in (name.full, name.short) if text}


def _certifier(session: Session) -> Certifier:
    """The executor of the settings signs the extract."""
    from nastavnik_desktop.documents.order_extract import Certifier

    own_school = school(session)
    name = own_school.executor_name if own_school else ""
    return Certifier("Исполнитель", name or "________________")
