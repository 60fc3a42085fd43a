"""Orders without a window: every kind is issued, amended, terminated, and its text printed."""

import shutil

import pytest

from tests.documents.readers import opened_docx, pdf_pages

DAY = "2026-12-14"
YEAR = "2026/27"


@pytest.fixture
def school(demo_base, tmp_path):
    """A training school of one's own."""
    return shutil.copy(demo_base, tmp_path / "school.nastavnik")


@pytest.fixture
def issue(run_here, school, tmp_path):
    """Runs a command that issues an order into the folder of the test."""

    def carry_out(command, what, number="300-од", *more, day=DAY):
        place = ("--base", school, "--year", YEAR, "--date", day)
        return run_here(
            command, what, *place, "--number", number, "--out", tmp_path / "orders", *more
        )

    return carry_out


def test_an_order_has_the_ready_pairs_and_names_the_others(issue, tmp_path):
    told = issue("issue-order", "pairs").json
    assert (told["kind"], told["number"], told["date"], told["year"]) == (
        "pairs", "300-од", DAY, YEAR,
    )  # fmt: skip
    assert len(told["pairs"]) == 1
    reasons = [one["reasons"] for one in told["not_ready"]]
    assert len(reasons) == 3
    assert sum("нет письменного согласия" in " ".join(one) for one in reasons) == 2
    assert sum("нет дополнительного соглашения" in " ".join(one) for one in reasons) >= 1
    assert all(reasons)
    pdf, word = (tmp_path / "orders" / f"Приказ-300-од.{kind}" for kind in ("pdf", "docx"))
    assert told["files"] == [str(pdf), str(word)]
    mentor = told["pairs"][0]["mentor"]
    assert mentor in " ".join(pdf_pages(pdf.read_bytes()))
    assert opened_docx(word.read_bytes()).core_properties.title.startswith("Приказ")


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        ("working-group", "Об организации наставничества"),
        ("road-map", "Об утверждении дорожной карты"),
        ("results", "Об итогах реализации программ"),
        ("reward", "О поощрении наставников"),
    ],
)
def test_every_kind_is_issued_and_its_text_is_printed(issue, run_here, school, kind, heading):
    told = issue("issue-order", kind).json
    assert told["heading"].startswith(heading)
    text = run_here("order-text", "300-ОД", "--base", school, "--year", YEAR)
    assert text.code == 0
    assert heading in text.out
    assert "ПРИКАЗЫВАЮ:" in text.out


def test_pairs_that_become_ready_come_into_the_order_by_an_amendment(issue, run_here, school):
    told = issue("amend-order", "130-од", "301-од").json
    assert told["kind"] == "amendment"
    text = run_here("order-text", "301-од", "--base", school, "--year", YEAR).out
    assert "О внесении изменений в приказ от 08.09.2026 № 130-од" in text
    assert "дополнить строкой" in text
    issue("amend-order", "130-од", "302-од").is_refused(2, "вносить нечего")


def test_pairs_whose_end_is_written_down_are_terminated(issue, run_here, school):
    told = issue("terminate-order", "141-од", "302-од").json
    assert len(told["pairs"]) == 1
    text = run_here("order-text", "302-од", "--base", school, "--year", YEAR).out
    assert "с 20.11.2026" in text
    assert "переезд наставляемого" in text


def test_all_pairs_of_an_order_are_terminated_with_a_reason_and_a_day(issue, run_here, school):
    more = ("--reason", "отказ наставника", "--ended-on", "2026-12-18")
    assert issue("terminate-order", "187-од", "303-од", *more).code == 0
    text = run_here("order-text", "303-од", "--base", school, "--year", YEAR).out
    assert "с 18.12.2026" in text
    assert "отказ наставника" in text


def test_no_reason_is_made_up_for_an_end(issue, run_here, school):
    issue("terminate-order", "187-од", "303-од").is_refused(2, "Причина", "--reason", "→")
    issue("terminate-order", "187-од", "303-од", "--reason", " ").is_refused(2, "--reason")
    run_here("order-text", "303-од", "--base", school, "--year", YEAR).is_refused(2, "нет")


def test_without_a_day_a_mentor_at_work_is_warned_three_working_days_ahead(issue, run_here, school):
    told = issue("terminate-order", "130-од", "303-од", "--reason", "отказ наставника").json
    assert told["pairs"]
    text = run_here("order-text", "303-од", "--base", school, "--year", YEAR).out
    assert text.count("с 17.12.2026 – ") == len(told["pairs"])


@pytest.mark.parametrize(
    ("command", "what", "number", "words"),
    [
        ("issue-order", "pairs", "130-од", ("уже занят",)),
        ("issue-order", "pairs", "№#", ("В номере",)),
        ("amend-order", "777-од", "300-од", ("777-од", "нет")),
        ("issue-order", "holiday", "300-од", ("holiday", "working-group")),
    ],
)
def test_what_cannot_be_issued_is_told_in_a_sentence(issue, command, what, number, words):
    issue(command, what, number).is_refused(2, *words)


def test_no_pair_is_ready(issue):
    assert issue("issue-order", "pairs").code == 0
    issue("issue-order", "pairs", "301-од").is_refused(
        2, "Ни одна пара не готова", "нет письменного согласия"
    )


def test_a_date_and_a_year_that_are_none(issue, run_here, school):
    issue("issue-order", "pairs", day="14.12.2026").is_refused(2, "ГГГГ-ММ-ДД")
    run_here("order-text", "1", "--base", school, "--year", "2026").is_refused(2, "2026/27")


def test_a_folder_that_cannot_be_made_leaves_no_order(issue, run_here, school, tmp_path):
    (tmp_path / "orders").write_text("файл", encoding="utf-8")
    issue("issue-order", "pairs").is_refused(3, "нельзя создать")
    run_here("order-text", "300-од", "--base", school, "--year", YEAR).is_refused(2, "нет")
