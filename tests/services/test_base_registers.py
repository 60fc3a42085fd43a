"""«База наставников» and «База наставляемых» of a real base: rows, columns, publication, files."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from nastavnik_desktop.domain.base_registers import RegisterKind, columns_of
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, PairingKind
from nastavnik_desktop.domain.people import PoolSide
from nastavnik_desktop.imports.reading import read_file
from nastavnik_desktop.services.registers import RegisterRequest
from tests.documents.readers import opened_docx, opened_xlsx, pdf_page_sizes, pdf_pages
from tests.factory import (
    TODAY,
    YEAR,
    consent,
    make_mentee,
    make_mentor,
    make_pairing,
    make_person,
    make_student,
    pairing_draft,
)

MENTOR_SIDE = PoolSide(
    joined_on=date(2026, 9, 1),
    strengths=("методика", "наставничество"),
    achievements="Победитель конкурса",
    interests="туризм",
    desired_age="до 30 лет",
    time_resource="2 часа в неделю",
    results="проведено 4 урока",
    link="https://school.example/case",
)
MENTEE_SIDE = PoolSide(joined_on=date(2026, 9, 2), needs=("дисциплина",), reason="новый класс")


@pytest.fixture
def programme(services):
    """A mentor with two teachers, a student in the pool without a pair; answers their ids."""
    mentor = make_person(
        services,
        "Крутикова",
        phone="+79000000001",
        email="k@school.example",
        mentor_side=MENTOR_SIDE,
    )
    first = make_person(services, "Ёлкина", birth_year=1999, mentee_side=MENTEE_SIDE)
    second = make_mentee(services)
    student = make_student(services, phone="+79000000002", mentee_side=MENTEE_SIDE)
    make_pairing(services, mentor, first, second)
    return mentor, first, second, student


def content(services, kind, **request):
    return services.registers.content(RegisterRequest(kind, YEAR, **request))


def shown(services, kind, **request):
    """Cells of all rows by the code of their column."""
    found = content(services, kind, **request)
    return [{column.code: column.value(row) for column in found.columns} for row in found.rows]


def test_a_group_is_one_row_of_the_mentor(services, programme):
    (row,) = shown(services, RegisterKind.MENTORS)

    assert row == {
        "number": 1,
        "name": "Крутикова Анна Петровна",
        "contacts": "+79000000001\nk@school.example",
        "place": "МБОУ «СОШ № 17», учитель физики",
        "strengths": "методика; наставничество",
        "achievements": "Победитель конкурса",
        "interests": "туризм",
        "desired_age": "до 30 лет",
        "time": "2 часа в неделю",
        "joined_on": TODAY,
        "partners": "Ёлкина Анна Петровна;\nПетров Иван Ильич",
        "form": "педагог – педагог",
        "partner_place": "МБОУ «СОШ № 17», учитель физики",
        "ends_on": date(2027, 5, 28),
        "results": "проведено 4 урока",
        "link": "https://school.example/case",
    }


def test_each_mentee_has_a_row_and_so_has_who_waits_for_a_mentor(services, programme):
    rows = shown(services, RegisterKind.MENTEES)

    assert [row["name"] for row in rows] == [
        "Ёлкина Анна Петровна",
        "Петров Иван Ильич",
        "Соколов Лев Ильич",
    ]
    assert rows[0]["birth_year"] == 1999
    assert rows[0]["needs"] == "дисциплина; новый класс"
    assert rows[0]["partners"] == "Крутикова Анна Петровна"
    waiting = rows[2]
    assert (waiting["partners"], waiting["form"], waiting["joined_on"]) == (
        "",
        "",
        date(2026, 9, 2),
    )
    assert waiting["contacts"] == "+79000000002\nСоколова Инна Львовна, мать\n+79000000003"


def test_columns_are_those_of_the_form():
    assert [len(columns_of(kind)) for kind in RegisterKind] == [16, 13]
    assert columns_of(RegisterKind.MENTEES)[2].title == (
        "Контактные данные для связи (данные представителя)"
    )


def test_a_finished_programme_is_marked_with_its_day(services):
    pairing = make_pairing(services)
    services.pairings.finish([pairing], date(2026, 12, 25), EndKind.COMPLETED)

    (row,) = shown(services, RegisterKind.MENTEES)
    assert (row["ends_on"], row["completion"]) == (date(2026, 12, 25), "пройдена")


def test_who_left_a_group_early_has_own_days(services):
    mentor, first, second = (
        make_mentor(services),
        make_mentee(services),
        make_mentee(services, "Лис"),
    )
    draft = pairing_draft(
        mentor,
        members=(MemberDraft(first), MemberDraft(second, date(2026, 10, 1), date(2026, 11, 2))),
    )
    services.pairings.save(replace(draft, kind=PairingKind.GROUP))

    rows = {row["name"]: row for row in shown(services, RegisterKind.MENTEES)}
    assert rows["Лис Иван Ильич"]["joined_on"] == date(2026, 10, 1)
    assert rows["Лис Иван Ильич"]["ends_on"] == date(2026, 11, 2)
    assert rows["Лис Иван Ильич"]["completion"] == "прекращена досрочно"
    assert rows["Петров Иван Ильич"]["completion"] == ""


def test_only_those_who_agreed_are_named_in_public(services, programme):
    mentor = programme[0]
    consent(services, mentor, kind=ConsentKind.PUBLICATION)

    (of_mentor,) = shown(services, RegisterKind.MENTORS, is_public=True)
    assert of_mentor["name"] == "Крутикова Анна Петровна"
    assert of_mentor["partners"] == "–;\n–"
    assert of_mentor["partner_place"] == ""
    assert "contacts" not in of_mentor
    of_mentees = shown(services, RegisterKind.MENTEES, is_public=True)
    assert {row["name"] for row in of_mentees} == {"–"}
    assert {"contacts", "birth_year", "needs"} & set(of_mentees[0]) == set()
    assert of_mentees[0]["partners"] in {"", "Крутикова Анна Петровна"}


def test_a_minor_is_named_when_the_parent_agreed(services):
    student = make_student(services, mentee_side=MENTEE_SIDE)
    consent(services, student, kind=ConsentKind.PUBLICATION)

    assert shown(services, RegisterKind.MENTEES, is_public=True)[0]["name"] == "Соколов Лев Ильич"


def test_a_withdrawn_consent_names_nobody(services, programme):
    mentor = programme[0]
    consent(services, mentor, kind=ConsentKind.PUBLICATION)
    signed = next(
        one for one in services.consents.of_person(mentor) if one.kind is ConsentKind.PUBLICATION
    )
    services.consents.withdraw(signed.consent_id, TODAY)

    assert shown(services, RegisterKind.MENTORS, is_public=True)[0]["name"] == "–"


def test_the_public_version_holds_nothing_personal_in_any_column(services, programme):
    for kind in RegisterKind:
        text = str(content(services, kind, is_public=True).rows)
        for secret in ("+79000000001", "k@school", "Соколов", "дисциплина", "новый класс", "1999"):
            assert secret not in text


def test_columns_can_be_chosen_but_personal_ones_are_never_public(services, programme):
    chosen = ("name", "contacts", "form")

    assert [c.code for c in content(services, RegisterKind.MENTORS, columns=chosen).columns] == [
        *chosen
    ]
    public = content(services, RegisterKind.MENTORS, columns=chosen, is_public=True)
    assert [column.code for column in public.columns] == ["name", "form"]
    with pytest.raises(RuleViolation, match="нет графы «shoe_size»"):
        content(services, RegisterKind.MENTORS, columns=("shoe_size",))
    with pytest.raises(RuleViolation, match="хотя бы одну графу"):
        content(services, RegisterKind.MENTORS, columns=("contacts",), is_public=True)


def test_the_number_of_queries_does_not_depend_on_the_people(services, base, programme):
    with counted_queries(base) as few:
        content(services, RegisterKind.MENTORS)
    for number in range(12):
        make_pairing(
            services,
            make_mentor(services, f"Наставник{'абвгдежзиклм'[number]}"),
            make_mentee(services, f"Ученик{'абвгдежзиклм'[number]}"),
        )
    with counted_queries(base) as many:
        assert len(content(services, RegisterKind.MENTORS).rows) == 13

    assert len(many) == len(few)


@contextmanager
def counted_queries(base):
    statements = []

    def remember(_connection, _cursor, statement, *_):
        statements.append(statement)

    event.listen(base.engine, "before_cursor_execute", remember)
    try:
        yield statements
    finally:
        event.remove(base.engine, "before_cursor_execute", remember)


def test_both_bases_are_written_in_three_formats_and_for_publication(services, programme, tmp_path):
    written = services.registers.export_all(YEAR, tmp_path / "базы")

    assert len(written) == 12
    assert all(one.path.stat().st_size > 1000 for one in written)
    counts = {(one.kind, one.is_public): one.rows_count for one in written}
    assert counts[RegisterKind.MENTEES, False] == counts[RegisterKind.MENTEES, True] == 3
    assert sorted(path.name for path in (tmp_path / "базы").glob("*.pdf")) == [
        "База наставляемых 2026-2027 (для публикации).pdf",
        "База наставляемых 2026-2027.pdf",
        "База наставников 2026-2027 (для публикации).pdf",
        "База наставников 2026-2027.pdf",
    ]


def test_the_paper_lies_across_and_repeats_its_heading(services, programme):
    for number in range(30):
        make_mentee(services, "Ученик" + "абвгдежзийклмнопрстуфхцчшщъыьэюя"[number])
    ids = [row.person_id for row in services.people.rows(YEAR) if "Ученик" in row.name.last_name]
    services.people.set_pool(ids, "mentee", YEAR, is_in=True)
    pdf = services.registers.render(RegisterRequest(RegisterKind.MENTEES, YEAR), "pdf")

    pages = pdf_pages(pdf)
    assert set(pdf_page_sizes(pdf)) == {(297, 210)}
    assert len(pages) > 1
    assert all("Основной запрос" in page for page in pages)
    assert "Всего: 33 человека." in pages[-1]


def test_the_document_of_word_repeats_its_heading_too(services, programme):
    content = services.registers.render(RegisterRequest(RegisterKind.MENTORS, YEAR), "docx")

    (table,) = opened_docx(content).tables
    assert "tblHeader" in table.rows[0]._tr.xml
    assert [cell.text for cell in table.rows[0].cells][:3] == [
        "№ п/п",
        "ФИО наставника",
        "Контактные данные для связи",
    ]


def test_days_and_numbers_stay_such_in_a_workbook(services, programme):
    content = services.registers.render(RegisterRequest(RegisterKind.MENTEES, YEAR), "xlsx")

    sheet = opened_xlsx(content)["База наставляемых"]
    cells = {cell.value for row in sheet.iter_rows() for cell in row}
    assert 1999 in cells
    assert any(getattr(value, "date", lambda: None)() == TODAY for value in cells)
    assert sheet.page_setup.orientation == "landscape"


def test_the_program_reads_its_own_base_of_mentees(services, programme, tmp_path):
    path = tmp_path / "База наставляемых.xlsx"
    services.registers.export(RegisterRequest(RegisterKind.MENTEES, YEAR), path)

    reading = read_file(path)
    assert reading.kind.value == "mentees"
    assert [
        (row.last_name, row.birth_year, row.requests, row.start, row.form) for row in reading.rows
    ] == [
        ("Ёлкина", 1999, ("дисциплина", "новый класс"), TODAY, "педагог – педагог"),
        ("Петров", None, (), TODAY, "педагог – педагог"),
        ("Соколов", 2012, ("дисциплина", "новый класс"), date(2026, 9, 2), ""),
    ]
    assert [problem.code for problem in reading.problems] == []
