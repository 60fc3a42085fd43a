"""Dates of the school's papers: full years and months between days, text for the user."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from nastavnik_desktop.domain.plurals import counted

MONTHS_GENITIVE = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip

WEEKDAYS = (
    "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
)  # fmt: skip


def full_years(since: date, on: date) -> int:
    """Full years from ``since`` to ``on``; a birthday on the day itself counts.

    A person born on 29 February completes a year on 1 March of a common year
    (the day after the last day of February).
    """
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def full_months(since: date, on: date) -> int:
    """Full months from ``since`` to ``on`` (negative when ``on`` is earlier)."""
    return (on.year - since.year) * 12 + on.month - since.month - (on.day < since.day)


def coming_january(day: date) -> date:
    """The 1 January for which forms of staff count ages: the day itself or the next one."""
    return day if (day.month, day.day) == (1, 1) else date(day.year + 1, 1, 1)


def quarter_of(day: date) -> tuple[date, date]:
    """First and last day of the calendar quarter of a day."""
    month = (day.month - 1) // 3 * 3 + 1
    after = date(day.year + (month == 10), (month + 2) % 12 + 1, 1)
    return date(day.year, month, 1), after - timedelta(days=1)


def short_date(day: date | None) -> str:
    """«05.09.2026»; an absent date is an empty text."""
    return day.strftime("%d.%m.%Y") if day else ""


def long_date(day: date) -> str:
    """«5 сентября 2026 г.» with non-breaking spaces."""
    return f"{day.day}\u00a0{MONTHS_GENITIVE[day.month - 1]} {day.year}\u00a0г."


def time_ago(moment: datetime, now: datetime) -> str:
    """«только что», «12 минут назад», «3 часа назад», «вчера», «05.09.2026»."""
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < 1:
        return "только что"
    if minutes < 60:
        return f"{counted(minutes, 'минуту', 'минуты', 'минут')} назад"
    days = (now.date() - moment.date()).days
    if days == 0:
        return f"{counted(minutes // 60, 'час', 'часа', 'часов')} назад"
    return "вчера" if days == 1 else short_date(moment.date())
