"""A card that was open when the program ended is offered again, to its own base alone."""

from datetime import date

import pytest

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    Mark,
    MarkKind,
    PersonDraft,
    PoolSide,
    QualificationCategory,
    Representative,
    ServiceLength,
    Sex,
)
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.unsaved_cards import UnsavedCard, UnsavedCards

YEAR = SchoolYear(2026)
CARD = PersonDraft(
    person_id=7,
    name=FullName("Щёголева", "Анна-Мария", "Львовна"),
    sex=Sex.FEMALE,
    birth_date=date(1990, 2, 28),
    representative=Representative("Щёголев Лев", "отец", "+79000000001"),
    employment=EmploymentDraft(
        "учитель",
        "физика",
        category=QualificationCategory.HIGHEST,
        total_service=ServiceLength(130, date(2026, 9, 1)),
    ),
    marks=(Mark(MarkKind.GIFTED, date(2026, 9, 1)),),
    mentor_side=PoolSide(joined_on=date(2026, 9, 2), strengths=("проекты", "ЕГЭ"), capacity=2),
    case_forms={"genitive": "Щёголевой Анны-Марии Львовны"},
)


@pytest.fixture
def cards(tmp_path):
    return UnsavedCards(tmp_path / "drafts", "/школа/база.nastavnik")


def test_a_kept_card_comes_back_as_it_was(cards):
    cards.keep(CARD, YEAR)
    assert cards.pending_drafts() == [UnsavedCard(CARD, YEAR)]


def test_the_latest_state_of_a_card_replaces_the_earlier_one(cards):
    cards.keep(CARD, YEAR)
    later = PersonDraft(person_id=7, name=FullName("Щёголева"))
    cards.keep(later, YEAR)
    assert [card.draft for card in cards.pending_drafts()] == [later]


def test_a_closed_card_is_forgotten(cards):
    cards.keep(CARD, YEAR)
    cards.keep(PersonDraft(name=FullName("Новая")), YEAR)
    cards.forget(7)
    assert [card.draft.person_id for card in cards.pending_drafts()] == [None]
    cards.forget(None)
    cards.forget(None)
    assert cards.pending_drafts() == []


def test_a_card_of_another_base_is_not_offered(cards, tmp_path):
    cards.keep(CARD, YEAR)
    assert UnsavedCards(tmp_path / "drafts", "/другая.nastavnik").pending_drafts() == []


def test_a_damaged_file_is_put_out_of_the_way(cards, tmp_path):
    cards.keep(CARD, YEAR)
    (file,) = (tmp_path / "drafts").iterdir()
    file.write_text('{"draft": {"name": 5}}', encoding="utf-8")
    assert cards.pending_drafts() == []
    assert not file.exists()


def test_a_folder_that_cannot_be_written_does_not_stop_the_typing(tmp_path):
    (tmp_path / "drafts").write_text("не папка")
    cards = UnsavedCards(tmp_path / "drafts", "база")
    cards.keep(CARD, YEAR)
    assert cards.pending_drafts() == []
