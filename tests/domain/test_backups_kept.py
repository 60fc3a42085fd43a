"""Which backups stay: all of today, then one a day, a week, a month."""

from datetime import date, datetime, timedelta

from nastavnik_desktop.domain.backups import moments_to_keep

TODAY = date(2026, 11, 21)
NOON = datetime(2026, 11, 21, 12)


def days_ago(days, hour=12):
    return NOON.replace(hour=hour) - timedelta(days=days)


def test_all_of_today_stays():
    today = {days_ago(0, hour) for hour in range(8, 20)}
    assert moments_to_keep(today, TODAY) == today


def test_of_each_day_of_the_last_week_the_latest_stays():
    moments = [days_ago(days, hour) for days in range(1, 8) for hour in (9, 15, 11)]
    assert moments_to_keep(moments, TODAY) >= {days_ago(days, 15) for days in range(1, 8)}
    assert not moments_to_keep(moments, TODAY) & {days_ago(days, 9) for days in range(1, 8)}


def test_a_year_of_half_hours_becomes_a_handful():
    moments = [NOON - timedelta(minutes=30 * number) for number in range(1, 48 * 400)]
    kept = [one for one in moments_to_keep(moments, TODAY) if one.date() < TODAY]
    assert 7 + 3 + 10 <= len(kept) <= 7 + 4 + 12
    assert min(kept).date() >= date(2025, 11, 1)


def test_one_a_week_stays_for_four_weeks_and_one_a_month_for_a_year():
    weekly = [days_ago(7 * weeks) for weeks in range(1, 60)]
    kept = sorted(moments_to_keep(weekly, TODAY), reverse=True)
    assert kept[:4] == weekly[:4]
    months = {(one.year, one.month) for one in kept}
    assert len(months) == 13
    assert (2025, 10) not in months


def test_older_copies_go():
    assert moments_to_keep([days_ago(800)], TODAY) == set()


def test_copies_with_a_date_to_come_stay():
    """The clock of the computer was wrong, the copy is not."""
    assert moments_to_keep([days_ago(-5)], TODAY) == {days_ago(-5)}
