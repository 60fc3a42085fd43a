"""Files as a clever and hurried clerk makes them: each trick was met or may be met tomorrow."""

from __future__ import annotations

from datetime import date

import pytest

from nastavnik_desktop.imports.kinds import Kind
from nastavnik_desktop.imports.reading import read_file
from nastavnik_desktop.imports.reading_json import reading_as_json

TODAY = date(2026, 11, 21)


@pytest.fixture
def read_rows(make_book):
    """The reading of a workbook with one sheet of these rows."""

    def read(*rows, joined=(), name="Лист1"):
        return read_file(make_book((name, rows, joined)), today=TODAY)

    return read


def codes(reading):
    return {(problem.row, problem.code) for problem in reading.problems}


class TestSeveralTables:
    def test_two_classes_side_by_side(self, read_rows):
        reading = read_rows(
            ["МБОУ «СОШ № 8»"],
            ["6 «А» класс", None, None, "6 «Б» класс"],
            ["№", "ФИО", None, "№", "ФИО"],
            [1, "Агапов Ян", None, 1, "Лось Ия"],
            [2, "Бобров Лев", None, 2, "Мышь Оля"],
        )
        found = [(one.row, one.last_name, one.school_class) for one in reading.people]
        assert found == [
            (4, "Агапов", "6А"), (5, "Бобров", "6А"), (4, "Лось", "6Б"), (5, "Мышь", "6Б"),
        ]  # fmt: skip
        assert reading.header_rows == {"Лист1": (3,)}
        assert reading.organisation == "МБОУ «СОШ № 8»"

    def test_classes_one_below_another_have_titles_of_their_own(self, read_rows):
        reading = read_rows(
            ["Список 7 «А» класса"],
            ["№", "ФИО ученика"],
            [1, "Агапов Ян Ильич"],
            ["Итого: 1"],
            [],
            ["Список 8 «Б» класса"],
            ["№ п/п", "Фамилия, имя", "Дата рождения"],
            [1, "Гусь Ия", "01.02.2012"],
        )
        assert [one.school_class for one in reading.people] == ["7А", "8Б"]
        assert [row.row for row in reading.skipped] == [4]

    def test_pupils_and_then_teachers_on_one_sheet(self, read_rows):
        reading = read_rows(
            ["ФИО ученика", "Класс"],
            ["Агапов Ян Ильич", "7 а"],
            ["Ворона Ия", "VII Б"],
            [],
            ["ФИО педагога", "Должность", "Стаж"],
            ["Дятел Инна Олеговна", "учитель", 5],
        )
        assert [(one.last_name, one.school_class) for one in reading.people] == [
            ("Агапов", "7А"), ("Ворона", "7Б"), ("Дятел", ""),
        ]  # fmt: skip


class TestHeaders:
    def test_words_with_a_wrong_letter(self, read_rows):
        reading = read_rows(
            ["ФИО", "Должнось", "Катигория", "Телефн", "Дата рождинея"],
            ["Пак Анна Львовна", "учитель", "высшая", "8-900-000-00-01", "01.02.1980"],
        )
        meanings = [column.meaning for column in reading.columns]
        assert meanings == ["full_name", "position", "category", "phone", "birth_date"]

    def test_numbers_among_the_headers(self, read_rows):
        reading = read_rows(
            ["№", "Ф.И. учащегося", "Класс", "Телефон", "Баллы", 2024, 2025],
            [1, "Агапов Ян", "7А", None, None, 5, 4],
        )
        assert (reading.header_rows, len(reading.people)) == ({"Лист1": (1,)}, 1)

    def test_rows_of_people_are_never_taken_for_a_header(self, read_rows):
        reading = read_rows(
            ["Сотрудник", "Должность", "Стаж", "Категория", "Почта"],
            ["Пак Анна Львовна", "учитель (химия)", "с 1995 г.", "первая", "a@mail.example"],
            ["Юн Яна Львовна", "учитель (музыка)", "с 1996 г.", "перв. (приказ)", "b@mail.example"],
        )
        assert [one.last_name for one in reading.people] == ["Пак", "Юн"]

    def test_date_in_words_with_commas_is_one_meaning(self, read_rows):
        reading = read_rows(
            ["ФИО", "Должность", "Число, месяц, год рождения"],
            ["Пак Анна Львовна", "учитель", "1 февраля 1980 г."],
        )
        assert reading.people[0].birth_date == date(1980, 2, 1)


class TestKinds:
    def test_bank_of_mentees_with_names_in_three_columns(self, read_rows):
        reading = read_rows(
            ["Банк наставляемых"],
            ["№", "Фамилия", "Имя", "Отчество", "Класс", "Запрос", "Наставник"],
            [1, "агапов", "ян", "ильич", "6 б", "успеваемость", "Волков Степан 10 А"],
            [2, "Буров", "Лев", "-", "7Г", "", "педагог-психолог Зимина И.И."],
        )
        first, second = reading.people
        assert reading.kind is Kind.MENTEES
        assert (first.last_name, first.school_class) == ("Агапов", "6Б")
        assert first.mentor.school_class == "10А"
        assert (second.mentor.last_name, second.mentor.position) == ("Зимина", "педагог-психолог")

    def test_staff_of_whom_few_have_a_mentor_stay_staff(self, read_rows):
        reading = read_rows(
            ["ФИО", "Должность", "Наставник"],
            ["Пак Анна Львовна", "учитель", None],
            ["Юн Яна Львовна", "учитель", None],
            ["Ким Алла Львовна", "учитель", "Пак А.Л."],
        )
        assert reading.kind is Kind.STAFF
        assert reading.people[2].mentor.initials == "А.Л."

    def test_educators_beside_their_mentees_are_mentors(self, read_rows):
        reading = read_rows(
            ["ФИО педагога", "Должность", "ФИО наставляемых"],
            ["Пак Анна Львовна", "учитель", "учитель химии Юн Я.Л., Ким Алла Львовна"],
        )
        (mentor,) = reading.people
        assert reading.kind is Kind.MENTORS
        assert [one.last_name for one in mentor.mentees] == ["Юн", "Ким"]
        assert mentor.mentees[0].position == "учитель химии"


class TestValues:
    def test_digits_in_the_place_of_letters(self, read_rows):
        reading = read_rows(["ФИО", "Класс"], ["С0колов 3ахар Петрович", "5А"])
        (person,) = reading.people
        assert (person.last_name, person.first_name) == ("Соколов", "Захар")
        assert (2, "latin") in codes(reading)

    def test_both_parents_are_kept(self, read_rows):
        reading = read_rows(
            ["ФИО ученика", "Класс", "Родители (ФИО, телефон)"],
            ["Абаев Ян", "5А", "мать – Абаева З.А., 89000005101; отец – Абаев Р.И., 89000005102"],
            ["Буров Ян", "5А", "8-900-000-51-03 (мама), 8-900-000-51-04 (папа)"],
            ["Вялов Ян", "5А", "Вялова Анна Ильинична\nВялов Пётр Ильич"],
        )  # fmt: skip
        first, second, third = reading.people
        assert (first.parent_relation, first.parent_phone) == ("мать", "+79000005101")
        assert first.other_parent == "отец – Абаев Р.И., 89000005102"
        assert (second.parent_relation, second.parent_phone) == ("мама", "+79000005103")
        assert third.other_parent == "Вялов Пётр Ильич"

    def test_columns_of_both_parents(self, read_rows):
        reading = read_rows(
            ["ФИО", "Класс", "ФИО мамы", "Тел. мамы", "ФИО папы", "Тел. папы"],
            ["Абаев Ян", "5А", "Абаева А.А.", "89000005201", "Абаев И.И.", "89000005202"],
            ["Буров Ян", "5А", None, None, "Буров Олег Ильич", "89000005203"],
        )
        first, second = reading.people
        assert (first.parent_name, first.other_parent) == (
            "Абаева А.А.",
            "отец Абаев И.И., 89000005202",
        )
        assert (second.parent_name, second.parent_relation) == ("Буров Олег Ильич", "отец")
        assert second.parent_phone == "+79000005203"

    def test_categories_besides_the_usual(self, read_rows):
        reading = read_rows(
            ["ФИО", "Должность", "Категория"],
            ["Пак Анна Львовна", "учитель", "высшая, педагог-наставник"],
            ["Юн Яна Львовна", "учитель", "2 категория"],
            ["Ким Алла Львовна", "учитель", "первая / 12.2022"],
        )
        read = reading_as_json(reading)["rows"]
        assert (read[0]["category"], read[0]["_category_note"]) == ("высшая", "педагог-наставник")
        assert "category" not in read[1]
        assert codes(reading) == {(3, "unusual")}
        assert read[2]["category_date"] == "2022-12"

    def test_lengths_of_service_in_one_cell_and_since_a_year(self, read_rows):
        reading = read_rows(
            ["ФИО", "Должность", "Общий стаж", "Стаж (общий/пед.)"],
            ["Пак Анна Львовна", "учитель", "с 2010 г.", "12 л. 3 м./10 л."],
            ["Юн Яна Львовна", "учитель", None, "общий – 12 лет, педагогический – 5 лет"],
        )
        first, second = reading.people
        assert first.experience_total_since == 2010
        assert (second.experience_total_years, second.experience_years) == (12, 5)
        assert first.experience_years == 10

    def test_brackets_after_a_post_that_say_nothing_known_stay_with_it(self, read_rows):
        reading = read_rows(["ФИО", "Должность"], ["Пак Анна Львовна", "учитель химии (18 ч.)"])
        assert reading.people[0].position == "учитель химии (18 ч.)"

    def test_signs_of_repetition_in_columns_that_are_not_read_are_not_told(self, read_rows):
        reading = read_rows(
            ["ФИО", "Должность", "Подпись"],
            ["Пак Анна Львовна", "учитель", "да"],
            ["Юн Яна Львовна", "-//-", "-//-"],
        )
        assert [one.field for one in reading.problems if one.code == "ditto"] == ["position"]


class TestForms:
    def test_numbered_sections_and_other_words_for_the_same_sides(self, read_rows):
        reading = read_rows(
            ["Список наставнических пар"],
            ["№", "Наставник", "Наставляемый", "Форма"],
            ["I. Учитель – учитель"],
            [1, "Пак Анна Львовна", "Юн Яна Львовна", None],
            [2, "Пак Анна Львовна", "Ким Яна Львовна", "педагог-педагог"],
        )
        first, second = reading.pairs
        assert (first.form, first.group) == ("учитель – учитель", "")
        assert second.form == "педагог – педагог"
        assert "form_conflict" not in {problem.code for problem in reading.problems}

    def test_a_mentor_known_as_a_pupil_from_another_row_is_no_adult(self, read_rows):
        reading = read_rows(
            ["База наставляемых"],
            ["ФИО наставляемого", "Класс", "ФИО наставника", "Форма наставничества"],
            ["Лосев Артём Ильич", "6А", "Орехов Степан Юрьевич, 9Б", "ученик – ученик"],
            ["Носова Вера Ильинична", "6А", "Орехов С.Ю.", "ученик – ученик"],
            ["Петухов Ян Ильич", "6А", "Юсупова Д.М.", "ученик – ученик"],
        )
        assert codes(reading) == {(5, "form_conflict")}


class TestOrganisations:
    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("Директор МБОУ СОШ № 5 г. Энска ________ И.И. Петров", "МБОУ СОШ № 5 г. Энска"),
            ("Директор МБОУ «СОШ № 5» Петров И.И.", "МБОУ «СОШ № 5»"),
            ("МБОУ СОШ № 3 им. А.С. Пушкина на 2024 год", "МБОУ СОШ № 3 им. А.С. Пушкина"),
        ],
    )
    def test_the_name_ends_where_the_signature_begins(self, read_rows, title, name):
        reading = read_rows([title], ["ФИО", "Должность"], ["Пак Анна Львовна", "учитель"])
        assert reading.organisation == name


def misread(text, written, read):
    """The text as a program shows it that takes one code page for another."""
    signs = (bytes((byte,)).decode(read, errors="replace") for byte in text.encode(written))
    return "".join(signs)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "cp1251"), ("cp1251", "latin-1"), ("cp1251", "cp1252"), ("cp866", "cp1251"),
        ("utf-8", "latin-1"),
    ],
)  # fmt: skip
def test_texts_read_in_a_wrong_code_page(tmp_path, make_book, written, read):
    lines = [
        "№;ФИО;Должность;Примечание",
        "1;Шутов Иван Эдуардович;учитель физики;Это я",
        "2;Рогова Ия Львовна;учитель пения;ШИЭ",
    ]
    spoiled = [misread(line, written, read) for line in lines]
    path = tmp_path / "список.csv"
    path.write_text("\n".join(spoiled), "utf-8")
    names = ["Шутов", "Рогова"]

    assert [one.last_name for one in read_file(path).people] == names
    if written != "cp866":
        book = make_book(("Лист1", [line.split(";") for line in spoiled], []))
        assert [one.last_name for one in read_file(book).people] == names
