"""Three consents of every participant: what is missing, the set to print, dates, scans."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from docx import Document

from nastavnik_desktop.domain.consent_lines import ConsentState
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.services.attachments import LARGEST_BYTES
from tests.documents.readers import pdf_pages
from tests.factory import (
    CONSENTED_ON,
    TODAY,
    YEAR,
    consent,
    make_mentee,
    make_mentor,
    make_pairing,
    make_person,
    make_school,
    make_student,
)

HELD, MISSING, FREE = ConsentState.HELD, ConsentState.MISSING, ConsentState.NOT_NEEDED
PUBLICATION = ConsentKind.PUBLICATION


def states(services):
    """The three states of every participant, by last name."""
    return {
        line.name.last_name: [status.state for status in line.statuses]
        for line in services.consents.lines(YEAR)
    }


def test_everybody_of_the_pools_and_pairs_is_listed_with_three_consents(services):
    make_pairing(services)
    student = make_student(services)
    services.people.set_pool([student], "mentee", YEAR, is_in=True)
    make_person(services, "Посторонняя")
    assert states(services) == {
        "Крутикова": [HELD, FREE, MISSING],
        "Петров": [HELD, FREE, MISSING],
        "Соколов": [MISSING, MISSING, MISSING],
    }
    roles = {line.name.last_name: line.role for line in services.consents.lines(YEAR)}
    assert roles == {"Крутикова": "наставник", "Петров": "наставляемый", "Соколов": "наставляемый"}


def test_who_left_or_is_in_the_archive_is_not_listed(services):
    mentor, mentee = make_mentor(services), make_mentee(services)
    for person_id in (mentor, mentee):
        services.people.set_pool([person_id], "mentor", YEAR, is_in=True)
    services.people.archive([mentor])
    services.people.set_pool([mentee], "mentor", YEAR, is_in=False)
    assert states(services) == {}


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"until_on": TODAY}, ConsentState.HELD),
        ({"until_on": TODAY - timedelta(1)}, ConsentState.EXPIRED),
        ({"withdrawn_on": TODAY}, ConsentState.WITHDRAWN),
        ({"signed_on": TODAY}, ConsentState.HELD),
    ],
)
def test_an_entered_consent_is_corrected(services, changes, state):
    mentor = make_mentor(services)
    services.people.set_pool([mentor], "mentor", YEAR, is_in=True)
    consent(services, mentor)
    (known,) = services.consents.of_person(mentor)
    services.consents.change(replace(known, **changes))
    assert states(services)["Крутикова"][0] is state
    services.history.undo()
    assert services.consents.of_person(mentor) == [known]


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"until_on": CONSENTED_ON - timedelta(1)}, "until_on"),
        ({"withdrawn_on": CONSENTED_ON - timedelta(1)}, "withdrawn_on"),
        ({"withdrawn_on": TODAY + timedelta(1)}, "withdrawn_on"),
        ({"signed_on": TODAY + timedelta(1)}, "signed_on"),
    ],
)
def test_dates_that_contradict_each_other_are_refused(services, changes, where):
    mentor = make_mentor(services)
    consent(services, mentor)
    (known,) = services.consents.of_person(mentor)
    with pytest.raises(RuleViolation) as refused:
        services.consents.change(replace(known, **changes))
    assert refused.value.field == where
    assert services.consents.of_person(mentor) == [known]


def test_consents_for_a_time_are_entered_with_their_end(services):
    mentor = make_mentor(services)
    services.consents.record([mentor], CONSENTED_ON, PUBLICATION, date(2027, 5, 31))
    assert services.consents.of_person(mentor)[0].until_on == date(2027, 5, 31)
    with pytest.raises(RuleViolation, match="раньше подписания"):
        services.consents.record([mentor], CONSENTED_ON, PUBLICATION, date(2026, 5, 31))


def words_of(content):
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    texts = [*(paragraph.text for paragraph in document.paragraphs), *cells]
    return [text.replace("\u00a0", " ") for text in texts if text]


def test_the_set_holds_what_each_person_lacks(services):
    make_pairing(services)
    student = make_student(services)
    services.people.set_pool([student], "mentee", YEAR, is_in=True)
    ids = [line.person_id for line in services.consents.lines(YEAR)]
    said = words_of(services.consents.missing_papers(ids, YEAR, "docx"))
    assert said.count("СОГЛАСИЕ") == 1 + 1 + 3
    assert services.consents.missing_papers(ids, YEAR, "pdf").startswith(b"%PDF")


def test_with_everything_signed_there_is_nothing_to_print(services):
    mentor = make_mentor(services)
    services.people.set_pool([mentor], "mentor", YEAR, is_in=True)
    for kind in ConsentKind:
        consent(services, mentor, kind=kind)
    with pytest.raises(RuleViolation, match="печатать нечего"):
        services.consents.missing_papers([mentor], YEAR, "pdf")


@pytest.mark.parametrize("kind", ConsentKind)
@pytest.mark.parametrize("make", [make_person, make_student])
def test_every_paper_fits_one_page(services, kind, make):
    make_school(
        services, inn="0000000017", ogrn="1000000000017", address="г. Заречный, ул. Мира, 5"
    )
    paper = services.consents.paper([make(services)], YEAR, "pdf", [kind])
    assert len(pdf_pages(paper)) == 1


def test_the_paper_on_data_says_all_that_the_law_asks(services):
    make_school(services, inn="0000000017", address="г. Заречный, ул. Мира, 5")
    student = make_student(services)
    said = " ".join(
        words_of(services.consents.paper([student], YEAR, "docx", [ConsentKind.PROCESSING]))
    )
    for part in (
        "паспорт", "адресу", "законный представитель", "на основании", "документ ребенка",
        "общеобразовательное учреждение «Школа № 17», адрес: г. Заречный",
        "ИНН 0000000017", "Цель обработки", "Перечень персональных данных",
        "моего ребенка", "Действия с персональными данными", "Поручение обработки другим лицам",
        "Согласие действует со дня подписания", "может быть отозвано", "(подпись)", "(дата)",
    ):  # fmt: skip
        assert part in said


def test_the_paper_on_publication_lets_choose_what_is_published(services):
    teacher = make_person(services)
    said = words_of(services.consents.paper([teacher], YEAR, "docx", [PUBLICATION]))
    joined = " ".join(said)
    assert "Условия и запреты" in said
    assert "должность, место работы (учебы)" in said
    assert "статьей 10.1" in joined
    assert "моего ребенка" not in joined


@pytest.fixture
def signed(services):
    """A consent that is entered."""
    mentor = make_mentor(services)
    consent(services, mentor)
    (known,) = services.consents.of_person(mentor)
    return known


def test_a_scan_is_attached_replaced_and_taken_away(services, signed, tmp_path):
    for name, content in (("первый.pdf", b"%PDF-1"), ("второй.JPG", b"\xff\xd8")):
        (tmp_path / name).write_bytes(content)
        services.consents.attach(signed.consent_id, tmp_path / name)
        (known,) = services.consents.of_person(signed.person_id)
        kept = services.consents.scan(known.scan_id)
        assert (known.scan_name, kept.file_name, kept.content) == (name, name, content)
    services.consents.detach(signed.consent_id)
    assert services.consents.of_person(signed.person_id) == [signed]
    services.history.undo()
    (known,) = services.consents.of_person(signed.person_id)
    assert services.consents.scan(known.scan_id).content == b"\xff\xd8"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("скан.exe", b"MZ", "Скан согласия – это файл PDF"),
        ("скан.pdf", b"", "Файл пустой"),
        ("скан.pdf", None, "проверьте, на месте ли он"),
        ("скан.pdf", b"0" * (LARGEST_BYTES + 1), "можно до 20\u00a0МБ"),
    ],
)
def test_what_is_no_scan_is_refused_in_words(services, signed, tmp_path, name, content, said):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableFile, match=said):
        services.consents.attach(signed.consent_id, tmp_path / name)
    assert services.consents.of_person(signed.person_id) == [signed]


def test_a_scan_that_is_gone_is_said_in_words(services):
    with pytest.raises(RuleViolation, match="больше нет в базе"):
        services.consents.scan(17)
