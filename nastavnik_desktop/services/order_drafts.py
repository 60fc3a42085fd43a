"""Drafts of orders in the form in which the base keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from nastavnik_desktop.config.json_values import from_json as details_from_json
from nastavnik_desktop.config.json_values import to_json
from nastavnik_desktop.domain.orders import DETAILS_OF, OrderDraft, OrderKind
from nastavnik_desktop.domain.school_year import SchoolYear

_DAYS = ("order_date", "programs_due_on", "report_due_on")
_TEXTS = ("number", "heading", "control_by", "grounds", "acceptance_note")


def as_json(draft: OrderDraft) -> dict[str, Any]:
    """The draft as the base keeps it; pairings are kept as links beside it."""
    days = {name: getattr(draft, name) for name in _DAYS}
    return {
        "year": draft.year.start,
        "register_id": draft.register_id,
        "kind": draft.kind.value,
        "target_id": draft.target_id,
        "details": to_json(draft.details),
        **{name: getattr(draft, name) for name in _TEXTS},
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }


def from_json(content: dict[str, Any]) -> OrderDraft:
    """The draft from what the base keeps; what older drafts lack takes its default."""
    kind = OrderKind(content["kind"])
    days = {name: content.get(name) for name in _DAYS}
    details = content.get("details")
    draft = OrderDraft(
        **{
            **{name: content.get(name, "") for name in _TEXTS},
            "year": SchoolYear(content["year"]),
            "register_id": content["register_id"],
            "kind": kind,
            "target_id": content.get("target_id"),
            **{name: date.fromisoformat(day) if day else None for name, day in days.items()},
        },
        pairing_ids=(),
    )
    if details is None:
        return draft
    return replace(draft, details=details_from_json(DETAILS_OF[kind], details))
