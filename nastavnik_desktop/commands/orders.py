"""Commands issue-order, amend-order, terminate-order and order-text."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.commands.output import print_json, say
from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.domain.orders import (
    DraftOffer,
    EndedPairing,
    OrderDraft,
    OrderKind,
    TerminationDetails,
)
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.school_year import SchoolYear

_FORMATS = ("pdf", "docx")
_ABOUT_PAIRS = (OrderKind.PAIRS, OrderKind.TERMINATION, OrderKind.RESULTS, OrderKind.REWARD)
_MOST_REASONS = 5


@dataclass(frozen=True)
class Request:
    """What all commands that issue an order are told."""

    base: str
    year: SchoolYear
    day: date
    number: str
    out: Path


def issue_order(request: Request, kind: OrderKind) -> None:
    """Issue an order with all pairs that are ready; print it and those that are not ready."""
    with opened(request.base) as services:
        offer = services.orders.new_draft(request.year, (), kind, None, request.day)
        _issue(services, request, offer, lambda draft: draft)


def amend_order(request: Request, amended: str) -> None:
    """Issue the order that brings an earlier one in line with its pairs as they are now."""
    with opened(request.base) as services:
        target = services.orders.find(request.year, amended)
        offer = services.orders.new_draft(
            request.year, (), OrderKind.AMENDMENT, target.order_id, request.day
        )
        _issue(services, request, offer, lambda draft: draft)


def terminate_order(
    request: Request, terminated: str, reason: str = "", ended_on: date | None = None
) -> None:
    """End the pairs of an order early: those whose end is written down, or all.

    ``reason`` and ``ended_on`` are for pairs in whose card they are not told. Raises RuleViolation
    when a pair ends for no reason: an order never makes one up.
    """

    def completed(draft: OrderDraft) -> OrderDraft:
        if not isinstance(draft.details, TerminationDetails):
            return draft
        ended = tuple(
            one if one.reason.strip() else replace(
                one, reason=reason.strip(), ended_on=ended_on or one.ended_on
            )
            for one in draft.details.ended
        )  # fmt: skip
        _refuse_without_reason(offer, ended)
        return replace(draft, details=TerminationDetails(ended))

    with opened(request.base) as services:
        target = services.orders.find(request.year, terminated)
        offer = services.orders.new_draft(
            request.year, (), OrderKind.TERMINATION, target.order_id, request.day
        )
        _issue(services, request, offer, completed)


def _refuse_without_reason(offer: DraftOffer, ended: tuple[EndedPairing, ...]) -> None:
    rows = offer.rows_of(tuple(one.pairing_id for one in ended if not one.reason))
    if rows:
        told = ", ".join(row.title for row in rows[:_MOST_REASONS])
        more = f" и ещё {len(rows) - _MOST_REASONS}" if len(rows) > _MOST_REASONS else ""
        raise RuleViolation(
            f"Причина прекращения не записана: {told}{more}. Назовите её: --reason.", "reason"
        )


def order_text(base: str, year: SchoolYear, number: str) -> None:
    """Print the text of an order as it was issued."""
    with opened(base, writable=False) as services:
        order = services.orders.find(year, number)
        text = services.orders.text(order.order_id)
    sys.stdout.write(text.replace("\f", "") + "\n")


def _issue(
    services: Services,
    request: Request,
    offer: DraftOffer,
    completed: Callable[[OrderDraft], OrderDraft],
) -> None:
    draft = completed(replace(offer.draft, number=request.number))
    held_back = offer.held_back_on(request.day)
    if draft.kind in _ABOUT_PAIRS and not draft.pairing_ids:
        raise RuleViolation(_nobody_ready(held_back))
    _make_folder(request.out)
    found = services.orders.problems(draft)
    warnings = [_plain(one.message) for one in found if one.level is Level.WARNING]
    saved = services.orders.issue(draft)
    order_id = saved.record_id or 0
    named = {row.pairing_id for row in offer.rows_of(draft.pairing_ids)}
    print_json(
        {
            "order_id": order_id,
            "kind": draft.kind.value.replace("_", "-"),
            "number": draft.number,
            "date": draft.order_date.isoformat(),
            "year": draft.year.label,
            "heading": _plain(draft.heading),
            "pairs": [_pair(row) for row in offer.candidates if row.pairing_id in named],
            "not_ready": [
                {**_pair(row), "reasons": [_plain(one) for one in reasons]}
                for row, reasons in held_back
            ],
            "warnings": warnings,
            "files": [str(path) for path in _write(services, order_id, draft.number, request.out)],
        }
    )
    say(saved.message)


def _plain(text: str) -> str:
    """With blanks that other programs can compare."""
    return text.replace(NBSP, " ")


def _nobody_ready(held_back: tuple[tuple[PairingRow, list[str]], ...]) -> str:
    if not held_back:
        return "Нет пар и групп, о которых мог бы быть этот приказ."
    told = "; ".join(f"{row.title}: {', '.join(why)}" for row, why in held_back[:_MOST_REASONS])
    more = f"; и ещё {len(held_back) - _MOST_REASONS}" if len(held_back) > _MOST_REASONS else ""
    return f"Ни одна пара не готова к приказу. {told}{more}".rstrip(".") + "."


def _pair(row: PairingRow) -> dict[str, Any]:
    return {
        "pairing_id": row.pairing_id,
        "mentor": row.mentor.name.full,
        "mentees": [mentee.name.full for mentee in row.mentees],
        "form": row.form.title,
    }


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Папку «{folder}» нельзя создать ({error.strerror})."
        raise StorageUnavailable(message, "Выберите другую папку.") from error


def _write(services: Services, order_id: int, number: str, folder: Path) -> list[Path]:
    name = re.sub(r"[^\w.-]+", "-", f"Приказ {number}").strip("-")
    paths = [folder / f"{name}.{suffix}" for suffix in _FORMATS]
    for path in paths:
        services.orders.export(order_id, path)
    return paths
