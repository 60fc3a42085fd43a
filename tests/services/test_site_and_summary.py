"""The summary on one page and the section of the site, which tells of nobody unasked."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pikepdf
import pytest
from docx import Document
from openpyxl import load_workbook

from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.documents.preview import page_count, page_texts
from nastavnik_desktop.documents.summary import SummaryFacts, summary_document
from nastavnik_desktop.documents.tree import BarChart, TrendChart
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.local_acts import ActKind, LocalAct
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.overview import FIGURES, YearOf
from nastavnik_desktop.services.files import render
from tests.domain.statistics_school import AS_OF, EXTERNAL, PEOPLE, SCHOOL, figures_by_hand
from tests.factory import make_school
from tests.services.statistics_base import write_facts

MENTOR = next(person for person in PEOPLE if person.person_id == 1)


@pytest.fixture
def services(base):
    write_facts(base, SCHOOL, external=EXTERNAL)
    made = Services(base)
    make_school(made, site="school17.example", fixed_today=AS_OF)
    return made


def agree(services, *person_ids):
    services.consents.record(person_ids, date(2026, 9, 1), ConsentKind.PUBLICATION)


def page_of(services):
    return services.sites.files(AS_OF)["index.html"].decode()


def everything(files):
    """All bytes of all files, those that are packed unpacked."""
    for content in files.values():
        yield content
        if content[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield from map(archive.read, archive.namelist())
        elif content[:4] == b"%PDF":
            yield from (text.encode() for text in page_texts(content))


# The overview


def test_the_figures_are_those_counted_by_hand(services):
    seen, by_hand = services.summaries.overview(AS_OF), figures_by_hand()
    total = {column: by_hand["11", column] for column in range(3, 18)}
    expected = {
        "pairs": total[3], "groups": total[4], "mentors": total[5], "mentees": total[10],
        "early_career": total[12], "completed": total[16], "left_early": total[17],
    }  # fmt: skip
    assert {name: seen.figure(name) for name in expected} == expected
    assert dict(seen.mentors_by_kind) == {
        "педагоги": total[6], "обучающиеся": total[7], "студенты": total[8],
        "представители организаций": total[9],
    }  # fmt: skip
    assert sum(count for _, count, _ in seen.by_form) == total[3] + total[4]
    assert set(dict(seen.figures)) == {words for words, _ in FIGURES.values()}


def test_shares_and_years_come_from_the_base(services):
    seen = services.summaries.overview(AS_OF)
    educators = services.statistics.report("educators", AS_OF)
    assert seen.educators == educators.cells["08", 3].figure
    assert seen.educators_taking_part == educators.cells["08", 6].figure
    assert seen.share_of_educators == pytest.approx(float(educators.cells["08", 7].exact))
    assert seen.years[-1].year == SchoolYear(2026)
    assert (seen.years[-1].mentors, seen.years[-1].mentees) == (
        seen.figure("mentors"),
        seen.figure("mentees"),
    )
    for one in seen.years[:-1]:
        report = services.statistics.report("participants", one.day)
        assert one.mentees == report.cells["11", 10].figure


def test_a_date_before_everything_has_nothing_to_tell(services):
    seen = services.summaries.overview(date(2001, 2, 28))
    assert seen.is_empty
    (text,) = page_texts(services.summaries.render(date(2001, 2, 28), "pdf"))
    assert "пар и групп в изданных приказах нет" in text


# The summary


def test_the_summary_is_one_page_in_every_format(services):
    pdf = services.summaries.render(AS_OF, "pdf")
    (text,) = page_texts(pdf)
    assert "СПРАВКА" in text
    assert "12 декабря 2026" in text.replace("\u00a0", " ")
    document = Document(io.BytesIO(services.summaries.render(AS_OF, "docx")))
    assert len(document.inline_shapes) >= 2
    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert all(": " in words for words in told)
    sheet = load_workbook(io.BytesIO(services.summaries.render(AS_OF, "xlsx"))).active
    values = [cell.value for row in sheet.iter_rows() for cell in row]
    assert figures_by_hand()["11", 10] in values


def test_however_many_forms_and_years_it_stays_one_page(services):
    seen = services.summaries.overview(AS_OF)
    title = "форма наставничества номер {} с длинным названием"
    forms = tuple((title.format(at), at, at) for at in range(1, 11))
    years = tuple(
        YearOf(SchoolYear(2022 + at), date(2022 + at, 12, 12), at, at, 2 * at) for at in range(5)
    )
    for count in (1, 5, 6, 10):
        facts = SummaryFacts(
            "Муниципальное бюджетное общеобразовательное учреждение «Школа № 17»",
            replace(seen, by_form=forms[:count], years=years),
            "заместитель директора по учебно-воспитательной работе",
            "Ларионова Людмила Львовна",
        )
        document = summary_document(facts)
        kinds = [type(block) for block in document.blocks]
        assert (kinds.count(BarChart), kinds.count(TrendChart)) == (2, 1)
        assert page_count(render(document, "pdf")) == 1, count


# The site


def test_the_page_is_plain_sound_and_fetches_nothing(services):
    page = page_of(services)
    root = ElementTree.fromstring(page.split("\n", 1)[1].replace("<br>", "<br/>").replace(
        '<meta charset="utf-8">', "").replace(
        '<meta name="viewport" content="width=device-width, initial-scale=1">', ""))  # fmt: skip
    assert root.get("lang") == "ru"
    assert re.findall(r"https?:|//|src=|<script|<link|@import|url\(|<iframe", page) == []
    for table in root.iter("table"):
        assert table.find("caption").text
        assert all(head.get("scope") for head in table.iter("th"))
    for drawing in root.iter("svg"):
        assert drawing.get("role") == "img"
        ids = drawing.get("aria-labelledby").split()
        assert [one.get("id") for one in drawing if one.get("id")] == ids
    assert next(one.tag for one in root.iter() if re.fullmatch("h[1-6]", one.tag)) == "h1"
    assert len(list(root.iter("h1"))) == 1


def test_every_link_of_the_page_leads_to_a_file_beside_it_or_to_the_same_site(services):
    link = "https://school17.example/docs/6.pdf"
    other = "https://cloud.example/7.pdf"
    services.local_acts.save(LocalAct(ActKind.REGULATION, "6", date(2026, 9, 1), "", link))
    services.local_acts.save(LocalAct(ActKind.PROGRAM, "7", date(2026, 9, 1), "", other))
    files = services.sites.files(AS_OF)
    page = files["index.html"].decode()
    links = re.findall(r'href="([^"]*)"', page)
    assert {"#content", "/docs/6.pdf"} < set(links)
    beside = {one for one in links if not one.startswith(("#", "/"))}
    assert beside == files.keys() - {"index.html"}
    assert "cloud" not in page
    assert "№\u00a07 от 01.09.2026" in page


def test_nobody_is_named_without_a_consent(services):
    files = services.sites.files(AS_OF)
    for content in everything(files):
        for person in PEOPLE:
            assert person.name.last_name.encode() not in content, person.name.full


def test_who_agreed_is_named_with_the_post_and_nothing_else(services):
    agree(services, MENTOR.person_id)
    page = page_of(services)
    assert MENTOR.name.full in page
    assert page.count("<caption>Наставники школы</caption>") == 1
    others = [person for person in PEOPLE if person is not MENTOR]
    assert [one.name.full for one in others if one.name.full in page] == []


def test_a_withdrawn_consent_takes_the_name_away(services):
    agree(services, MENTOR.person_id)
    (consent,) = [
        one for one in services.consents.of_person(MENTOR.person_id)
        if one.kind is ConsentKind.PUBLICATION
    ]  # fmt: skip
    services.consents.withdraw(consent.consent_id, date(2026, 10, 1))
    assert MENTOR.name.full not in page_of(services)


@pytest.mark.parametrize("spelling", ["full", "short", "signature"])
def test_a_name_in_a_document_stops_everything(services, tmp_path, spelling):
    title = f"Программа: {getattr(MENTOR.name, spelling)}"
    services.local_acts.save(LocalAct(ActKind.PROGRAM, "5", None, title))
    with pytest.raises(RuleViolation, match=r"index\.html: имя") as refused:
        services.sites.write(tmp_path / "сайт", AS_OF)
    assert MENTOR.name.short in refused.value.message
    assert not (tmp_path / "сайт").exists()
    agree(services, MENTOR.person_id)
    services.sites.write(tmp_path / "сайт", AS_OF)


def test_phones_and_birth_dates_stop_everything_even_with_a_consent(services):
    agree(services, MENTOR.person_id)
    draft = services.people.draft(MENTOR.person_id, SchoolYear(2026))
    day = date(1970, 3, 8)
    services.people.save(
        replace(draft, phone="8 (000) 765-43-21", birth_date=day, birth_year=None),
        SchoolYear(2026),
    )
    for title, words in (("тел. +7 000 765 43 21", "телефон"), ("р. 8 марта 1970 г.", "дата рож")):
        saved = services.local_acts.save(LocalAct(ActKind.OTHER, "9", None, title))
        with pytest.raises(RuleViolation, match=words):
            services.sites.files(AS_OF)
        services.local_acts.delete(saved.record_id)
    services.sites.files(AS_OF)


def test_properties_of_files_are_searched_too(services):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "nastavnik_desktop.services.sites.summary_document",
            lambda facts: replace(summary_document(facts), author=MENTOR.name.short),
        )
        with pytest.raises(RuleViolation, match=r"svedeniya\.pdf: имя"):
            services.sites.files(AS_OF)


def test_files_have_the_school_for_author_and_no_traces(services):
    files = services.sites.files(AS_OF)
    with pikepdf.open(io.BytesIO(files["dokumenty/svedeniya.pdf"])) as pdf:
        assert "Школа" in str(pdf.docinfo["/Author"]) or "СОШ" in str(pdf.docinfo["/Author"])
    properties = Document(io.BytesIO(files["dokumenty/svedeniya.docx"])).core_properties
    assert properties.last_modified_by == "Наставник"
    assert properties.comments == ""


def test_the_school_may_bear_somebodys_name(services):
    school = services.school.get()
    named = f"Школа № 17 имени {MENTOR.name.last_name}"
    services.school.save(replace(school, full_name=named))
    assert named in page_of(services)


def test_the_coordinator_is_named_only_as_a_person_who_agreed(services):
    school = services.school.get()
    services.school.save(replace(school, coordinator_name=MENTOR.name.full))
    assert MENTOR.name.full not in page_of(services)
    agree(services, MENTOR.person_id)
    assert "Куратор программы" in page_of(services)


def test_the_section_is_written_whole(services, tmp_path):
    folder = tmp_path / "сайт" / "наставничество"
    written = services.sites.write(folder, AS_OF)
    there = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}
    assert there == set(written.files)
    assert (written.named, written.unnamed) == (0, figures_by_hand()["11", 5])
    assert "согласия на публикацию нет" in written.saved.message
