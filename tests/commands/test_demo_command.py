"""``demo``: the training school is the same every time and holds what is promised of it."""

from collections import Counter
from datetime import date

import pytest

from db.engine import open_base
from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.demo.people import DEMO_TODAY, DEMO_YEAR
from nastavnik_desktop.domain.orders import OrderState
from nastavnik_desktop.domain.pairings import PairingKind, PairingState
from nastavnik_desktop.domain.people import PersonKind
from tests.commands.conftest import run_main
from tests.db.content import rows_of
from tests.documents.readers import pdf_pages


@pytest.fixture(scope="module")
def school(demo_base):
    """Services over the training school, read only."""
    with open_base(demo_base, writable=False) as base:
        yield Services(base)


@pytest.fixture(scope="module")
def pairings(school):
    return school.pairings.rows(DEMO_YEAR)


def test_the_year_and_the_day_are_kept_in_the_base(school):
    assert school.school.today() == DEMO_TODAY == date(2026, 12, 12)
    assert school.school.current_year() == DEMO_YEAR
    assert school.school.get().head_on(DEMO_TODAY) is not None


def test_staff_and_students(school):
    kinds = Counter(row.kind for row in school.people.rows(DEMO_YEAR))
    assert kinds == {PersonKind.STAFF: 60, PersonKind.STUDENT: 600, PersonKind.OUTSIDE: 2}
    names = Counter(row.name.key for row in school.people.rows(DEMO_YEAR))
    assert names.most_common(1)[0][1] == 1


def test_thirteen_pairs_and_three_groups_of_teachers_and_ten_pairs_of_students(pairings):
    counted = Counter((row.mentor.kind, row.kind) for row in pairings)
    assert counted == {
        (PersonKind.STAFF, PairingKind.PAIR): 13,
        (PersonKind.STAFF, PairingKind.GROUP): 3,
        (PersonKind.STUDENT, PairingKind.PAIR): 10,
    }


def test_exactly_two_pairs_lack_consents(pairings):
    lacking = [row for row in pairings if row.without_consent(DEMO_TODAY)]
    assert len(lacking) == 2
    assert {row.state_on(DEMO_TODAY) for row in lacking} == {PairingState.NO_CONSENT}


def test_one_person_is_in_three_pairs(pairings):
    pairs = [row for row in pairings if row.kind is PairingKind.PAIR]
    in_pairs = Counter(person.person_id for row in pairs for person in row.participants)
    assert [count for _, count in in_pairs.most_common(2)] == [3, 1]


def test_mentees_without_a_mentor_and_free_mentors_for_them(school, pairings):
    people = school.people.rows(DEMO_YEAR)
    mentored = {mentee.person_id for row in pairings for mentee in row.mentees}
    busy = {row.mentor.person_id for row in pairings}
    for kind in (PersonKind.STAFF, PersonKind.STUDENT):
        waiting = [
            row
            for row in people
            if row.kind is kind and row.is_mentee and row.person_id not in mentored
        ]
        free = [
            row
            for row in people
            if row.kind is kind and row.is_mentor and row.person_id not in busy
        ]
        assert len(waiting) >= 5
        assert len(free) >= 5


def test_orders_of_every_state_are_in_the_register(school):
    states = Counter(row.state for row in school.orders.rows(DEMO_YEAR))
    assert states[OrderState.SIGNED] == 2
    assert states[OrderState.ISSUED] == 1
    assert states[OrderState.WITHDRAWN] == 1


def test_the_base_is_sound(school):
    assert school.bases.check() == []


def test_every_kind_of_paper_has_an_example_in_each_of_its_formats(demo_folder):
    names = {path.name for path in (demo_folder / "documents").iterdir()}
    suffixes = {
        "Приказ 130-од": {"pdf", "docx"},
        "Журнал регистрации приказов": {"pdf", "docx", "xlsx"},
        "Сведения об участниках": {"pdf", "xlsx"},
        "Согласие на участие, педагог": {"pdf", "docx"},
        "Согласие на участие, ученик": {"pdf", "docx"},
        "Список сотрудников": {"pdf", "docx", "xlsx"},
    }
    for stem, expected in suffixes.items():
        found = {name.rpartition(".")[2] for name in names if name.rpartition(".")[0] == stem}
        assert found == expected, stem
    assert "130-од" in pdf_pages((demo_folder / "documents" / "Приказ 130-од.pdf").read_bytes())[0]


def test_two_runs_make_the_same_school(demo_folder, tmp_path):
    folder = tmp_path / "ещё одна"
    folder.mkdir()
    assert run_main("demo", folder).json["today"] == "2026-12-12"
    with (
        open_base(demo_folder / "demo.nastavnik", writable=False) as one,
        open_base(folder / "demo.nastavnik", writable=False) as other,
    ):
        assert _without_files(rows_of(one)) == _without_files(rows_of(other))
    first, second = (
        sorted(path.name for path in (where / "documents").iterdir())
        for where in (demo_folder, folder)
    )
    assert first == second


def _without_files(rows):
    """Word files carry the moment of their making."""
    return {table: content for table, content in rows.items() if table != "order_files"}


def test_a_folder_that_holds_anything_is_left_alone(tmp_path, run_here):
    kept = tmp_path / "письмо.txt"
    kept.write_text("важное", encoding="utf-8")
    assert run_here("demo", tmp_path).is_refused(2, "не пуста", "новую или пустую")
    assert list(tmp_path.iterdir()) == [kept]


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path, run_here):
    place = tmp_path / "файл"
    place.write_text("", encoding="utf-8")
    assert run_here("demo", place).is_refused(2, "файл, а нужна папка")
    assert run_here("demo", place / "школа").is_refused(3, "нельзя создать")
