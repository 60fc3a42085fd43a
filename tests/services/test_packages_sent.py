"""«Отправить в управление»: the file, what it says, the copies at home, the answer."""

from dataclasses import replace

import pytest

from nastavnik_desktop.domain.consolidation.package import Verdict
from nastavnik_desktop.domain.consolidation.schools import SchoolKind
from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable, UnreadableFile
from nastavnik_desktop.exchange.package_file import read_package
from nastavnik_desktop.services.statistics_forms import FORM_CODES
from tests.domain.statistics_school import AS_OF, figures_by_hand
from tests.services.packages_of_schools import PASSWORD, school_services, send


@pytest.fixture
def school(tmp_path):
    services = school_services(tmp_path, 17, inn="7700000017")
    yield services
    services.close()


def test_a_draft_begins_with_what_is_known(school):
    draft = school.exchange.packages.new_draft(AS_OF)
    assert draft.forms == FORM_CODES
    assert (draft.kind, draft.recipient) == (SchoolKind.SECONDARY, "Управление образования")
    assert draft.mentoring_model
    assert not draft.with_people


def test_a_package_carries_the_figures_counted_by_hand_and_nobody(school, tmp_path):
    path = send(school, tmp_path / "17.posylka")
    package = read_package(path.read_bytes())
    (report,) = [form for form in package.forms if form.form.code == "participants"]
    assert {key: cell.value for key, cell in report.cells.items()} == figures_by_hand()
    assert (package.school.name, package.school.inn) == ("МБОУ «СОШ № 17»", "7700000017")
    assert (package.people, package.team) == ((), ())
    assert sum(line.pairings for line in package.models) == report.cells["11", 3].value + (
        report.cells["11", 4].value
    )


def test_with_people_everybody_who_is_here_goes_behind_the_password(school, tmp_path):
    path = send(school, tmp_path / "17.posylka", people=True)
    package = read_package(path.read_bytes(), PASSWORD)
    assert len(package.people) > 20
    mentors = {one.name.full for one in package.people if "mentor" in one.roles}
    report = school.statistics.report("participants", AS_OF)
    counted = {report.titles[cell.counts][key] for cell in [report.cells["11", 5]]
               for key in cell.ids}  # fmt: skip
    assert mentors == counted


def test_what_was_sent_is_kept_at_home_with_its_names(school, tmp_path):
    send(school, tmp_path / "17.posylka", recipient="Западное управление", forms=("pupils",))
    (row,) = school.frozen_reports.rows("pupils")
    assert (row.as_of, row.recipient) == (AS_OF, "Западное управление")
    assert school.frozen_reports.report(row.report_id).cells["01", 5].ids
    again = school.exchange.packages.new_draft(AS_OF)
    assert again.recipient == "Западное управление"


def test_a_file_that_cannot_be_written_leaves_no_trace(school, tmp_path):
    with pytest.raises(StorageUnavailable):
        send(school, tmp_path / "нет" / "17.posylka")
    assert school.exchange.packages.rows() == []
    assert school.frozen_reports.rows() == []


def test_a_school_without_a_name_cannot_send(new_services, tmp_path):
    service = new_services.exchange.packages
    with pytest.raises(RuleViolation, match="название школы"):
        service.prepare(service.new_draft(AS_OF))


def test_people_cannot_slip_out_without_a_password(school, tmp_path):
    service = school.exchange.packages
    draft = replace(
        service.new_draft(AS_OF), with_people=True, password=PASSWORD, password_again=PASSWORD
    )
    prepared = service.prepare(draft)
    bare = replace(draft, with_people=False, password="", password_again="")
    with pytest.raises(RuleViolation, match="только с паролем"):
        service.send(bare, prepared, tmp_path / "17.posylka")
    assert not (tmp_path / "17.posylka").exists()


def test_the_sending_is_one_step_back(school, tmp_path):
    send(school, tmp_path / "17.posylka")
    school.history.undo()
    assert (school.exchange.packages.rows(), school.frozen_reports.rows()) == ([], [])


def test_another_file_is_no_answer(school, tmp_path):
    path = send(school, tmp_path / "17.posylka")
    with pytest.raises(UnreadableFile, match="не замечания"):
        school.exchange.packages.read_remarks(path)
    with pytest.raises(UnreadableFile, match="не открывается"):
        school.exchange.packages.read_remarks(tmp_path / "нет.zamechaniya")
    assert school.exchange.packages.rows()[0].verdict is Verdict.WAITING
