"""Deletion of personal data on demand: base, journal and file hold nothing more; papers stay."""

import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from db.forgetting import copies_holding
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairings import EndKind
from nastavnik_desktop.domain.people import Mark, MarkKind, PoolSide
from tests.documents.readers import pdf_pages
from tests.factory import (
    TODAY,
    YEAR,
    consent,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    make_person,
    make_student,
    order_draft,
)

SECRETS = ("Забытов", "+79990001122", "особая заметка", "Подольская")


@pytest.fixture
def student(services):
    """A student of whom the base holds something everywhere; answers the id."""
    person = make_student(
        services,
        "Забытов",
        phone="+79990001122",
        notes="особая заметка",
        address="Подольская, 5",
        mentee_side=PoolSide(joined_on=TODAY, needs=("особая заметка",)),
        marks=(Mark(MarkKind.HARDSHIP),),
    )
    consent(services, person, kind=ConsentKind.PROCESSING)
    return person


def stored(base):
    """All text of the base and of its journal, JSON told plainly."""
    found = []
    with base.reading() as session:
        connection = session.connection()
        tables = ("people", "employments", "enrollments", "pool_entries", "marks", "consents")
        for table in (*tables, "pairings", "journal_changes", "journal_steps"):
            found += [str(row) for row in connection.execute(text(f"SELECT * FROM {table}"))]
    return "\n".join(found).encode().decode("unicode_escape", "ignore") + "\n".join(found)


def names(services):
    rows = [*services.people.rows(YEAR), *services.people.rows(YEAR, archived=True)]
    return sorted(row.name.last_name for row in rows)


def test_nothing_of_a_person_is_left(services, base, student):
    services.people.archive([student])
    services.people.unarchive([student])
    assert all(secret in stored(base) for secret in SECRETS)
    told = services.forgetting.forget(student)

    assert [secret for secret in SECRETS if secret in stored(base)] == []
    assert names(services) == []
    assert told.message == "Персональные данные удалены из базы и из журнала"
    assert services.bases.check() == []


def test_nothing_is_left_in_the_pages_of_the_file(services, base, student):
    make_person(services, "Ёлкина")
    services.forgetting.forget(student)
    if base.location.path is None:
        assert services.forgetting.preview(1 + student).copies_note.startswith("Базу на сервере")
        return
    with base.set_aside() as path:
        content = path.read_bytes()

    assert "Ёлкина".encode() in content
    for secret in SECRETS:
        assert secret.encode() not in content
        assert json.dumps(secret).strip('"').encode() not in content


def test_others_are_left_in_peace(services, base, student):
    other = make_student(services, "Соколов", phone="+79000000009")
    before = services.people.details(other, YEAR)
    services.forgetting.forget(student)

    assert services.people.details(other, YEAR) == before
    assert len(services.history.of("person", other)) == 1


def test_it_cannot_be_undone_and_neither_can_earlier_steps(services, student):
    services.forgetting.forget(student)

    assert "удалены по требованию" in services.history.state().refusal or (
        services.history.state().refusal == "Удаление персональных данных отменить нельзя."
    )
    with pytest.raises(RuleViolation):
        services.history.undo()


def test_a_draft_of_an_order_must_be_seen_to_first(services, base):
    mentor = make_mentor(services, "Забытова")
    pairing = make_pairing(services, mentor, make_mentee(services))
    services.orders.save_draft(order_draft(services, pairing))

    sentence = (
        "Забытова О. Н. стоит в проекте приказа № 1-од: сначала выпустите или удалите проект."
    )
    assert services.forgetting.preview(mentor).refusal.replace("\u00a0", " ") == sentence
    with pytest.raises(RuleViolation, match="сначала выпустите"):
        services.forgetting.forget(mentor)
    assert "Забытова" in names(services)


def test_issued_orders_keep_their_text_and_the_year_its_figures(services, base):
    mentor, mentee = make_mentor(services, "Забытова"), make_mentee(services)
    pairing = make_pairing(services, mentor, mentee)
    order = make_order(services, pairing)
    printed = {kind: services.orders.file(order, kind) for kind in ("pdf", "docx")}
    told = services.forgetting.forget(mentor)

    assert {kind: services.orders.file(order, kind) for kind in printed} == printed
    assert "Забытов" in " ".join(pdf_pages(printed["pdf"]))
    assert told.orders == ("Приказ №\u00a01-од от 08.09.2026",)
    (row,) = services.pairings.rows(YEAR)
    assert (row.mentor.name.full, row.end_kind, row.ended_on) == (
        "Данные удалены",
        EndKind.EARLY,
        TODAY,
    )
    assert "Забытов" not in stored(base)
    assert services.bases.check() == []


def test_a_pair_without_an_order_goes_with_the_person(services, student):
    make_pairing(services, make_mentor(services), student)
    preview = services.forgetting.preview(student)
    services.forgetting.forget(student)

    assert (len(preview.deleted_pairings), preview.kept_pairings) == (1, ())
    assert services.pairings.rows(YEAR) == []


def test_a_group_goes_on_without_the_person(services, student):
    other = make_student(services, "Соколов")
    make_pairing(services, make_mentor(services), student, other, note="Забытов опаздывает")
    services.forgetting.forget(student)

    (row,) = services.pairings.rows(YEAR)
    assert [mentee.name.last_name for mentee in row.mentees] == ["Данные удалены", "Соколов"]
    assert (row.ended_on, row.note) == (None, "")


def test_the_card_that_was_merged_into_this_one_is_forgotten_too(services, base, student):
    double = make_student(services, "Забытов", email="taina@school.example")
    services.duplicates.merge(services.duplicates.preview(student, double).choosing(()))
    services.forgetting.forget(student)

    assert "taina" not in stored(base)
    assert "Забытов" not in stored(base)


def test_an_order_that_was_taken_back_is_cleared_from_the_journal(services, base):
    mentor = make_mentor(services, "Забытова")
    pairing = make_pairing(services, mentor, make_mentee(services))
    make_order(services, pairing)
    services.history.undo()
    services.forgetting.forget(mentor)

    assert "Забытов" not in stored(base)


def test_backups_that_hold_the_data_are_listed(services, base, student):
    services.bases.back_up()
    holding = [copy.path for copy in services.bases.backups()]
    told = services.forgetting.forget(student)

    assert list(told.copies) == holding
    if base.is_sqlite:
        assert told.message.endswith("в резервных копиях данные ещё есть: 1")
    else:
        assert "из его копий" in told.copies_note


def test_a_copy_made_afterwards_holds_nothing(services, base, student, tmp_path):
    services.forgetting.forget(student)
    copy = tmp_path / "копия.nastavnik"
    services.bases.dump(copy)

    assert copies_holding(FullName("Забытов", "Лев", "Ильич"), [copy]) == []
    assert copies_holding(FullName("Забытов"), [tmp_path / "нет.nastavnik"]) != []


def test_an_open_card_of_the_person_is_removed(services, student):
    services.unsaved_cards.keep(services.people.draft(student, YEAR), YEAR)
    services.forgetting.forget(student)

    assert services.unsaved_cards.pending_drafts() == []


def test_who_is_gone_already_is_said(services, student):
    services.forgetting.forget(student)
    with pytest.raises(RuleViolation, match="больше нет в базе"):
        services.forgetting.preview(student)


def test_an_ended_pair_keeps_its_end(services):
    mentor = make_mentor(services, "Забытова")
    pairing = make_pairing(services, mentor, make_mentee(services))
    services.pairings.finish([pairing], date(2026, 12, 25), EndKind.COMPLETED)
    services.forgetting.forget(mentor)

    (row,) = services.pairings.rows(YEAR)
    assert (row.end_kind, row.ended_on) == (EndKind.COMPLETED, date(2026, 12, 25))


def test_sent_reports_that_keep_the_name_are_told(services):
    mentor, mentee, other = make_mentor(services), make_mentee(services), make_person(services)
    make_order(services, make_pairing(services, mentor, mentee))
    for recipient in ("Управление", "Министерство"):
        draft = replace(
            services.frozen_reports.new_draft("participants", TODAY), recipient=recipient
        )
        services.frozen_reports.freeze("participants", TODAY, draft)
    services.frozen_reports.freeze("pupils", TODAY, draft)
    preview = services.forgetting.preview(mentee)
    assert [report.recipient for report in preview.sent_reports] == ["Министерство", "Управление"]
    assert {report.form_code for report in preview.sent_reports} == {"participants"}
    assert services.forgetting.preview(other).sent_reports == ()
    told = services.forgetting.forget(mentee)
    assert "отправленные отчёты сохранили имена за числами" in told.message
    copy = services.frozen_reports.report(preview.sent_reports[0].report_id)
    assert mentee in copy.cells["11", 10].ids
