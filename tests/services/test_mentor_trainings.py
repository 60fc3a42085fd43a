"""What a mentor was taught: on the card, in every year, exported, merged, forgotten."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.trainings import MOST_HOURS, MentorTraining
from tests.factory import YEAR, make_mentee, make_pairing, make_person
from tests.services.test_everything_in_excel import sheets_of

COURSE = MentorTraining(
    "Школа наставника",
    "институт развития образования",
    date(2026, 9, 1),
    date(2026, 9, 12),
    36,
    "удостоверение № 1705",
)
SEMINAR = MentorTraining("Семинар для наставников", since_on=date(2026, 3, 5))


def card(services, person_id, year=YEAR):
    return services.people.draft(person_id, year)


def test_a_training_is_told_in_one_line():
    assert str(COURSE) == (
        "Школа наставника, институт развития образования, 01.09.2026 – 12.09.2026, "
        "36\u00a0часов, удостоверение № 1705"
    )
    assert str(SEMINAR) == "Семинар для наставников, 05.03.2026"


def test_trainings_hold_in_every_year(services):
    person_id = make_person(services, trainings=(COURSE, SEMINAR))
    assert card(services, person_id).trainings == (COURSE, SEMINAR)
    assert card(services, person_id, YEAR.next).trainings == (COURSE, SEMINAR)


def test_a_changed_training_is_one_step_with_a_history(services):
    person_id = make_person(services, trainings=(COURSE, SEMINAR))
    changed = replace(COURSE, hours=72)
    services.people.save(replace(card(services, person_id), trainings=(changed,)), YEAR)
    assert card(services, person_id).trainings == (changed,)
    newest = services.history.of("person", person_id)[0]
    assert ("обучение: часов", "36", "72") in newest.lines
    services.history.undo()
    assert card(services, person_id).trainings == (COURSE, SEMINAR)


@pytest.mark.parametrize(
    ("training", "words"),
    [
        (replace(COURSE, title=" "), "чему учились"),
        (replace(COURSE, until_on=date(2026, 8, 1)), "раньше, чем началось"),
        (replace(COURSE, hours=0), "часов должно быть"),
        (replace(COURSE, hours=MOST_HOURS + 1), "часов должно быть"),
        (replace(COURSE, document="№" * 201), "Слишком длинный текст"),
    ],
)
def test_what_is_no_training_is_refused(services, training, words):
    with pytest.raises(RuleViolation, match=words) as refused:
        make_person(services, trainings=(training,))
    assert refused.value.field == "trainings"
    assert services.people.rows(YEAR) == []


def test_the_workbook_of_everything_holds_trainings(services):
    make_person(services, "Ёлкина", trainings=(COURSE,))
    (row,) = sheets_of(services)["Обучение наставников"]
    assert (row["Фамилия"], row["Чему"], row["Часов"]) == ("Ёлкина", "Школа наставника", 36)
    assert (row["С"].date(), row["Документ"]) == (date(2026, 9, 1), "удостоверение № 1705")


def test_merged_cards_keep_the_trainings_of_both_once(services):
    kept = make_person(services, "Иванова", trainings=(COURSE,))
    gone = make_person(services, "Иваонва", trainings=(COURSE, SEMINAR))
    preview = services.duplicates.preview(kept, gone)
    assert "2\u00a0обучения наставника" in preview.moving
    services.duplicates.merge(preview)
    assert card(services, kept).trainings == (COURSE, SEMINAR)


def test_trainings_of_a_person_are_forgotten_with_the_person(services):
    person_id = make_person(services, "Ёлкина", trainings=(COURSE,))
    make_pairing(services, person_id, make_mentee(services))
    services.forgetting.forget(person_id)
    assert sheets_of(services)["Обучение наставников"] == []
    assert "Школа наставника" not in str(services.history.of("person", person_id))
