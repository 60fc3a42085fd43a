"""What is proposed for a new order of each kind: heading, terms, grounds, details."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from db.models import OrderModel
from db.queries.pairings import pairing_rows_by_id
from db.queries.school import school
from nastavnik_desktop.documents.templating import render_text
from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.orders import (
    AmendmentDetails,
    Details,
    EndedPairing,
    FreeDetails,
    OrderDraft,
    OrderKind,
    Outcome,
    PairingOutcome,
    PairsDetails,
    ResultsDetails,
    RewardDetails,
    RoadMapDetails,
    TermChange,
    TerminationDetails,
    WorkingGroupDetails,
    proposed_grounds,
)
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.language import posts
from nastavnik_desktop.services.order_chain import (
    ENDING_KINDS,
    pairings_in,
    pairings_inside,
    reference_of,
)
from nastavnik_desktop.services.road_map_orders import road_map_to_approve, stages_of
from nastavnik_desktop.services.template_store import current_template
from nastavnik_desktop.services.working_calendar import working_calendar

_TWO_WEEKS = timedelta(days=14)
_UNSAID = ("control", "coordinator", "regulation", "grounds", "executor")
"""What a free order says nothing of when its words are first proposed."""


def proposed_texts(
    session: Session, draft: OrderDraft, terms: tuple[TermChange, ...] = ()
) -> OrderDraft:
    """The draft with heading, terms, grounds and details proposed for its kind and pairings.

    ``terms`` are those that an amendment is asked to change, not changed yet.
    """
    rows = pairing_rows_by_id(session, draft.pairing_ids, draft.order_date)
    details = _details(session, draft, rows)
    if isinstance(details, AmendmentDetails):
        details = replace(details, terms=terms)
    filled = replace(draft, details=details)
    template = current_template(session, draft.kind)
    words = {"year": draft.year.label, "target": reference_of(session, draft.target_id)}
    filled = replace(filled, heading=render_text(template.heading, words, "heading"))
    if draft.kind is OrderKind.RESULTS:
        return replace(filled, grounds="отчёты наставников")
    if draft.kind is OrderKind.AMENDMENT:
        return replace(filled, grounds=proposed_grounds(rows, _ended_since(session, draft)))
    if draft.kind is OrderKind.TERMINATION:
        return replace(filled, grounds=proposed_grounds((), rows))
    if draft.kind is not OrderKind.PAIRS:
        return filled
    return replace(
        filled,
        programs_due_on=draft.order_date + _TWO_WEEKS,
        report_due_on=max(date(draft.year.start + 1, 5, 25), draft.order_date),
        grounds=proposed_grounds(rows),
    )


def _details(session: Session, draft: OrderDraft, rows: Sequence[PairingRow]) -> Details:
    makers: dict[OrderKind, Callable[[], Details]] = {
        OrderKind.PAIRS: PairsDetails,
        OrderKind.WORKING_GROUP: lambda: _working_group(session, draft),
        OrderKind.ROAD_MAP: lambda: _road_map(session, draft),
        OrderKind.AMENDMENT: lambda: _amendment(session, draft),
        OrderKind.TERMINATION: lambda: _termination(session, draft, rows),
        OrderKind.RESULTS: lambda: _results(rows),
        OrderKind.REWARD: lambda: _reward(rows),
        OrderKind.OTHER: lambda: _free(session, draft),
    }
    return makers[draft.kind]()


def _working_group(session: Session, draft: OrderDraft) -> WorkingGroupDetails:
    own_school = school(session)
    named = (own_school.coordinator_title, own_school.coordinator_name) if own_school else ()
    start = draft.order_date
    return WorkingGroupDetails(
        coordinator=" ".join(part for part in named if part) if named and named[1] else "",
        bases_due_on=start + _TWO_WEEKS,
        pairs_due_on=start + _TWO_WEEKS,
        interim_on=max(date(draft.year.start, 12, 30), start),
        final_on=max(date(draft.year.start + 1, 5, 31), start),
        site_due_on=start + _TWO_WEEKS,
    )


def _road_map(session: Session, draft: OrderDraft) -> RoadMapDetails:
    """The road map of the school for the year, where one is kept that no order approves yet."""
    days = (date(draft.year.start, 12, 30), date(draft.year.start + 1, 5, 31))
    kept = road_map_to_approve(session, draft.year)
    return RoadMapDetails(
        title=f"реализации программ наставничества на {draft.year.label} учебный год",
        stages=stages_of(kept) if kept else (),
        reports_due_on=tuple(day for day in days if day >= draft.order_date),
        road_map_id=kept.head.road_map_id if kept else None,
    )


def _amendment(session: Session, draft: OrderDraft) -> AmendmentDetails:
    """The reason of the pairings of the order that ended early, if they have one in common.

    The rows of an order from outside have numbers that are not known: its annex is told anew.
    """
    reasons = {row.end_reason for row in _ended_since(session, draft) if row.end_reason}
    target = session.get(OrderModel, draft.target_id) if draft.target_id is not None else None
    return AmendmentDetails(
        reason=_instrumental(reasons.pop()) if len(reasons) == 1 else "",
        is_new_edition=target is not None and target.is_external,
    )


def _ended_since(session: Session, draft: OrderDraft) -> list[PairingRow]:
    """Pairings that stand in the amended order and have ended, by no order of their own."""
    told = pairings_in(session, ENDING_KINDS, draft.order_id)
    ids = sorted(pairings_inside(session, draft.target_id) - told)
    rows = pairing_rows_by_id(session, ids, draft.order_date)
    return [row for row in rows if row.ended_on is not None]


def _instrumental(reason: str) -> str:
    """«увольнение наставника» -> «увольнением наставника», after «в связи с»."""
    return posts.decline(reason, Case.INSTRUMENTAL)


def _termination(
    session: Session, draft: OrderDraft, rows: Sequence[PairingRow]
) -> TerminationDetails:
    """Ends that are written down already; the others end as early as the law lets them.

    A mentor at work is warned three working days ahead (ст. 351.8 ТК РФ): where no notice is
    written down, the order itself is the warning.
    """
    day = draft.order_date
    warned_until = working_calendar(session, day).earliest_end(day)

    def last_day(row: PairingRow) -> date:
        earliest = warned_until if row.needs_agreement(row.mentor, day) else day
        return row.ended_on or min(earliest, max(row.ends_on, day))

    return TerminationDetails(
        tuple(EndedPairing(row.pairing_id, last_day(row), row.end_reason) for row in rows)
    )


def _results(rows: Sequence[PairingRow]) -> ResultsDetails:
    return ResultsDetails(
        tuple(
            PairingOutcome(row.pairing_id, Outcome.COMPLETED, row.ended_on or row.ends_on)
            for row in rows
        )
    )


def _reward(rows: Sequence[PairingRow]) -> RewardDetails:
    mentors = dict.fromkeys(row.mentor.person_id for row in rows)
    return RewardDetails(thanked=tuple(mentors), occasion="добросовестную работу по наставничеству")


def _free(session: Session, draft: OrderDraft) -> FreeDetails:
    """The template filled: the user goes on from plain words."""
    template = current_template(session, OrderKind.OTHER)
    words = dict.fromkeys(_UNSAID) | {"year": draft.year.label}
    return FreeDetails(
        render_text(template.preamble, words, "preamble"),
        render_text(template.clauses, words, "clauses"),
    )
