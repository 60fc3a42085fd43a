"""Drafts of orders: proposed texts, and the form in which the base keeps a draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from db.queries.pairings import pairing_rows_by_id
from nastavnik_desktop.documents.order_templates import shipped_template
from nastavnik_desktop.documents.templating import render_text
from nastavnik_desktop.domain.orders import OrderDraft, OrderKind, proposed_grounds
from nastavnik_desktop.domain.school_year import SchoolYear

_DAYS = ("order_date", "programs_due_on", "report_due_on")


def proposed_texts(session: Session, draft: OrderDraft) -> OrderDraft:
    """The draft with heading, terms and grounds proposed for its pairings."""
    year = draft.year
    rows = pairing_rows_by_id(session, draft.pairing_ids, draft.order_date)
    report_due_on = date(year.start + 1, 5, 25)
    return replace(
        draft,
        heading=render_text(shipped_template("pairs").heading, {"year": year.label}, "heading"),
        programs_due_on=_two_weeks_after(draft.order_date),
        report_due_on=max(report_due_on, draft.order_date),
        grounds=proposed_grounds(rows),
    )


def _two_weeks_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 14)


def as_json(draft: OrderDraft) -> dict[str, Any]:
    """The draft as the base keeps it; pairings are kept as links beside it."""
    days = {name: getattr(draft, name) for name in _DAYS}
    return {
        "year": draft.year.start,
        "register_id": draft.register_id,
        "number": draft.number,
        "heading": draft.heading,
        "control_by": draft.control_by,
        "grounds": draft.grounds,
        "kind": draft.kind.value,
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }


def from_json(content: dict[str, Any]) -> OrderDraft:
    """The draft from what the base keeps."""
    days = {name: content.get(name) for name in _DAYS}
    return OrderDraft(
        **{
            **content,
            "year": SchoolYear(content["year"]),
            "kind": OrderKind(content["kind"]),
            **{name: date.fromisoformat(day) if day else None for name, day in days.items()},
        },
        pairing_ids=(),
    )
