"""A school year in papers: twelve pairs in September, January's changes, the results of May."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderKind
from nastavnik_desktop.domain.pairing_life import MentorReplacement
from nastavnik_desktop.domain.pairings import EndKind
from tests.documents.readers import docx_lines, opened_docx, pdf_pages
from tests.factory import TODAY, YEAR, agree, consent, make_mentee, make_mentor, make_pairing

GOLDEN = Path(__file__).parents[1] / "golden" / "year"
MENTORS = ("Авилова", "Белова", "Волкова", "Гурова", "Дубова", "Ежова", "Жукова", "Зотова",
           "Ильина", "Котова", "Лапина", "Мишина")  # fmt: skip
MENTEES = ("Агеев", "Быков", "Вяткин", "Гусев", "Дёмин", "Егоров", "Жаров", "Зимин",
           "Исаев", "Кузин", "Лыков", "Мохов")  # fmt: skip
LEAVING, REFUSING, UNSIGNED = 2, 4, 10
NOTICED_ON, LAST_DAY = date(2026, 12, 29), date(2027, 1, 12)
NEXT_DAY, MAY = date(2027, 1, 13), date(2027, 5, 27)
CLAUSE_NUMBER = re.compile(r"^\d+(\.\d+)*\. ")


class Year:
    """The school through its year."""

    def __init__(self, services):
        self.services = services
        self.mentees = [make_mentee(services, name) for name in MENTEES]
        self.pairs = [
            make_pairing(services, make_mentor(services, mentor), mentee, is_consented=number < 10)
            for number, (mentor, mentee) in enumerate(zip(MENTORS, self.mentees, strict=True))
        ]

    def stand(self, day):
        school = self.services.school.get()
        self.services.school.save(replace(school, fixed_today=day))

    def offer(self, kind, day, target=None):
        return self.services.orders.new_draft(YEAR, (), kind, target, day)

    def issue(self, offer, number):
        return self.services.orders.issue(replace(offer.draft, number=number)).record_id

    def replace_mentor(self, mentor_id, on):
        new = MentorReplacement(
            self.pairs[LEAVING], mentor_id, on, "увольнение наставника", NOTICED_ON
        )
        return self.services.pairing_life.replace_mentor(new).record_id

    def refuse(self, last_day):
        reason = "отказ наставника от наставничества"
        self.services.pairings.finish(
            [self.pairs[REFUSING]], last_day, EndKind.EARLY, reason, NOTICED_ON
        )


@pytest.fixture
def year(services):
    return Year(services)


def words(lines):
    return " ".join(lines).replace("|", " ").replace("\u00a0", " ").split()


def says_the_approved(name, pdf, docx, text=None):
    """Both files say the approved text: Word in its order, PDF word for word.

    Word numbers clauses itself; pages of PDF repeat headings of tables and have numbers.
    """
    path, in_word = GOLDEN / f"{name}.txt", list(docx_lines(opened_docx(docx)))
    approved = path.read_text(encoding="utf-8")
    assert approved == (text or "\n".join(in_word)) + "\n"
    lines = approved.splitlines()
    unnumbered = [line if "|" in line else CLAUSE_NUMBER.sub("", line) for line in lines]
    if text is not None:
        assert words(in_word) == words(unnumbered)
    in_pdf = Counter(words(pdf_pages(pdf)))
    assert not Counter(words(lines)) - in_pdf
    headings = set(words(line for line in lines if line.startswith("№ п/п")))
    extra = in_pdf - Counter(words(lines))
    assert all(word in headings or word.rstrip(".").replace(".", "").isdigit() for word in extra)


def is_approved_order(services, order_id, name):
    files = (services.orders.file(order_id, kind) for kind in ("pdf", "docx"))
    says_the_approved(name, *files, services.orders.text(order_id))


def is_approved_paper(services, pairing_id, code, name):
    papers = services.pairing_papers
    says_the_approved(name, *(papers.paper(pairing_id, code, kind) for kind in ("pdf", "docx")))


def test_from_september_to_may(year):
    services = year.services
    fixed = september(year)
    december(year)
    follower = january(year, fixed)
    is_approved_paper(services, follower, "extract", "6_extract")
    may(year)
    assert [row.number for row in services.orders.rows(YEAR)] == [
        "5-од", "4-од", "3-од", "2-од", "1-од",
    ]  # fmt: skip


def september(year):
    """Ten of twelve pairs have their papers: the order names the other two and waits for none."""
    services = year.services
    offer = year.offer(OrderKind.PAIRS, TODAY)
    assert list(offer.draft.pairing_ids) == year.pairs[:UNSIGNED]
    held_back = offer.held_back_on(TODAY)
    assert [row.mentor.name.last_name for row, _why in held_back] == ["Лапина", "Мишина"]
    assert all("нет письменного согласия" in " ".join(why) for _row, why in held_back)
    everybody = replace(offer.draft, pairing_ids=tuple(year.pairs))
    with pytest.raises(RuleViolation, match="Лапина"):
        services.orders.issue(everybody)
    is_approved_paper(services, year.pairs[UNSIGNED], "consents", "1_consents")
    fixed = year.issue(offer, "1-од")
    is_approved_order(services, fixed, "2_pairs")
    return fixed


def december(year):
    """One mentor refuses, another one leaves: neither is free before the holidays are over."""
    year.stand(NOTICED_ON)
    is_approved_paper(year.services, year.pairs[REFUSING], "refusal", "3_refusal")
    for day in (date(2026, 12, 31), date(2027, 1, 11)):
        with pytest.raises(RuleViolation, match=r"Раньше 12\.01\.2027 нельзя"):
            year.refuse(day)
        with pytest.raises(RuleViolation, match=r"Раньше 12\.01\.2027 нельзя"):
            year.replace_mentor(make_mentor(year.services, "Сорокина"), day)


def january(year, fixed):
    """Orders of the last day of the notice; answers the pair that goes on with a new mentor."""
    services = year.services
    year.stand(LAST_DAY)
    year.refuse(LAST_DAY)
    termination = year.issue(year.offer(OrderKind.TERMINATION, LAST_DAY, fixed), "2-од")
    is_approved_order(services, termination, "4_termination")

    mentor = make_mentor(services, "Новикова", "Яна")
    follower = year.replace_mentor(mentor, NEXT_DAY)
    held_back = year.offer(OrderKind.AMENDMENT, LAST_DAY, fixed).held_back_on(LAST_DAY)
    lacking = {row.pairing_id: why for row, why in held_back}[follower]
    assert [one.split(":")[0] for one in lacking] == [
        "нет письменного согласия наставника", "нет дополнительного соглашения",
    ]  # fmt: skip
    consent(services, mentor, on=date(2027, 1, 11))
    agree(services, follower, on=date(2027, 1, 11))
    amendment = year.issue(year.offer(OrderKind.AMENDMENT, LAST_DAY, fixed), "3-од")
    is_approved_order(services, amendment, "5_amendment")
    return follower


def may(year):
    """Nine pairs have come to their end, their mentors are thanked."""
    year.stand(MAY)
    offer = year.offer(OrderKind.RESULTS, MAY)
    assert len(offer.draft.pairing_ids) == 9
    is_approved_order(year.services, year.issue(offer, "4-од"), "7_results")
    reward = year.issue(year.offer(OrderKind.REWARD, MAY), "5-од")
    is_approved_order(year.services, reward, "8_reward")
