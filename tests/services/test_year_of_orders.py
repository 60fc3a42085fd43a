"""A school year in orders: twelve pairs in September, January's changes, the results of May."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from nastavnik_desktop.domain.orders import OrderKind
from nastavnik_desktop.domain.pairings import EndKind
from tests.documents.readers import opened_docx, pdf_pages
from tests.factory import TODAY, YEAR, consent, make_mentee, make_mentor, make_pairing

GOLDEN = Path(__file__).parents[1] / "golden" / "year"
MENTORS = ("Авилова", "Белова", "Волкова", "Гурова", "Дубова", "Ежова", "Жукова", "Зотова",
           "Ильина", "Котова", "Лапина", "Мишина")  # fmt: skip
MENTEES = ("Агеев", "Быков", "Вяткин", "Гусев", "Дёмин", "Егоров", "Жаров", "Зимин",
           "Исаев", "Кузин", "Лыков", "Мохов")  # fmt: skip
JANUARY, MAY = date(2027, 1, 13), date(2027, 5, 27)


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

    def issue(self, kind, number, day, target=None, **details):
        offer = self.services.orders.new_draft(YEAR, (), kind, target, day)
        draft = replace(offer.draft, number=number)
        draft = replace(draft, details=replace(draft.details, **details))
        return self.services.orders.issue(draft).record_id, offer


@pytest.fixture
def year(services):
    return Year(services)


def is_the_approved(services, order_id, name):
    """The text is the approved one, and both files say all of it."""
    text = services.orders.text(order_id)
    path = GOLDEN / f"{name}.txt"
    assert text + "\n" == path.read_text(encoding="utf-8")
    words = set(text.replace("|", " ").split())
    in_pdf = set(" ".join(pdf_pages(services.orders.file(order_id, "pdf"))).split())
    body = opened_docx(services.orders.file(order_id, "docx")).element.body
    parts = (part.text or "" for part in body.iter() if part.tag.endswith("}t"))
    in_word = set(" ".join(parts).replace("\u00a0", " ").split())
    numbers = {word for word in words if word.rstrip(".").replace(".", "").isdigit()}
    return words <= in_pdf and words - numbers <= in_word


def test_from_september_to_may(year):
    services = year.services
    fixed, offer = year.issue(OrderKind.PAIRS, "1-од", TODAY)
    assert len(offer.draft.pairing_ids) == 10
    assert [row.mentor.name.last_name for row, _why in offer.held_back_on(TODAY)] == [
        "Лапина", "Мишина",
    ]  # fmt: skip
    assert is_the_approved(services, fixed, "1_pairs")

    year.stand(JANUARY)
    services.pairings.finish(
        [year.pairs[2]], date(2027, 1, 12), EndKind.EARLY, "увольнение наставника"
    )
    follower = make_mentor(services, "Новикова", "Яна")
    consent(services, follower, on=date(2027, 1, 11))
    make_pairing(services, follower, year.mentees[2], is_consented=False, starts_on=JANUARY)
    amendment, _offer = year.issue(OrderKind.AMENDMENT, "2-од", JANUARY, fixed)
    assert is_the_approved(services, amendment, "2_amendment")

    services.pairings.finish(
        [year.pairs[4]], date(2027, 1, 12), EndKind.EARLY, "отказ наставника от наставничества"
    )
    termination, _offer = year.issue(OrderKind.TERMINATION, "3-од", JANUARY, fixed)
    assert is_the_approved(services, termination, "3_termination")

    year.stand(MAY)
    results, offer = year.issue(OrderKind.RESULTS, "4-од", MAY)
    assert len(offer.draft.pairing_ids) == 9
    assert is_the_approved(services, results, "4_results")
    reward, _offer = year.issue(OrderKind.REWARD, "5-од", MAY)
    assert is_the_approved(services, reward, "5_reward")
    assert [row.number for row in services.orders.rows(YEAR)] == [
        "5-од", "4-од", "3-од", "2-од", "1-од",
    ]  # fmt: skip
