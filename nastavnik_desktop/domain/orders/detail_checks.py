"""The check of what an order of each kind decides: names, ends, outcomes, rows."""

from __future__ import annotations

from collections.abc import Iterator

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.orders.details import (
    AmendmentDetails,
    Details,
    EndedPairing,
    FreeDetails,
    Outcome,
    ResultsDetails,
    RewardDetails,
    RoadMapDetails,
    TerminationDetails,
    WorkingGroupDetails,
)
from nastavnik_desktop.domain.orders.draft import DraftOffer, OrderDraft
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.problems import LONGEST_LINE, Level, Problem, too_long


def problems_in_details(draft: OrderDraft, offer: DraftOffer) -> list[Problem]:
    """What the record of the kind lacks, or decides against the law or the terms of pairs."""
    found: list[Problem] = []
    match draft.details:
        case WorkingGroupDetails(coordinator=coordinator) if not coordinator.strip():
            found = [Problem("coordinator", "Укажите куратора: «должность Фамилия И. О.».")]
        case TerminationDetails():
            found = list(_ended_problems(draft, draft.details, offer))
        case ResultsDetails():
            found = list(_outcome_problems(draft, draft.details, offer))
        case RewardDetails(thanked=thanked, honoured=honoured) if not (thanked or honoured):
            found = [Problem("honoured", "Отметьте, кого поощрить.")]
        case FreeDetails(clauses=clauses) if not clauses.strip():
            found = [Problem("clauses", "Напишите пункты приказа.")]
        case AmendmentDetails():
            found = list(_amendment_problems(draft, draft.details, offer))
    return [*found, *_early_days(draft)]


def long_details(details: Details) -> list[Problem]:
    """Texts of the record that are longer than the base keeps or a paper bears."""
    found: list[Problem] = []
    for name, limit in _LONGEST.items():
        value = getattr(details, name, "")
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                found += too_long(name, text, limit)
    for end in getattr(details, "ended", ()):
        found += too_long("reason", end.reason, LONGEST_LINE)
    return found[:1]


_LONGEST = {
    **dict.fromkeys(("coordinator", "chair", "members", "site_keeper", "personnel"), 320),
    **dict.fromkeys(("regulation", "title", "reason", "occasion"), LONGEST_LINE),
    **dict.fromkeys(("pay", "preamble"), 5_000),
    "clauses": 40_000,
}
"""Signs that a text may have, by its name; a person of the sheet has 320."""


def _early_days(draft: OrderDraft) -> Iterator[Problem]:
    """Terms of tasks that are over before the order is signed."""
    match draft.details:
        case WorkingGroupDetails() as group:
            days = {name: getattr(group, name) for name in _TASK_DAYS}
        case RoadMapDetails(reports_due_on=reports):
            days = {"reports_due_on": min(reports, default=None)}
        case ResultsDetails(site_due_on=site_due_on):
            days = {"site_due_on": site_due_on}
        case _:
            return
    for name, day in days.items():
        if day is not None and day < draft.order_date:
            yield Problem(name, "Срок раньше даты приказа.")


_TASK_DAYS = ("bases_due_on", "pairs_due_on", "interim_on", "final_on", "site_due_on")


def _amendment_problems(
    draft: OrderDraft, details: AmendmentDetails, offer: DraftOffer
) -> Iterator[Problem]:
    if not details.reason.strip():
        message = "Причина изменения не названа: приказ начнётся без «В связи с …»."
        yield Problem("reason", message, Level.WARNING)
    is_from_outside = any(
        row.is_external for row in offer.targets if row.order_id == draft.target_id
    )
    if is_from_outside and not details.is_new_edition:
        message = (
            "Номера строк приказа, изданного раньше, программе неизвестны: сверьте их с бумагой "
            "или изложите приложение целиком."
        )
        yield Problem("is_new_edition", message, Level.WARNING)

    yield from _term_problems(draft, details, offer)


def _term_problems(
    draft: OrderDraft, details: AmendmentDetails, offer: DraftOffer
) -> Iterator[Problem]:
    rows = {row.pairing_id: row for row in offer.inside}
    for term in details.terms:
        row = rows.get(term.pairing_id)
        if row is None:
            yield Problem("terms", "Пара, чей срок меняется, в этом приказе больше не стоит.")
        elif term.ends_on == row.ends_on:
            message = f"{row.title}: срок и так до {short_date(row.ends_on)}."
            yield Problem("new_end", message)
        elif term.ends_on < max(row.starts_on, draft.order_date):
            yield Problem("new_end", f"{row.title}: новый срок раньше даты приказа.")


def _ended_problems(
    draft: OrderDraft, details: TerminationDetails, offer: DraftOffer
) -> Iterator[Problem]:
    if not draft.pairing_ids:
        yield Problem("pairing_ids", "Отметьте, какие пары прекращаются.")
        return
    ended = {one.pairing_id: one for one in details.ended}
    if any(key not in ended or not ended[key].reason.strip() for key in draft.pairing_ids):
        yield Problem("reason", "Назовите причину прекращения каждой пары.")
    for row in offer.rows_of(draft.pairing_ids):
        if row.pairing_id in ended:
            yield from _day_problems(draft, row, ended[row.pairing_id], offer)


def _day_problems(
    draft: OrderDraft, row: PairingRow, end: EndedPairing, offer: DraftOffer
) -> Iterator[Problem]:
    """An early end lies inside the term; of a mentor at work, after the days of notice.

    Three working days (ст. 351.8 ТК РФ), counted from the order where no notice is written down;
    the sides may agree otherwise, so an earlier day is only a warning.
    """
    if end.ended_on < row.starts_on:
        message = f"{row.title}: начало {short_date(row.starts_on)}, а прекращение раньше."
        yield Problem("ended_on", message)
    elif end.ended_on > row.ends_on:
        message = f"{row.title}: срок и так до {short_date(row.ends_on)}."
        yield Problem("ended_on", message)
    elif row.ended_on is None and row.needs_agreement(row.mentor, draft.order_date):
        earliest = offer.calendar.earliest_end(draft.order_date)
        if end.ended_on < min(earliest, row.ends_on):
            message = (
                f"{row.mentor.name.short}: раньше {short_date(earliest)} – только по соглашению "
                "сторон, иначе предупреждают за три рабочих дня (ст.\u00a0351.8 ТК\u00a0РФ)."
            )
            yield Problem("ended_on", message, Level.WARNING)


def _outcome_problems(
    draft: OrderDraft, details: ResultsDetails, offer: DraftOffer
) -> Iterator[Problem]:
    outcomes = {one.pairing_id: one for one in details.outcomes}
    if not set(draft.pairing_ids) <= set(outcomes):
        yield Problem("prolonged", "Укажите итог каждой пары: завершена или продлена.")
    for row in offer.rows_of(draft.pairing_ids):
        one = outcomes.get(row.pairing_id)
        if one and one.outcome is Outcome.PROLONGED and one.on <= row.ends_on:
            message = f"{row.title}: программа и так до {short_date(row.ends_on)}."
            yield Problem("prolonged_to", message)
