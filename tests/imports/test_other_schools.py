"""Tables of still other schools: each shape was once read wrong, and a clerk reads it at sight."""

from __future__ import annotations

from datetime import date

import pytest

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.imports.kinds import Kind
from nastavnik_desktop.imports.reading import read_file
from nastavnik_desktop.imports.reading_json import reading_as_json

TODAY = date(2026, 11, 28)


@pytest.fixture
def read(make_book):
    """Read a workbook of one sheet of these rows."""

    def reading(*rows, merges=(), sheet="Лист1"):
        return read_file(make_book((sheet, rows, merges)), today=TODAY)

    return reading


def names(reading):
    return [f"{one.last_name} {one.first_name or one.initials}" for one in reading.people]


def codes(reading):
    return {problem.code for problem in reading.problems}


class TestTwoBlocks:
    def test_the_second_block_with_names_again_adds_no_values(self, read):
        reading = read(
            ["№", "ФИО", "Должность", "Образование", "Стаж", "Категория"],
            [1, "Абрамова Вера Ильинична", "учитель химии", "высшее", "27 л. 1 м.", "высшая"],
            [2, "Вакансия", "учитель физики"],
            [3, "Гаджиева Мадина Магомед кызы", "психолог", "высшее", "1 г.", "СЗД"],
            ["продолжение"],
            ["№", "ФИО", "Часов в неделю", "За классное руководство", "Всего рублей", "Итого"],
            [1, "Абрамова Вера Ильинична", 18, 5000, 35000, 40000],
            [2, "Вакансия", 9],
            [3, "Гаджиева Мадина Магомед кызы", 18, None, 20000, 20000],
        )
        assert names(reading) == ["Абрамова Вера", "Гаджиева Мадина"]
        assert [one.experience_years for one in reading.people] == [27, 1]
        assert codes(reading) == {"vacancy"}

    def test_a_second_block_without_the_word_adds_no_values(self, read):
        reading = read(
            ["№", "ФИО", "Должность", "Стаж"],
            [1, "Абрамова Вера Ильинична", "учитель", "27"],
            [2, "Быков Олег Юрьевич", "учитель", "3"],
            [],
            ["№", "ФИО", "Аудиторная занятость", "Внеурочка", "ФОТ"],
            [1, "Абрамова Вера Ильинична", 18, 5, 1],
            [2, "Быков Олег Юрьевич", 20, 5, 1],
        )
        assert [one.position for one in reading.people] == ["учитель", "учитель"]
        assert [row.row for row in reading.skipped] == [6, 7]

    def test_other_people_after_the_word_are_read(self, read):
        reading = read(
            ["№", "ФИО", "Должность"],
            [1, "Абрамова Вера Ильинична", "учитель"],
            ["продолжение"],
            [2, "Быков Олег Юрьевич", "учитель"],
        )
        assert names(reading) == ["Абрамова Вера", "Быков Олег"]


class TestSideBySide:
    def test_two_lists_parted_by_an_empty_column_are_no_pairs(self, read):
        reading = read(
            ["Наставники", None, None, None, "Наставляемые"],
            ["№", "ФИО", "Должность", None, "№", "ФИО", "Класс"],
            [1, "Мухина Алла Юрьевна", "учитель ИЗО", None, 1, "Наумов Олег Ильич", "7А"],
            [2, "Носова Юлия Олеговна", "учитель музыки", None, 2, "Панин Юрий Ильич", "7Б"],
        )
        assert reading.pairs == ()
        assert {one.last_name: reading.kind_of(one) for one in reading.people} == {
            "Мухина": Kind.MENTORS,
            "Носова": Kind.MENTORS,
            "Наумов": Kind.MENTEES,
            "Панин": Kind.MENTEES,
        }

    def test_an_empty_column_inside_a_list_of_pairs_parts_nothing(self, read):
        reading = read(
            ["№", "Наставник", "Должность", None, "Наставляемый", "Класс"],
            [1, "Мухина Алла Юрьевна", "учитель ИЗО", None, "Наумов Олег Ильич", "7А"],
        )
        assert reading.kind is Kind.PAIRS
        assert [pair.mentees[0].last_name for pair in reading.pairs] == ["Наумов"]


class TestKinds:
    def test_sheets_and_tables_of_one_file_are_each_of_their_kind(self, make_book):
        both = [
            ["Банк наставников"],
            ["№", "ФИО", "Основные компетенции", "Контакты"],
            [1, "Рогов Павел Ильич", "робототехника", "rogov@s.example"],
            [],
            ["Банк наставляемых"],
            ["№", "ФИО", "Класс", "Запрос"],
            [1, "Сомов Ян Олегович", "8В", "подготовка к ОГЭ"],
        ]
        young = [["ФИО", "Должность"], ["Титова Ия Львовна", "учитель физики"]]
        reading = read_file(
            make_book(("Банки", both, ()), ("Молодые специалисты", young, ())), today=TODAY
        )
        assert [reading.kind_of(one) for one in reading.people] == [
            Kind.MENTORS,
            Kind.MENTEES,
            Kind.MENTEES,
        ]

    def test_who_prepared_a_winner_is_no_mentor(self, read):
        reading = read(
            ["предмет", "уровень", "Ф.И.О.", "класс", "тип диплома", "наставник"],
            ["физика", "регион", "Громов Олег", "9А", "победитель", "Петрова А.И."],
            [None, "город", "Дёмина Анна", "10Б", "призёр", "Петрова А.И."],
        )
        assert reading.kind is Kind.STUDENTS
        assert [one.mentor for one in reading.people] == [None, None]

    def test_a_part_in_a_pair_said_in_brackets(self, read):
        reading = read(
            ["№", "Ученик (наставляемый)", "Класс", "Учитель (наставник)", "Предмет"],
            [1, "Чижов Лев", "7А", "Чайка Ольга Юрьевна", "химия"],
        )
        (pair,) = reading.pairs
        assert (pair.mentor.last_name, pair.mentor.subject) == ("Чайка", "химия")
        assert [one.last_name for one in pair.mentees] == ["Чижов"]

    def test_teachers_with_the_classes_they_teach_are_staff(self, read):
        header = ["Ф.И.О. педагога", "Предмет", "Класс", "Тема самообразования"]
        reading = read(header, ["Чайка О.Ю.", "химия", "8-11", "Проекты"])
        assert reading.kind is Kind.STAFF
        assert codes(reading) == {"initials_only"}


class TestColumns:
    def test_a_curator_beside_is_never_the_person_of_the_row(self, read):
        reading = read(
            ["ФИО обучающегося", "Дата рождения", "Категория (ОВЗ, ТЖС)", "Куратор"],
            ["Чижов Лев Ильич", "02.01.2012", "ТЖС", "Чайка О.Ю."],
        )
        assert reading.kind is Kind.STUDENTS
        assert names(reading) == ["Чижов Лев"]

    @pytest.mark.parametrize("title", ["7-е классы", "Параллель: 7", "7 классы", "7-х классов"])
    def test_a_title_gives_the_grade_to_letters(self, read, title):
        reading = read([title], ["Фамилия", "Имя", "Литера"], ["Чижов", "Лев", "А"])
        assert [one.school_class for one in reading.people] == ["7А"]

    def test_a_block_of_text_for_each_person(self, read):
        block = "учитель химии\nСтаж работы – 33 года\nКвалификационная категория – высшая"
        for rows in (
            [["ФИО", "Сведения"], ["Крылова Татьяна Андреевна", block]],
            [["№", "ФИО, должность"], [1, f"Крылова Татьяна Андреевна\n{block}"]],
        ):
            (person,) = read(*rows).people
            assert (person.position, person.experience_years, person.category) == (
                "учитель химии",
                33,
                "высшая",
            )

    def test_marks_in_columns_for_categories(self, read):
        reading = read(
            ["Ф.И.О.", "Должность", "Категория", None, None, None],
            [None, None, "высшая", "первая", "СЗД", "б/к"],
            ["Фёдоров Ким Ильич", "учитель", "+"],
            ["Халилова Зоя Рашидовна", "учитель", "-", "25.04.2023"],
            ["Цай Илья Львович", "учитель", None, None, 1],
            ["Чан Яна Львовна", "учитель", None, None, None, "да"],
            merges=[(0, 2, 0, 5), (0, 0, 1, 0), (0, 1, 1, 1)],
        )
        assert [one.category for one in reading.people] == [
            "высшая",
            "первая",
            "соответствие",
            "нет",
        ]
        assert reading.people[1].category_date == date(2023, 4, 25)
        assert reading.problems == ()

    def test_short_headers_of_mail_and_category(self, read):
        person = read(
            ["ФИО учителя", "Эл. адрес", "Катег."],
            ["Зотова Лия Олеговна", "Zotova@Mail.example ", "в"],
        ).people[0]
        assert (person.email, person.category) == ("zotova@mail.example", "высшая")

    def test_names_in_three_columns_when_the_joined_one_is_empty(self, read):
        reading = read(
            ["№", "Фамилия", "Имя", "Отчество", "ФИО", "Должность"],
            [1, "Ершова", "Ева", "Львовна", None, "воспитатель"],
        )
        assert names(reading) == ["Ершова Ева"]
        assert reading.people[0].patronymic == "Львовна"

    def test_a_header_of_which_little_but_the_name_is_known(self, read):
        reading = read(
            ["№", "ФИО", "ЕГЭ", "ВПР", "ФГОС", "Эксперт"],
            [1, "Абрамова Вера Ильинична", "да", "да", "нет", "нет"],
            [2, "Быков Олег Юрьевич", "нет", "да", "да", "нет"],
        )
        assert names(reading) == ["Абрамова Вера", "Быков Олег"]
        assert [one.category for one in reading.people] == ["", ""]

    def test_initials_in_a_column_of_their_own(self, read):
        reading = read(
            ["Фамилия", "И.О.", "Дата рожд.", "Класс"],
            ["Чижов", "Л.И.", "2012.09.01", "7а"],
            ["Юдин", "Ян Ильич", "2012.13.01", "7а"],
        )
        assert names(reading) == ["Чижов Л.И.", "Юдин Ян"]
        assert reading.people[0].birth_date == date(2012, 9, 1)
        assert "bad_date" in codes(reading)

    def test_names_that_begin_with_the_first_name(self, read):
        reading = read(["Имя, отчество, фамилия", "Должность"], ["Нина Павловна Орлова", "учитель"])
        assert names(reading) == ["Орлова Нина"]


class TestRows:
    def test_a_row_above_his_mentees_names_the_mentor(self, read):
        reading = read(
            ["ФИО подопечного", "Класс"],
            ["Наставник: Орлова Нина Павловна, учитель химии"],
            ["Чижов Лев", "7А"],
            ["Шилова Ада", "7Б"],
            ["Наставник – Кац Р. Л."],
            ["Юдин Ян", "8А"],
            sheet="Подопечные",
        )
        assert [one.mentor.last_name for one in reading.people] == ["Орлова", "Орлова", "Кац"]
        assert reading.people[0].mentor.position == "учитель химии"

    def test_a_row_of_errors_is_no_section(self, read):
        reading = read(
            ["ФИО", "Должность"],
            ["Зотова Лия Олеговна", "учитель"],
            ["#Н/Д", "#Н/Д"],
            ["Ильин Ян Ильич", "учитель"],
        )
        assert [one.section for one in reading.people] == ["", ""]
        assert reading.skipped[0].reason == "вместо значений ошибки Excel"

    def test_a_date_filled_into_underscores_is_no_signature(self, read):
        reading = read(
            ["ФИО", "Должность", "Принят на работу"],
            ["Зуев Ян Олегович", "учитель", "«__4__ »__марта__________2022г."],
            [None, "Директор", "_________ «__» ______ 2024 г."],
        )
        assert names(reading) == ["Зуев Ян"]
        assert reading.people[0].hired_on == date(2022, 3, 4)

    def test_two_people_parted_by_a_stroke(self, read):
        reading = read(["ФИО", "Должность"], ["Дёмина Е.А./Ершова К.Л.", "учитель"])
        assert names(reading) == ["Дёмина Е.А.", "Ершова К.Л."]

    def test_a_turkic_ending_after_a_hyphen_is_small(self, read):
        reading = read(["Фамилия", "Имя", "Класс"], ["БЕК-ОГЛЫ", "ТИМУР", "7А"])
        assert names(reading) == ["Бек-оглы Тимур"]


def test_the_kind_of_a_row_is_not_told_as_a_field(read):
    row = reading_as_json(read(["ФИО", "Класс"], ["Громов Олег", "9А"]))["rows"][0]
    assert row == {"row": 2, "last_name": "Громов", "first_name": "Олег", "class": "9А"}


class TestWithoutHeader:
    def test_a_copied_block_is_read_by_its_content(self, read):
        reading = read(
            [1, "Абрамов Илья Петрович", "учитель физики", "12 лет", "высшая", "8-900-000-00-01"],
            [2, "Борисова Анна Ильинична", "учитель", "3 года", "первая", "8 900 000 00 02"],
            [3, "Вакансия", "учитель"],
        )
        assert reading.kind is Kind.STAFF
        assert [column.meaning for column in reading.columns] == [
            "number",
            "full_name",
            "position",
            "experience_years",
            "category",
            "phone",
        ]
        assert [(one.last_name, one.experience_years, one.category) for one in reading.people] == [
            ("Абрамов", 12, "высшая"),
            ("Борисова", 3, "первая"),
        ]
        assert reading.skipped[0].reason == "вакансия"

    def test_the_user_is_told_to_look_at_the_columns(self, read):
        with_header = read(["ФИО", "Класс"], ["Чижов Лев Ильич", "7А"])
        without = read(["Чижов Лев Ильич", "7А"], ["Шилова Ада Олеговна", "7Б"])
        assert with_header.notices == ()
        assert "нет шапки" in without.notices[0]

    def test_pupils_in_three_columns_with_a_title_above(self, read):
        reading = read(
            ["Список на 1 сентября"],
            ["Чижов", "Лев", "Ильич", "7А", "01.02.2013"],
            ["Шилова", "Ада", "Олеговна", "7 Б", "02.02.2013"],
        )
        assert reading.kind is Kind.STUDENTS
        assert [(one.first_name, one.school_class) for one in reading.people] == [
            ("Лев", "7А"),
            ("Ада", "7Б"),
        ]
        assert reading.people[1].birth_date == date(2013, 2, 2)

    def test_words_with_capitals_alone_are_no_people(self, read):
        with pytest.raises(UnreadableFile, match="не найдена шапка"):
            read(["Орлов Лев", "Москва Река"], ["Красная Площадь", "Белый Дом"])

    def test_lines_of_pairs_are_no_staff(self, read):
        with pytest.raises(UnreadableFile, match="не найдена шапка"):
            read(["Орлов И.П. - Дубов А.А., Зимин В.В."], ["Крот О.О. – Сова Л.Л."])
