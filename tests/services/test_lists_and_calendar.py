"""The user's own lists of forms and modes, and the working calendar that she corrects."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairings import MentoringForm, MentoringModel
from nastavnik_desktop.domain.reference_lists import ModesDraft
from nastavnik_desktop.domain.working_days import Correction
from nastavnik_desktop.language.published_days import published_days
from tests.factory import YEAR, make_pairing, make_school

OWN = MentoringForm("", "педагог – ученик", MentoringModel.PUPILS, ("наставник – ученик",))


def titles(services):
    return [form.title for form in services.reference_lists.lists().forms]


def by_code(services, code):
    return next(one for one in services.reference_lists.lists().forms if one.code == code)


def test_a_new_base_has_the_forms_and_modes_of_both_models(services):
    lists = services.reference_lists.lists()
    assert [form.model for form in lists.forms].count(MentoringModel.PUPILS) == 5
    assert [form.model for form in lists.forms].count(MentoringModel.TEACHERS) == 5
    for word in ("реверсивное", "флэш", "виртуальное", "скоростное", "ситуационное"):
        assert any(word in mode for mode in lists.modes), word


def test_a_form_of_the_district_is_added_and_used(services):
    services.reference_lists.save_form(OWN)
    form = services.reference_lists.lists().forms[-1]
    assert (form.title, form.role_models) == (OWN.title, OWN.role_models)
    pairing_id = make_pairing(services, form_code=form.code)
    assert services.pairings.row(pairing_id).form.title == OWN.title


def test_a_form_is_renamed_and_its_role_models_put_in_order(services):
    form = by_code(services, "educator-educator")
    changed = replace(form, title="педагог и педагог", role_models=form.role_models[::-1])
    services.reference_lists.save_form(changed)
    assert by_code(services, form.code).role_models == form.role_models[::-1]
    services.history.undo()
    assert by_code(services, form.code) == form


def test_pairs_keep_the_role_model_and_modes_that_they_have(services):
    pairing_id = make_pairing(services, modes=("флэш-наставничество",))
    before = services.pairings.row(pairing_id)
    form = by_code(services, before.form.code)
    services.reference_lists.save_form(replace(form, role_models=()))
    services.reference_lists.save_modes(ModesDraft(("обратное наставничество",)))
    row = services.pairings.row(pairing_id)
    assert (row.role_model, row.modes) == (before.role_model, before.modes)
    assert services.reference_lists.lists().modes == ("обратное наставничество",)


def test_an_archived_form_is_offered_only_where_it_stands(services):
    pairing_id = make_pairing(services)
    services.reference_lists.archive_form("educator-educator", is_archived=True)
    new = services.pairings.offer(replace(services.pairings.new_draft(YEAR), form_code=""))
    assert "educator-educator" not in [form.code for form in new.forms]
    old = services.pairings.offer(services.pairings.draft(pairing_id))
    assert "educator-educator" in [form.code for form in old.forms]
    services.reference_lists.archive_form("educator-educator", is_archived=False)
    assert not by_code(services, "educator-educator").is_archived


def test_forms_move_up_and_down(services):
    first, second = titles(services)[:2]
    services.reference_lists.move_form("teacher-teacher", -1)
    assert titles(services)[:2] == [second, first]


def test_a_second_form_of_the_same_name_is_refused(services):
    services.reference_lists.save_form(OWN)
    with pytest.raises(RuleViolation, match="уже есть"):
        services.reference_lists.save_form(OWN)
    with pytest.raises(RuleViolation, match="больше нет"):
        services.reference_lists.archive_form("no-such-form", is_archived=True)


def test_the_calendar_agrees_with_the_published_days_of_a_five_day_week(services):
    import holidays

    make_school(services)
    source = holidays.country_holidays("RU", years=range(2024, 2028))
    day = date(2024, 1, 1)
    calendars = {year: services.working_calendar.around(date(year, 1, 1)) for year in (2025, 2026)}
    while day.year < 2028:
        is_off = (day in source or day.weekday() > 4) and day not in source.weekend_workdays
        calendar = calendars[2025 if day.year < 2027 else 2026]
        assert calendar.is_day_off(day) == is_off, day
        day += timedelta(days=1)


def test_the_notice_before_the_january_holidays(services):
    make_school(services)
    noticed_on = date(2026, 12, 29)
    five = services.working_calendar.around(noticed_on)
    assert five.earliest_end(noticed_on) == date(2027, 1, 12)
    services.school.save(replace(services.school.get(), is_six_day_week=True))
    six = services.working_calendar.around(noticed_on)
    assert six.earliest_end(noticed_on) == date(2027, 1, 11)


def test_years_whose_transfers_are_not_published_say_so(services):
    known = max(published_days((2026, 2027, 2028, 2029)).known_years)
    assert services.working_calendar.of_year(known).warning == ""
    assert str(known + 1) in services.working_calendar.of_year(known + 1).warning


def test_a_day_is_corrected_and_comes_back(services):
    make_school(services)
    day = date(2026, 12, 30)
    services.working_calendar.set_day(Correction(day, True, "карантин"))
    services.working_calendar.set_day(Correction(day, True, "карантин в школе"))
    (line,) = [one for one in services.working_calendar.of_year(2026).lines if one.is_corrected]
    assert (line.day, line.reason) == (day, "карантин в школе")
    calendar = services.working_calendar.around(day)
    assert calendar.earliest_end(date(2026, 12, 29)) == date(2027, 1, 13)
    services.working_calendar.reset_day(day)
    with pytest.raises(RuleViolation, match="не исправлен"):
        services.working_calendar.reset_day(day)
    services.history.undo()
    assert services.working_calendar.around(day).is_day_off(day)
