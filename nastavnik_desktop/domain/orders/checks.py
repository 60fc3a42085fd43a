"""The check before signing: errors stop an order, warnings are listed and may be accepted."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from nastavnik_desktop.domain.dates import WEEKDAYS, short_date
from nastavnik_desktop.domain.orders.detail_checks import long_details, problems_in_details
from nastavnik_desktop.domain.orders.draft import (
    DraftOffer,
    OrderDraft,
    reasons_against,
)
from nastavnik_desktop.domain.orders.kinds import FIXING_KINDS, OrderKind
from nastavnik_desktop.domain.orders.numbers import problems_in_number
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.problems import LONGEST_LINE, Level, Problem, too_long

PLACEHOLDER = re.compile(r"_{3,}|\{\{[^}]*\}\}|\{%[^%]*%\}|\[(?:указать|вписать)[^\]]*\]|\?{3,}")


def problems_in(draft: OrderDraft, offer: DraftOffer) -> list[Problem]:
    """Errors that stop an order and warnings that are listed (one check for form and service)."""
    return [
        *_number_problems(draft, offer),
        *_text_problems(draft),
        *_left_placeholders(draft),
        *_target_problems(draft, offer),
        *_pairing_problems(draft, offer),
        *problems_in_details(draft, offer),
        *_date_problems(draft, offer),
    ]


def _number_problems(draft: OrderDraft, offer: DraftOffer) -> list[Problem]:
    if draft.register_id not in {one.register_id for one in offer.registers}:
        return [Problem("register_id", "Этого журнала больше нет: выберите другой.")]
    unfit = problems_in_number(draft.number)
    if unfit:
        return unfit
    if offer.is_taken(draft.register_id, draft.order_date.year, draft.number):
        message = f"Номер {draft.number} в этом журнале за {draft.order_date.year} год уже занят."
        return [Problem("number", message)]
    if not any(sign.isdigit() for sign in draft.number):
        message = "В номере нет ни одной цифры: проверьте, номер ли это."
        return [Problem("number", message, Level.WARNING)]
    return []


def _text_problems(draft: OrderDraft) -> list[Problem]:
    return [*problems_in_heading(draft.heading), *_long_texts(draft)]


def _long_texts(draft: OrderDraft) -> list[Problem]:
    return [
        *too_long("grounds", draft.grounds, 2000),
        *too_long("control_by", draft.control_by, LONGEST_LINE),
        *too_long("acceptance_note", draft.acceptance_note, 2000),
        *long_details(draft.details),
    ]


def problems_in_kept_draft(draft: OrderDraft) -> list[Problem]:
    """What keeps an unfinished order from being put aside: gaps may stay, unfit texts may not."""
    number, heading = draft.number.strip(), draft.heading.strip()
    return [
        *(problems_in_number(number) if number else []),
        *too_long("heading", heading, LONGEST_LINE),
        *_long_texts(draft),
    ]


def problems_in_heading(heading: str) -> list[Problem]:
    """What keeps a text from being the heading of an order."""
    if not heading.strip():
        return [Problem("heading", "Укажите заголовок: «О …» или «Об …».")]
    return too_long("heading", heading, LONGEST_LINE)


def _pairing_problems(draft: OrderDraft, offer: DraftOffer) -> list[Problem]:
    if not draft.kind.names_pairings:
        return []
    if not draft.pairing_ids and not draft.kind.has_target:
        return [Problem("pairing_ids", "Отметьте хотя бы одну пару или группу.")]
    known = {row.pairing_id: row for row in offer.candidates}
    found = []
    for pairing_id in draft.pairing_ids:
        row = known.get(pairing_id)
        if row is None:
            found.append(
                Problem("pairing_ids", "Одна из пар уже стоит в другом приказе или удалена.")
            )
            continue
        found += [
            Problem("pairing_ids", f"{row.title}: {why}".rstrip(".") + ".")
            for why in reasons_against(row, draft.kind, draft.order_date)
        ]
        if draft.kind is OrderKind.PAIRS and row.starts_on < draft.order_date:
            when = short_date(row.starts_on)
            message = f"{row.title}: начало {when} раньше даты приказа."
            found.append(Problem("pairing_ids", message, Level.WARNING))
    return [*found, *_load_problems(draft, offer), *_doubled_mentees(draft, offer)]


def _fixed_rows(draft: OrderDraft, offer: DraftOffer) -> list[PairingRow]:
    """Pairings of the order that are fixed by it, and those that other orders have fixed."""
    chosen = offer.rows_of(draft.pairing_ids)
    ids = {row.pairing_id for row in chosen}
    others = [row for row in offer.others if row.pairing_id not in ids]
    return [row for row in (*chosen, *others) if row.ended_on is None]


def _load_problems(draft: OrderDraft, offer: DraftOffer) -> list[Problem]:
    """Mentors who would have more mentees than they or the school allow (a warning)."""
    if draft.kind not in FIXING_KINDS or offer.mentee_limit is None:
        return []
    loads: Counter[int] = Counter()
    for row in _fixed_rows(draft, offer):
        loads[row.mentor.person_id] += len(row.mentees)
    found = []
    for mentor in {row.mentor.person_id: row.mentor for row in _named(draft, offer)}.values():
        limit = offer.capacities.get(mentor.person_id, offer.mentee_limit)
        load = loads[mentor.person_id]
        if load > limit:
            message = f"{mentor.name.short}: наставляемых {load}, а предел – {limit}."
            found.append(Problem("pairing_ids", message, Level.WARNING))
    return found


def _named(draft: OrderDraft, offer: DraftOffer) -> tuple[PairingRow, ...]:
    return offer.rows_of(draft.pairing_ids)


def _doubled_mentees(draft: OrderDraft, offer: DraftOffer) -> list[Problem]:
    """Mentees who stand in two pairs of one form (a warning)."""
    if draft.kind not in FIXING_KINDS:
        return []
    mine = {row.pairing_id for row in _named(draft, offer)}
    seen: dict[tuple[str, int], PairingRow] = {}
    found = []
    for row in _fixed_rows(draft, offer):
        for mentee in row.mentees:
            other = seen.setdefault((row.form.code, mentee.person_id), row)
            if other is not row and {row.pairing_id, other.pairing_id} & mine:
                message = (
                    f"{mentee.name.short} – в двух парах формы «{row.form.title}»: "
                    f"{other.mentor.name.short} и {row.mentor.name.short}."
                )
                found.append(Problem("pairing_ids", message, Level.WARNING))
    return found


def _date_problems(draft: OrderDraft, offer: DraftOffer) -> list[Problem]:
    found = []
    first, last = date(draft.year.start, 6, 1), draft.year.last_day
    if not first <= draft.order_date <= last:
        message = f"Дата {short_date(draft.order_date)} не подходит для {draft.year} учебного года."
        found.append(Problem("order_date", message))
    elif why_off := offer.calendar.why_off(draft.order_date):
        is_weekend = why_off in WEEKDAYS
        words = why_off if is_weekend else f"нерабочий день: {why_off}"
        found.append(Problem("order_date", f"Дата приказа – {words}.", Level.WARNING))
    if offer.heads is not None and not any(one.serves_on(draft.order_date) for one in offer.heads):
        when = short_date(draft.order_date)
        message = f"На {when} в настройках нет руководителя: подпись останется без фамилии."
        found.append(Problem("order_date", message, Level.WARNING))
    for name, day in (
        ("programs_due_on", draft.programs_due_on),
        ("report_due_on", draft.report_due_on),
    ):
        if day is not None and day < draft.order_date:
            found.append(Problem(name, "Срок раньше даты приказа."))
    return found


def _target_problems(draft: OrderDraft, offer: DraftOffer) -> list[Problem]:
    """An amendment or termination speaks of an order that is in force and not later."""
    if not draft.kind.has_target:
        return []
    target = next((row for row in offer.targets if row.order_id == draft.target_id), None)
    if target is None:
        message = (
            "Приказ, о котором идёт речь, не действует: он отменён, ещё не создан или издан не о "
            "парах этого года."
        )
        return [Problem("target_id", message)]
    if draft.order_date < target.order_date:
        message = f"Дата раньше приказа, который меняется ({short_date(target.order_date)})."
        return [Problem("order_date", message)]
    return []


def _left_placeholders(draft: OrderDraft) -> list[Problem]:
    """Places for words that nobody filled: «____», «{{ … }}», «[указать]»."""
    texts = {"heading": draft.heading, "grounds": draft.grounds, "control_by": draft.control_by}
    return [
        Problem(name, f"В тексте осталось незаполненное место: «{left[0]}».")
        for name, text in texts.items()
        if (left := PLACEHOLDER.search(text))
    ]
