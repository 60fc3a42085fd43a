"""The life of a pair or group after its order: breaks, a new mentor, the end, and their rules.

A new mentor makes a new pairing that names the one it replaces: consent, agreement and order are
those of one mentor, and a row of an order speaks of one mentor. So every figure of any date
follows from the dates of pairings, and nobody is counted twice: the former pairing has ended on
the day on which the new one begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.pairing_parts import MentorSpan, Pause
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, PairingRow
from nastavnik_desktop.domain.problems import LONGEST_LINE, Level, Problem, too_long
from nastavnik_desktop.domain.working_days import WorkingCalendar


@dataclass(frozen=True)
class PairingEnd:
    """The actual end of one or several pairings as a form edits it.

    ``noticed_on`` is the day of the mentor's refusal or of the employer's notice (ст. 351.8 ТК);
    without it nobody was warned, because the sides agreed or the work was done.
    """

    ended_on: date | None
    kind: EndKind = EndKind.COMPLETED
    reason: str = ""
    noticed_on: date | None = None


@dataclass(frozen=True)
class MentorReplacement:
    """Another mentor from a day on; ``pairing_id`` is the pairing that ends."""

    pairing_id: int
    mentor_id: int | None = None
    on: date | None = None
    reason: str = ""
    noticed_on: date | None = None


def problems_in_end(
    end: PairingEnd, rows: tuple[PairingRow, ...], calendar: WorkingCalendar | None = None
) -> list[Problem]:
    """What keeps an end from being written down for these pairings.

    With a calendar an end before the third working day after the notice is refused.
    """
    if end.ended_on is None:
        return [Problem("ended_on", "Укажите дату окончания.")]
    found = [
        Problem("ended_on", f"{row.title}: начало {short_date(row.starts_on)}, а конец раньше.")
        for row in rows
        if end.ended_on < row.starts_on
    ]
    if end.kind is EndKind.EARLY:
        if not end.reason.strip():
            words = "Назовите причину: она нужна для приказа о прекращении."
            found.append(Problem("reason", words))
        found += _notice_problems("ended_on", end.ended_on, end.noticed_on, calendar)
    return [*found, *too_long("reason", end.reason, LONGEST_LINE)]


def problems_in_replacement(
    new: MentorReplacement, row: PairingRow, calendar: WorkingCalendar | None = None
) -> list[Problem]:
    """What keeps a mentor from being replaced."""
    found = too_long("reason", new.reason, LONGEST_LINE)
    if new.mentor_id is None:
        found.append(Problem("mentor_id", "Выберите нового наставника."))
    elif new.mentor_id == row.mentor.person_id:
        found.append(Problem("mentor_id", "Этот человек и так наставник пары."))
    elif new.mentor_id in {mentee.person_id for mentee in row.mentees}:
        found.append(Problem("mentor_id", "Человек не может быть наставником самому себе."))
    if not new.reason.strip():
        found.append(Problem("reason", "Назовите причину: она нужна для приказа."))
    if new.on is None:
        return [*found, Problem("on", "Укажите, с какого дня наставник другой.")]
    if not row.starts_on < new.on <= row.ends_on:
        words = f"День замены – внутри срока пары, после {short_date(row.starts_on)}."
        found.append(Problem("on", words))
    return [*found, *_notice_problems("on", new.on, new.noticed_on, calendar)]


def _notice_problems(
    name: str, ends_on: date, noticed_on: date | None, calendar: WorkingCalendar | None
) -> list[Problem]:
    if noticed_on is None or calendar is None:
        return []
    earliest = calendar.earliest_end(noticed_on)
    if earliest <= ends_on:
        return []
    words = f"Раньше {short_date(earliest)} нельзя: предупреждают за три рабочих дня."
    return [Problem(name, words)]


def problems_in_pause(pause: Pause, row: PairingRow) -> list[Problem]:
    """What keeps a break from being written down."""
    found = too_long("reason", pause.reason, LONGEST_LINE)
    if not pause.reason.strip():
        found.append(Problem("reason", "Назовите причину приостановки."))
    last_day = row.ended_on or row.ends_on
    if not row.starts_on <= pause.from_on <= last_day:
        words = f"Начало приостановки – внутри срока пары: {row.term}."
        found.append(Problem("from_on", words))
    if pause.to_on is not None and pause.to_on < pause.from_on:
        found.append(Problem("to_on", "Приостановка кончается раньше, чем начинается."))
    others = (each for each in row.pauses if each.pause_id != pause.pause_id)
    if any(_overlap(pause, other) for other in others):
        found.append(Problem("from_on", "На эти дни пара уже приостановлена."))
    return found


def _overlap(one: Pause, other: Pause) -> bool:
    return one.from_on <= (other.to_on or date.max) and other.from_on <= (one.to_on or date.max)


def problems_in_span(span: MentorSpan, row: PairingRow) -> list[Problem]:
    """What keeps a second or substitute mentor from being written down."""
    found = []
    if span.person_id == row.mentor.person_id:
        found.append(Problem("person_id", "Этот человек и так наставник пары."))
    if span.person_id in {mentee.person_id for mentee in row.mentees}:
        found.append(Problem("person_id", "Наставляемый не может быть наставником этой пары."))
    if span.since_on and span.until_on and span.until_on < span.since_on:
        found.append(Problem("until_on", "Срок кончается раньше, чем начинается."))
    for name, day in (("since_on", span.since_on), ("until_on", span.until_on)):
        if day is not None and not row.starts_on <= day <= row.ends_on:
            found.append(Problem(name, f"Вне срока пары: {row.term}.", Level.WARNING))
    return found


def problems_in_members(members: tuple[MemberDraft, ...], row: PairingRow) -> list[Problem]:
    """What keeps own dates of mentees from being written down."""
    names = {mentee.person_id: mentee.name.short for mentee in row.mentees}
    found = []
    for member in members:
        joined_on, left_on = member.joined_on, member.left_on
        who = names.get(member.person_id, "")
        if joined_on and left_on and left_on < joined_on:
            found.append(Problem("members", f"{who}: выход раньше входа."))
        for day in filter(None, (joined_on, left_on)):
            if not row.starts_on <= day <= row.ends_on:
                found.append(Problem("members", f"{who}: {short_date(day)} – вне срока группы."))
    return found
