"""«Удалить сведения о человеке…» at the municipality: a name, its records, no way back."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from db.models import PackagePartModel
from nastavnik_desktop.domain.consolidation.received import Arrival
from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.exchange.package_file import people_of
from nastavnik_desktop.services.package_taking import unpacked
from tests.services.packages_of_schools import PASSWORD, package_of
from tests.ui.school_window import texts_in
from tests.ui.widget_walk import cut_texts, nameless
from ui.dialogs.held_people_dialog import HeldPeopleDialog, Removal


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    return package_of(tmp_path_factory.mktemp("packages"), 1, people=True)


@pytest.fixture
def seen(open_window, services, package):
    exchange = services.exchange
    exchange.municipal.save_level(BaseLevel.MUNICIPALITY)
    found = exchange.taking.open_files([package], [PASSWORD])
    exchange.taking.take(found.of(Arrival.NEW))
    return open_window("consolidation")


def name_in(services):
    """Somebody of the package."""
    with services._base.reading() as session:
        statement = select(PackagePartModel).where(PackagePartModel.name == "people")
        part = session.scalars(statement).one()
        return people_of(unpacked(part.content))[0].name.full


def choose(seen, words):
    menu = seen.page.view.schools_menu
    next(action for action in menu.actions() if action.text() == words).trigger()
    seen.settle()


def test_the_only_record_of_a_name_is_marked_and_removed(seen, services):
    name = name_in(services)
    seen.prompts.answer("ask_text", name)
    seen.prompts.answer("ask_draft", lambda draft: draft)
    choose(seen, "Удалить сведения о человеке…")
    assert services.exchange.held_people.preview(name).found == ()
    assert any(text.startswith("Удалено из посылок") for text in seen.notice)
    assert "Отменить" not in seen.notice


def test_nothing_found_is_said(seen):
    seen.prompts.answer("ask_text", "Никто Никого")
    choose(seen, "Удалить сведения о человеке…")
    assert "В посылках школ нет сведений: Никто Никого" in seen.notice


def test_an_empty_name_is_refused_in_a_sentence(seen):
    seen.prompts.answer("ask_text", "   ")
    seen.prompts.answer("show_error", None)
    choose(seen, "Удалить сведения о человеке…")


def test_the_dialog_says_what_it_does_not_reach(qtbot, seen, services):
    preview = services.exchange.held_people.preview(name_in(services))
    dialog = HeldPeopleDialog(None, replace(preview, copies=(services._base.location.path,)))
    qtbot.addWidget(dialog)
    dialog.begin(Removal())
    dialog.show()
    said = "\n".join(texts_in(dialog))
    assert "лежат вне базы" in said
    assert services._base.location.path.name in said
    assert dialog.problems(dialog.draft())[0].message == "Отметьте, что удалить."
    assert nameless(dialog) == []
    assert cut_texts(dialog) == []
