"""A blank that was sent is kept as it went out; what changed since is told with names."""

import re
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.filling.sent import told
from nastavnik_desktop.domain.statistics.frozen import FrozenDraft
from tests.blank_samples import SHEET, quarter_workbook
from tests.domain.statistics_school import AS_OF, EXTERNAL, SCHOOL
from tests.factory import DIRECTOR, make_school
from tests.services.statistics_base import write_facts

DRAFT = FrozenDraft("Управление образования", AS_OF, "директор", "по электронной почте")


@pytest.fixture
def services(base):
    write_facts(base, SCHOOL, external=EXTERNAL)
    made = Services(base)
    make_school(made)
    return made


@pytest.fixture
def opened(services, tmp_path):
    path = tmp_path / "Бланк IV квартал.xlsx"
    path.write_bytes(quarter_workbook())
    services.blanks.accept_proposals(services.blanks.open(path))
    return services.blanks.open(path)


def send(services, opened, draft=DRAFT):
    filled = services.blanks.fill(opened, AS_OF)
    return services.sent_blanks.send(opened.file, filled, draft).record_id


def test_the_file_itself_is_kept_with_its_date_and_addressee(services, opened, tmp_path):
    sent = send(services, opened)
    (row,) = services.sent_blanks.rows()
    assert row.row.caption == "Отправлено 12.12.2026: Управление образования (на 12.12.2026)"
    assert (row.row.signed_by, row.row.note) == ("директор", "по электронной почте")
    assert row.file_name == "Бланк IV квартал (заполнено).xlsx"
    written, kept = tmp_path / "записано.xlsx", tmp_path / "копия.xlsx"
    services.blanks.write(opened.file, services.blanks.fill(opened, AS_OF), written)
    services.sent_blanks.save_file(sent, kept)
    assert kept.read_bytes() == written.read_bytes()
    assert load_workbook(kept)[SHEET]["F9"].value


def test_later_changes_do_not_touch_the_copy_and_the_difference_has_names(
    services, opened, tmp_path
):
    sent = send(services, opened)
    assert services.sent_blanks.differences(sent) == ()
    pairing = next(
        one for one in services.pairings.rows(services.school.current_year())
        if one.order is not None and len(one.mentees) == 1 and one.ended_on is None
    )  # fmt: skip
    before = tmp_path / "до.xlsx"
    services.sent_blanks.save_file(sent, before)
    services.forgetting.forget(pairing.mentees[0].person_id)
    after = tmp_path / "после.xlsx"
    services.sent_blanks.save_file(sent, after)
    assert before.read_bytes() == after.read_bytes()
    found = services.sent_blanks.differences(sent)
    assert found
    lines = " ".join(told(one) for one in found)
    assert pairing.mentees[0].name.last_name in lines
    assert re.search(r"Сведения, [B-G]\d \(.+\): было .+, стало ", lines)


def test_the_next_sending_knows_the_last_addressee_and_who_signs(services, opened):
    assert services.sent_blanks.new_draft(AS_OF).signed_by == f"директор {DIRECTOR.short}"
    send(services, opened)
    assert services.sent_blanks.new_draft(AS_OF).recipient == "Управление образования"


def test_a_sending_without_an_addressee_is_refused(services, opened):
    with pytest.raises(RuleViolation, match="кому отправлен") as refusal:
        send(services, opened, replace(DRAFT, recipient=" "))
    assert refusal.value.field == "recipient"
    assert services.sent_blanks.rows() == []


def test_a_sending_can_be_undone(services, opened):
    send(services, opened)
    services.history.undo()
    assert services.sent_blanks.rows() == []
    services.history.redo()
    (row,) = services.sent_blanks.rows()
    assert services.sent_blanks.differences(row.row.report_id) == ()


def test_deletion_on_demand_tells_that_a_sent_blank_keeps_the_name(services, opened):
    send(services, opened)
    behind = next(
        key
        for cell in services.blanks.fill(opened, AS_OF).cells
        if cell.report is not None and cell.report.cells[cell.address].counts == "people"
        for key in cell.report.cells[cell.address].ids
    )
    (report,) = services.forgetting.preview(behind).sent_reports
    assert report.title == "Бланк IV квартал"
