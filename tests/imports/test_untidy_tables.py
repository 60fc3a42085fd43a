"""Tables in shapes that schools really have: found, understood and read by the same rules."""

from __future__ import annotations

import zipfile
from datetime import date

import pytest

from nastavnik_desktop.imports.kinds import Kind
from nastavnik_desktop.imports.reading import read_file
from nastavnik_desktop.imports.reading_json import reading_as_json

TODAY = date(2026, 11, 21)


def read(path):
    return read_file(path, today=TODAY)


def codes(reading, row):
    return {problem.code for problem in reading.problems if problem.row == row}


@pytest.fixture
def tariff_list(make_book):
    """Words broken by hyphens, two levels, a row of numbers, hours, dittos, signatures."""
    header = [
        "N\nп/п",
        "Фами-\nлия, имя, отчество",
        "Наименование долж-\nности, преподаваемый предмет",
        "Стаж педагогической работы на начало учебного года (число лет и месяцев)*",
        "Наличие квалифи-\nкационной катего-\nрии, дата ее присвоения",
        "Число часов в неделю",
        None,
    ]
    rows = [
        ["Тарификационный список учителей МКОУ СОШ № 8 с. Ключи на 1 сентября 2024 года"],
        header,
        [None, None, None, None, None, "1-4 классы", "5-9 классы"],
        [1, 2, 3, 4, 5, 6, 7],
        ["1.", "ГОРЕЛОВА АННА ИЛЬИНИЧНА", "директор, математика", "33 г. 4 м.", "высш.", 2, 9],
        ["2.", "Замятин Иван Ильич", "учитель, физика", "12/5", "1 кв.кат., 2021 г.", None, 18],
        ["3.", "Мастерова О. Н.", "учитель математики, информатики", "3,5", "1КК", None, 18],
        ["4.", "Сидоров П.П. (декрет)", "учитель; педагог-психолог", "более 20", "-", None, 18],
        ["5.", "Козлова Ирина Львовна", "учитель физики", "4", "-//-", None, 18],
        ["6.", "Вакансия", "учитель истории", None, None, None, 9],
        ["7.", "#Н/Д", "учитель истории", None, None, None, 9],
        [None, "Итого", None, None, None, 2, 81],
        [],
        [None, "Директор ____________ А.П. Горелова"],
        ["Примечание. Звёздочкой отмечены часы на 1 сентября."],
    ]  # fmt: skip
    joined = [(1, column, 2, column) for column in range(5)]
    return read(make_book(("Лист1", rows, [(1, 5, 1, 6), *joined])))


class TestTariffList:
    def test_header_of_two_levels_is_found_under_the_title(self, tariff_list):
        assert tariff_list.header_rows == {"Лист1": (2, 3)}
        assert tariff_list.organisation == "МКОУ СОШ № 8 с. Ключи"
        assert tariff_list.as_of == date(2024, 9, 1)
        assert [column.meaning for column in tariff_list.columns] == [
            "number", "full_name", "position", "experience_years", "category", "ignored", "ignored",
        ]  # fmt: skip

    def test_post_and_subject_in_one_cell_are_parted(self, tariff_list):
        head, physicist, mathematician, psychologist, _ = tariff_list.people
        assert (head.position, head.subject) == ("директор", "математика")
        assert (physicist.position, physicist.subject) == ("учитель", "физика")
        assert mathematician.position == "учитель математики, информатики"
        assert [post.position for post in psychologist.positions] == ["учитель", "педагог-психолог"]

    def test_last_name_that_begins_like_a_post_is_a_name(self, tariff_list):
        assert [person.last_name for person in tariff_list.people] == [
            "Горелова", "Замятин", "Мастерова", "Сидоров", "Козлова",
        ]  # fmt: skip

    def test_rows_that_are_not_people_are_skipped_with_a_reason(self, tariff_list):
        assert {row.row: row.reason for row in tariff_list.skipped} == {
            4: "строка с номерами граф",
            10: "вакансия",
            11: "строка без имени",
            12: "итоговая строка",
            14: "подпись директора",
            15: "сноска под таблицей",
        }

    def test_doubts_are_told_by_row(self, tariff_list):
        assert codes(tariff_list, 8) == {"range", "initials_only"}
        assert codes(tariff_list, 9) == {"ditto"}
        assert codes(tariff_list, 11) == {"name_parts"}

    def test_note_in_brackets_after_a_name(self, tariff_list):
        assert tariff_list.people[3].note == "декрет"


class TestStudents:
    def test_parallel_letter_parents_and_sections_of_classes(self, make_book):
        header = [
            "№", "Фамилия", "Имя", "Отчество", "Пол", "Параллель", "Литера", "Дата рождения",
            "ФИО матери", "Телефон матери",
        ]  # fmt: skip
        rows = [
            ['Контингент обучающихся МАОУ "Гимназия № 2"'],
            ["2024/25 учебный год"],
            header,
            [1, "Иванов", "Пётр", "Иванович", "М", 5, "а", date(2013, 5, 1), "Иванова А.П.", None],
            [2, "ПЕТРОВА", "АННА", "ЭЛЬДАР КЫЗЫ", "Ж", 5, "«Б»", "1.2.13", None, None],
            [3, "Сидорова Ольга Ивановна", None, None, "Ж", 6, "В", 2012, None, None],
            [4, "Смирнов", "Л.", "О.", "м", 6, "Б", "31.02.2012", None, "мама 8-900-000-00-03"],
        ]  # fmt: skip
        reading = read(make_book(("Ученики", rows, [])))

        first, second, third, fourth = reading.people
        assert reading.kind is Kind.STUDENTS
        assert reading.school_year == "2024-2025"
        assert reading.counts["by_class"] == {"5А": 1, "5Б": 1, "6Б": 1, "6В": 1}
        assert (first.parent_name, first.parent_relation) == ("Иванова А.П.", "мать")
        assert (second.last_name, second.patronymic) == ("Петрова", "Эльдар кызы")
        assert (third.first_name, third.birth_year) == ("Ольга", 2012)
        assert (fourth.initials, fourth.parent_phone) == ("Л.О.", "+79000000003")

    def test_sections_name_the_class_and_contacts_of_parents_are_theirs(self, make_book):
        rows = [
            ["Обучающийся (ФИО)", "Дата рождения", "Класс", "Контакты родителей"],
            ["9 «А»"],
            ["Волков Степан Андреевич", "12.05.2010", None, "мама – Волкова М.И., 8-900-000-00-11"],
            ["Волкова Вера Андреевна", "12.05.2010", None, "-//-"],
            ["9 «Б»"],
            ["Зорин Лев", "12 мая 2010", "9б", "8-900-000-00-13"],
            ["Зорин Лев", "12 мая 2010", "9б", "8-900-000-00-13"],
        ]
        reading = read(make_book(("Список", rows, [])))

        assert [person.school_class for person in reading.people] == ["9А", "9А", "9Б", "9Б"]
        assert reading.people[0].parent_name == "Волкова М.И."
        assert reading.people[1].parent_phone == ""
        assert reading.people[2].parent_phone == "+79000000013"
        assert codes(reading, 7) == {"duplicate"}

    def test_far_and_hidden_columns_and_hidden_sheets(self, tmp_path):
        import xlsxwriter

        path = tmp_path / "класс.xlsx"
        book = xlsxwriter.Workbook(str(path))
        sheet = book.add_worksheet("5А")
        sheet.write_row(0, 0, ["№", "ФИО", "ФИО", "Класс"])
        sheet.write_row(1, 0, [1, "Старое Имя Отчество", "Зорин Лев Ильич", "5А"])
        sheet.set_column(1, 1, None, None, {"hidden": True})
        other = book.add_worksheet("Старый")
        other.write_row(0, 0, ["№", "ФИО", "Класс"])
        other.write_row(1, 0, [1, "Выбывший Пётр", "5А"])
        other.hide()
        book.close()

        assert [person.last_name for person in read(path).people] == ["Зорин"]


class TestPairs:
    def test_details_stand_in_columns_after_each_name(self, make_book):
        rows = [
            ["Список наставнических пар МБОУ «СОШ № 5» на 2024-2025 уч.год"],
            [
                "№ п/п", "Ф.И.О. наставника", "Должность, категория, педстаж",
                "Ф.И.О. молодого специалиста", "Должность, стаж",
                "Форма наставничества (ролевая модель)", "Срок реализации программы", "Подпись",
            ],
            [
                1, "Котова Ольга Ивановна", "учитель математики, высшая категория, 25 лет",
                "Белов Иван Ильич", "учитель математики, 1 год", "педагог–педагог",
                "с 02.09.2024 по 31.05.2025",
            ],
            [2, "-//-", "-//-", "Рыжова А.Л.", "учитель физики, б/с", "-//-", "до 31.12.2024"],
            [3, "Орлов И.И., Соколов П.П.", None, "Дроздова Инна Олеговна", None, None, None],
        ]  # fmt: skip
        reading = read(make_book(("Пары", rows, [])))

        first, second, third, fourth = reading.pairs
        assert reading.kind is Kind.PAIRS
        assert (first.mentor.category, first.mentor.experience_years) == ("высшая", 25)
        assert first.mentees[0].experience_years == 1
        assert (first.start, first.end) == (date(2024, 9, 2), date(2025, 5, 31))
        assert second.mentor == first.mentor
        assert (second.form, second.end) == ("педагог – педагог", date(2024, 12, 31))
        assert {third.mentor.last_name, fourth.mentor.last_name} == {"Орлов", "Соколов"}
        assert "many_mentors" in codes(reading, 5)

    def test_group_is_one_block_under_joined_cells(self, make_book):
        rows = [
            ["№ группы", "Наставник", None, "Состав группы", None, "Тема", "Сроки"],
            [None, "ФИО", "Должность", "ФИО", "Класс", None, None],
            [1, "Котова О.И.", "учитель", "Иванов Пётр", "6А", "олимпиады", "09.2024 - 05.2025"],
            [None, None, None, "Сидоров Лев", "6Б", None, None],
            [2, "Орлов И.И.", "учитель", "Ким Алла", "7А", "музей", "01.10.24"],
        ]
        joined = [(0, 1, 0, 2), (0, 3, 0, 4), (2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 3, 2)]
        group, pair = read(make_book(("Группы", rows, joined))).pairs

        assert [(m.last_name, m.school_class) for m in group.mentees] == [
            ("Иванов", "6А"),
            ("Сидоров", "6Б"),
        ]
        assert (group.row, group.group, pair.row) == (3, "1", 5)

    def test_a_line_of_classes_for_every_mentee_and_section_rows(self, make_book):
        rows = [
            ["№", "ФИО наставника", "Класс", "ФИО наставляемого", "Класс", "Направление (запрос)"],
            [1, "Лисицына Анна", "10-б", "Белкина Оля\nЕжова Ира", "5Б\n5В", "танцы"],
            ["Форма «учитель – ученик»"],
            [2, "Котова Ольга Ивановна", None, "Иванов Пётр", "6А", "олимпиады"],
        ]
        first, second = read(make_book(("Лист1", rows, []))).pairs

        assert first.mentor.school_class == "10Б"
        assert [mentee.school_class for mentee in first.mentees] == ["5Б", "5В"]
        assert second.form == "учитель – ученик"

    def test_columns_of_contacts_belong_to_the_person_on_their_left(self, make_book):
        rows = [
            ["№", "Наставник", "Телефон", "Наставляемый", "Параллель", "Литера", "Телефон"],
            [1, "Котова О.И.", "8-900-000-00-01, 2-00-45", "Ким Алла", 5, "а", "8-900-000-00-02"],
        ]
        (pair,) = read(make_book(("Пары", rows, []))).pairs

        assert (pair.mentor.phone, pair.mentees[0].phone) == ("+79000000001", "+79000000002")
        assert pair.mentees[0].school_class == "5А"


class TestStaff:
    def test_second_post_in_the_row_below_belongs_to_the_same_person(self, make_book):
        rows = [
            ["№", "Сотрудник", "Должность", "Предмет", "Почта", "Является наставником", "Согласие"],
            [1, "Котова Ольга Ильинична", "учитель", "математика", "k@mail.example", "да", "есть"],
            [None, None, "заместитель директора", None, None, None, None],
            [2, "Кириллова (Petrova) Анна Ильинична", "учитeль физики", None, None, "нет", "нет"],
        ]  # fmt: skip
        reading = read(make_book(("Штат", rows, [])))

        first, second = reading.people
        assert [post.position for post in first.positions] == ["учитель", "заместитель директора"]
        assert (first.is_mentor, first.consent, second.consent) == (True, True, False)
        assert (second.last_name, second.position) == ("Кириллова", "учитель физики")

    def test_sheets_of_different_kinds_in_one_file(self, make_book):
        mentors = [["№", "ФИО наставника", "Класс"], [1, "Волков Степан Ильич", "10А"]]
        mentees = [["№", "ФИО наставляемого", "Основной запрос"], [1, "Зорин Лев Ильич", "физика"]]
        reading = read(make_book(("Наставники", mentors, []), ("Наставляемые", mentees, [])))

        assert [reading.kind_of(row) for row in reading.rows] == [Kind.MENTORS, Kind.MENTEES]
        assert [row["sheet"] for row in reading_as_json(reading)["rows"]] == [
            "Наставники",
            "Наставляемые",
        ]

    def test_ages_that_cannot_be_are_suspicious(self, make_book):
        rows = [
            ["По состоянию на 01.09.2024"],
            ["№", "ФИО", "Должность", "Дата рождения", "Стаж общий", "Стаж пед."],
            [1, "Котова Ольга Ивановна", "учитель", "01.02.2015", 3, 10],
        ]
        assert codes(read(make_book(("Штат", rows, []))), 3) == {"suspicious_date", "unusual"}

    def test_header_below_joined_cells_capitals_and_flags(self, make_book):
        rows = [
            ["№ п/п", "Ф.И. О.", "Должность, предмет", "Стаж работы", None, "Наставник"],
            [None, None, None, "общий", "педагогический", None],
            [1, "ВАРТАНЯН Сусанна Рубеновна", "учитель, физика", "15 лет", "13л. 2мес.", "да"],
            [2, "Гнедых Лидия\nИльинична", "учитель; классный руководитель", "6 мес.", "0", "нет"],
            ["Секретарь", "", "________ /Иванова И.И./"],
        ]  # fmt: skip
        first, second = read(make_book(("Штат", rows, [(0, 3, 0, 4)]))).people

        assert (first.last_name, first.first_name) == ("Вартанян", "Сусанна")
        assert (first.experience_total_years, first.experience_years) == (15, 13)
        assert (first.is_mentor, second.is_mentor) == (True, False)
        assert [post.position for post in second.positions] == ["учитель", "классный руководитель"]

    def test_second_block_of_a_wide_table_holds_no_people(self, make_book):
        rows = [
            ["№", "Фамилия, имя, отчество", "Должность", "Класс"],
            [1, "Зорина Анна Ильинична1", "учитель", "5А"],
            ["продолжение"],
            ["№", "Оклад", "Доплата", "Итого"],
            [1, 10_000, 2_000, 12_000],
        ]
        reading = read(make_book(("Тарификация", rows, [])))

        (person,) = reading.people
        assert (person.patronymic, person.position, person.school_class) == (
            "Ильинична",
            "учитель",
            "",
        )
        assert [row.row for row in reading.skipped] == [3, 4, 5]
        assert not reading.problems


class TestBases:
    def test_section_of_another_form_than_the_row_is_told(self, make_book):
        rows = [
            ["База наставляемых"],
            [
                "№",
                "ФИО наставляемого",
                "Класс / должность",
                "ФИО наставника",
                "Форма наставничества",
            ],
            ["Форма «ученик – ученик»"],
            [1, "Зорин Лев Ильич", "5А", "Волков Степан, 10А", "студент-ученик"],
            [2, "Белов Иван Ильич", "учитель физики", "Котова О.И.", None],
        ]
        reading = read(make_book(("Лист1", rows, [])))

        assert reading.people[0].school_class == "5А"
        assert reading.people[1].position == "учитель физики"
        assert codes(reading, 4) == {"form_conflict"}
        assert codes(reading, 5) == {"form_conflict"}

    def test_contacts_of_a_parent_only_where_the_cell_says_so(self, make_book):
        rows = [
            ["№", "ФИО наставляемого", "Контактные данные (данные представителя)", "Запрос"],
            [1, "Зорин Лев Ильич", "мать Зорина О.П., 8-900-000-00-13", "а) чтение; б) письмо"],
            [2, "Белов Иван Ильич", "8-900-000-00-15", "нет"],
        ]
        child, adult = read(make_book(("Лист1", rows, []))).people

        assert child.representative.name == "Зорина О.П."
        assert (child.phone, child.requests) == ("", ("чтение", "письмо"))
        assert (adult.phone, adult.representative, adult.requests) == ("+79000000015", None, ())

    def test_two_people_in_the_name_cell_are_two_entries_of_one_row(self, make_book):
        rows = [
            ["№", "ФИО наставляемого", "Класс", "Основной запрос", "ФИО наставника"],
            [1, "Зорин Лев Ильич\nКим Алла", "5А\n5Б", "физика", "Волков Степан, 10А"],
        ]
        first, second = read(make_book(("Лист1", rows, []))).people

        assert (first.row, first.last_name, first.school_class) == (2, "Зорин", "5А")
        assert (second.row, second.last_name, second.school_class) == (2, "Ким", "5Б")
        assert first.mentor == second.mentor
        assert first.requests == second.requests == ("физика",)

    def test_pair_written_twice_is_told(self, make_book):
        rows = [
            ["№", "Наставник", "Наставляемый"],
            [1, "Котова Ольга Ильинична", "Белов Иван Ильич"],
            [2, "Котова Ольга Ильинична", "Белов Иван Ильич"],
        ]
        assert codes(read(make_book(("Пары", rows, []))), 3) == {"duplicate"}


def test_table_of_open_document(tmp_path):
    path = tmp_path / "список.ods"
    rows = (("N", "ФИО", "Класс"), ("1", "Зорин Лев Ильич", "5А"))
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p>'
            "</table:table-cell>"
            for text in row
        )
        + "</table:table-row>"
        for row in rows
    )
    namespaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<office:document-content {namespaces} office:version="1.2"><office:body>'
            f'<office:spreadsheet><table:table table:name="5А">{cells}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )

    assert [person.last_name for person in read(path).people] == ["Зорин"]
