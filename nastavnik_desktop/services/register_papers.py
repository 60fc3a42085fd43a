"""The register of orders as a paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.orders import OrderRow, OrderState
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.order_setting import letterhead_of

if TYPE_CHECKING:
    from nastavnik_desktop.documents.registers import RegisterRow
    from nastavnik_desktop.documents.tree import Document

_TITLE = "Журнал регистрации приказов"


def register_paper(rows: Sequence[OrderRow], year: SchoolYear, own_school: School) -> Document:
    """The register of a school year by date; drafts are no orders yet and are left out."""
    from nastavnik_desktop.documents.registers import order_register

    issued = [row for row in rows if row.state is not OrderState.DRAFT]
    issued.sort(key=lambda row: (row.order_date, row.order_id))
    return order_register(
        letterhead_of(own_school),
        _TITLE,
        f"{year} учебный год",
        [_register_row(row, own_school) for row in issued],
    )


def _register_row(row: OrderRow, own_school: School) -> RegisterRow:
    from nastavnik_desktop.documents.registers import RegisterRow

    head = own_school.head_on(row.order_date)
    return RegisterRow(
        number=row.number,
        issued_on=row.order_date,
        heading=row.heading,
        signed_by=head.name.short if head and not row.is_external else "",
        executor=row.executor,
        note=_note(row),
    )


def _note(row: OrderRow) -> str:
    if row.state is OrderState.WITHDRAWN and row.withdrawn_on:
        return f"отменён {short_date(row.withdrawn_on)}: {row.withdrawal_reason}".rstrip(": ")
    return row.note or ("внешний" if row.is_external else "")
