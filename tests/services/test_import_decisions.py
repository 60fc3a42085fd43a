"""Decisions, missing people, changed last names, and what the import was taught about columns."""

import json

import openpyxl
import pytest

from db.queries.cards import person_models
from nastavnik_desktop.domain.employment import Absence, AbsenceKind, FurtherPost
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.imports.own_words import ColumnWording
from nastavnik_desktop.services.import_preview import Decision, Likeness, LineDecision
from tests.db.content import rows_of
from tests.factory import YEAR, make_person, teacher_draft

HEADER = ["ФИО", "Должность", "Телефон"]


def table(tmp_path, *rows, name="Кадры.xlsx"):
    book = openpyxl.Workbook()
    book.active.title = "Кадры"
    for row in rows:
        book.active.append(row)
    path = tmp_path / name
    book.save(path)
    return path


def load(services, path):
    return services.imports.commit(services.imports.read(path))


@pytest.fixture
def staff(services, tmp_path):
    """A list of three teachers that is in the base."""
    rows = [[f"{name} Анна Петровна", "учитель", ""] for name in ("Ёлкина", "Лунёва", "Пак")]
    load(services, table(tmp_path, HEADER, *rows))
    return {row.name.last_name: row.person_id for row in services.people.rows(YEAR)}


class TestMissing:
    def test_who_is_no_longer_in_the_list_is_told_and_left_as_is(
        self, services, base, staff, tmp_path
    ):
        rows = [[f"{name} Анна Петровна", "учитель", ""] for name in ("Ёлкина", "Пак")]
        before = rows_of(base)
        preview = services.imports.read(table(tmp_path, HEADER, *rows))
        assert [(one.person_id, one.title) for one in preview.missing] == [
            (staff["Лунёва"], "Лунёва Анна Петровна (учитель)")
        ]
        services.imports.commit(preview)
        assert rows_of(base) == before

    def test_a_list_of_few_tells_of_nobody(self, services, staff, tmp_path):
        path = table(tmp_path, HEADER, ["Пак Анна Петровна", "учитель", ""])
        assert services.imports.read(path).missing == ()

    def test_pupils_are_missing_only_in_the_classes_of_the_file(self, services, tmp_path):
        header = ["ФИО ученика", "Класс"]
        pupils = [["Зорин Лев", "5А"], ["Ким Алла", "5А"], ["Лис Вера", "6Б"]]
        load(services, table(tmp_path, header, *pupils))
        preview = services.imports.read(table(tmp_path, header, ["Зорин Лев", "5А"]))
        assert [one.title for one in preview.missing] == ["Ким Алла (5А\u00a0класс)"]


class TestChangedLastName:
    PHONE = "8 900 000 12 34"

    def test_the_person_with_the_same_telephone_is_offered_and_the_old_name_kept(
        self, services, base, tmp_path
    ):
        person_id = make_person(services, "Ёлкина", phone="+79000001234")
        path = table(tmp_path, HEADER, ["Лунёва Анна Петровна", "учитель", self.PHONE])
        preview = services.imports.read(path)
        (line,) = preview.lines
        assert (line.likeness, line.decision) == (Likeness.SIMILAR, Decision.SKIP)
        chosen = services.imports.decide(preview, line, person_id)
        services.imports.commit(preview.with_line(chosen))
        card = services.people.draft(person_id, YEAR)
        assert (card.name.last_name, card.former_last_name) == ("Лунёва", "Ёлкина")
        before = rows_of(base)
        load(services, path)
        assert rows_of(base) == before

    def test_a_list_with_the_old_last_name_offers_the_same_person(self, services, tmp_path):
        person_id = make_person(services, "Лунёва", former_last_name="Ёлкина")
        path = table(tmp_path, HEADER, ["Ёлкина Анна Петровна", "учитель", ""])
        preview = services.imports.read(path)
        (line,) = preview.lines
        assert [(one.person_id, one.reason) for one in line.candidates] == [
            (person_id, "это прежняя фамилия")
        ]
        services.imports.commit(
            preview.with_line(services.imports.decide(preview, line, person_id))
        )
        assert services.people.draft(person_id, YEAR).name.last_name == "Лунёва"


class TestDecisionsMadeBeforehand:
    def test_every_line_gets_its_decision(self, services, staff, tmp_path):
        path = table(
            tmp_path,
            HEADER,
            ["Ёлкена Анна Петровна", "учитель", "8 900 000 00 01"],
            ["Пак Анна Петровна", "учитель", "8 900 000 00 02"],
            ["Зуева Анна Петровна", "учитель", ""],
        )
        decided = services.imports.decided(
            services.imports.read(path),
            [
                LineDecision("Кадры, строка 2", Decision.FILL, staff["Ёлкина"]),
                LineDecision("Кадры, строка 3", Decision.CREATE),
                LineDecision("Кадры, строка 4", Decision.SKIP),
            ],
        )
        services.imports.commit(decided)
        rows = services.people.rows(YEAR)
        assert sorted(row.name.last_name for row in rows) == ["Ёлкина", "Лунёва", "Пак", "Пак"]
        assert services.people.draft(staff["Ёлкина"], YEAR).phone == "+79000000001"

    @pytest.mark.parametrize(
        ("decision", "words"),
        [
            (LineDecision("Кадры, строка 9", Decision.SKIP), "нет строки с адресом"),
            (LineDecision("Кадры, строка 2", Decision.SKIP, person="Кто-то"), "Кто-то"),
            (LineDecision("Кадры, строка 2", Decision.FILL), "чью карточку"),
            (LineDecision("Кадры, строка 2", Decision.FILL, 404), "больше нет в базе"),
        ],
    )
    def test_a_decision_that_cannot_be_carried_out_is_told(
        self, services, tmp_path, decision, words
    ):
        preview = services.imports.read(table(tmp_path, HEADER, ["Пак Анна Львовна", "учитель"]))
        with pytest.raises(RuleViolation, match=words):
            services.imports.decided(preview, [decision])


class TestMemoryOfColumns:
    ROWS = (["Ф.И.О.", "Кем трудится", "Дата"], ["Пак Анна Львовна", "учитель", "01.02.1990"])

    def test_chosen_meanings_hold_for_files_of_the_same_shape(self, services, tmp_path):
        first = services.imports.read(table(tmp_path, *self.ROWS))
        keys = {column.header: column for column in first.reading.columns}
        assert first.reading.people[0].position == ""
        services.imports.remember_columns(
            keys["Дата"].shape,
            {keys["Кем трудится"].key: "position", keys["Дата"].key: "birth_date"},
        )
        again = services.imports.read(table(tmp_path, *self.ROWS, name="Другой.xlsx"))
        person = again.reading.people[0]
        assert (person.position, person.birth_date.isoformat()) == ("учитель", "1990-02-01")
        services.imports.remember_columns(keys["Дата"].shape, {})
        assert services.imports.read(table(tmp_path, *self.ROWS)).reading.people[0].position == ""

    def test_own_wordings_are_read_from_the_folder_of_the_user(self, services, data_home, tmp_path):
        words = {"meanings": {"position": ["кем трудится"]}}
        (data_home / "import").mkdir(parents=True)
        (data_home / "import" / "columns.json").write_text(json.dumps(words), "utf-8")
        reading = services.imports.read(table(tmp_path, *self.ROWS)).reading
        assert (reading.people[0].position, reading.notices) == ("учитель", ())

    @pytest.mark.parametrize("text", ["{", "[]", '{"meanings": {"position": 5}}'])
    def test_a_file_in_disorder_is_told_and_left_out(self, services, data_home, tmp_path, text):
        (data_home / "import").mkdir(parents=True)
        (data_home / "import" / "columns.json").write_text(text, "utf-8")
        reading = services.imports.read(table(tmp_path, *self.ROWS)).reading
        assert "columns.json» с вашими названиями столбцов не понят" in reading.notices[0]
        assert len(reading.people) == 1


def test_what_a_row_tells_of_work_stands_in_its_fields(services, tmp_path):
    path = table(
        tmp_path,
        ["ФИО", "Должность", "Категория", "Образование", "Дата приёма на работу", "Примечание"],
        [
            "Пак Анна Львовна", "учитель физики; методист", "высшая, педагог-наставник",
            "ср.-спец.", "01.09.2020", "внешний совместитель, декрет с 01.12.2025",
        ],
    )  # fmt: skip
    load(services, path)
    (row,) = services.people.rows(YEAR)
    work = services.people.draft(row.person_id, YEAR).employment
    assert work.further_posts == (FurtherPost("методист"),)
    assert (work.is_educator_mentor, work.is_educator_methodist) == (True, False)
    assert (work.education_level, work.hired_on.year) == ("secondary_vocational", 2020)
    assert work.is_external_part_timer
    assert [one.kind for one in work.absences] == [AbsenceKind.MATERNITY]
    assert isinstance(work.absences[0], Absence)
    assert work.absences[0].since_on.isoformat() == "2025-12-01"


class TestOwnDictionary:
    ROWS = TestMemoryOfColumns.ROWS
    OF_POST = ColumnWording("Кем  трудится", "position")

    def read(self, services, tmp_path, *rows):
        return services.imports.read(table(tmp_path, *(rows or self.ROWS))).reading

    def test_a_taught_heading_is_used_at_once_in_every_list(self, services, tmp_path):
        services.imports.set_column_wording(None, self.OF_POST)
        assert services.imports.column_wordings() == [self.OF_POST]
        other = (["КЕМ ТРУДИТСЯ", "ФИО", "Школа"], ["учитель", "Пак Анна Львовна", "№ 5"])
        assert self.read(services, tmp_path).people[0].position == "учитель"
        assert self.read(services, tmp_path, *other).people[0].position == "учитель"

    def test_a_heading_that_names_a_role_may_mean_something_else(self, services, tmp_path):
        rows = (["ФИО", "Наставник отряда"], ["Пак Анна Львовна", "5А"])
        services.imports.set_column_wording(None, ColumnWording("Наставник отряда", "ignored"))
        reading = self.read(services, tmp_path, *rows)
        assert [person.last_name for person in reading.people] == ["Пак"]

    def test_lines_are_changed_and_removed(self, services, tmp_path):
        services.imports.set_column_wording(None, self.OF_POST)
        changed = ColumnWording("Кем трудится", "subject")
        services.imports.set_column_wording(self.OF_POST, changed)
        assert services.imports.column_wordings() == [changed]
        services.imports.set_column_wording(changed, None)
        assert services.imports.column_wordings() == []
        assert self.read(services, tmp_path).people[0].position == ""

    def test_one_heading_has_one_meaning(self, services):
        services.imports.set_column_wording(None, self.OF_POST)
        again = ColumnWording("кем трудится", "subject")
        services.imports.set_column_wording(None, again)
        assert services.imports.column_wordings() == [again]

    def test_phrases_written_by_hand_stay_and_are_listed(self, services, data_home, tmp_path):
        words = {"roles": {"mentor": ["шеф"]}, "meanings": {"position": ["кем труд*"]}}
        (data_home / "import").mkdir(parents=True)
        (data_home / "import" / "columns.json").write_text(json.dumps(words), "utf-8")
        services.imports.set_column_wording(None, ColumnWording("Когда родился", "birth_date"))
        stored = json.loads((data_home / "import" / "columns.json").read_text("utf-8"))
        assert stored == {**words, "headers": {"birth_date": ["Когда родился"]}}
        by_hand = services.imports.column_wordings()[1]
        assert (by_hand.text, by_hand.is_whole) == ("кем труд*", False)
        services.imports.set_column_wording(by_hand, None)
        assert self.read(services, tmp_path).people[0].position == ""

    @pytest.mark.parametrize("text", ["", " – ", "слово " * 40])
    def test_what_heads_no_column_is_refused(self, services, text):
        with pytest.raises(RuleViolation, match="азвание столбца"):
            services.imports.set_column_wording(None, ColumnWording(text, "position"))

    def test_a_file_in_disorder_is_told_and_not_overwritten(self, services, data_home):
        (data_home / "import").mkdir(parents=True)
        path = data_home / "import" / "columns.json"
        path.write_text("{", "utf-8")
        with pytest.raises(UnreadableFile, match="не понят"):
            services.imports.set_column_wording(None, self.OF_POST)
        assert path.read_text("utf-8") == "{"


def test_every_choice_of_a_similar_line_is_ready_at_once(services, staff, tmp_path):
    make_person(services, "Ёлкина", first_name="Анна", patronymic="Львовна")
    path = table(tmp_path, ["ФИО", "Телефон"], ["Ёлкина Анна", "8 900 000 00 01"])
    preview = services.imports.read(path)
    (line,) = preview.lines
    choices = services.imports.choices(preview)
    assert len(line.candidates) == len(choices) == 2
    for candidate in line.candidates:
        person_id = candidate.person_id
        assert choices[line.number, person_id] == services.imports.decide(preview, line, person_id)


def test_many_cards_are_read_in_portions(services, base):
    ids = services.people.add_all([teacher_draft("Пак")] * 3, YEAR, "Трое")
    with base.reading() as session:
        assert list(person_models(session, ids)) == ids
        assert person_models(session, []) == {}
        many = [*ids, *range(1000, 1000 + 40_000)]
        assert sorted(person_models(session, many)) == ids
