"""Pages of orders in the settings: chosen, copied, changed with a live sample, deleted."""

import pytest

from nastavnik_desktop.documents.page import PRESETS, RequisitePlacement
from nastavnik_desktop.domain.errors import RuleViolation
from tests.ui.widget_walk import cut_texts, nameless
from ui.dialogs.page_preset_dialog import PagePresetDialog

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


@pytest.fixture
def seen(open_window):
    made = open_window("settings", "people")
    made.window.resize(1366, 768)
    made.page.open_record("sheets")
    made.settle()
    return made


@pytest.fixture
def pages(seen):
    return seen.page.sheets


def titles(pages):
    return [row[0] for row in pages.view.table.shown_table().rows]


def pick(seen, pages, title):
    pages.view.table.selectRow(titles(pages).index(title))
    seen.settle()


def press(seen, each):
    each.click()
    seen.settle()


def copy_first(seen, pages, work):
    """Copy the first page in its dialog; ``work(dialog)`` fills it."""
    drafts = []

    def ask(make, draft, problems=()):
        dialog = make(seen.window)
        dialog.begin(draft, problems)
        work(dialog)
        assert dialog.problems(dialog.draft()) == []
        drafts.append(dialog.draft())
        dialog.deleteLater()
        return drafts[-1]

    pick(seen, pages, PRESETS[0].title)
    seen.prompts.ask_draft = ask
    press(seen, pages.view.edit)
    return drafts[-1]


def test_the_shipped_pages_are_there_and_one_is_in_use(seen, pages):
    assert titles(pages) == [preset.title for preset in PRESETS]
    used = [row[-1] for row in pages.view.table.shown_table().rows]
    assert used == ["печатаются так", "", "", "", ""]
    assert nameless(pages.view) == []
    assert cut_texts(pages.view) == []


def test_another_page_is_taken_for_new_orders(seen, pages, services):
    pick(seen, pages, PRESETS[-1].title)
    press(seen, pages.view.use)
    assert services.school.get().page_preset == "wide-right"
    assert not pages.view.use.isEnabled()


def test_a_shipped_page_is_copied_and_the_own_one_can_be_deleted(seen, pages, services):
    def work(dialog):
        dialog.title_field.setText("Наша страница")
        dialog.form.field("left_mm").setText("32,5")
        dialog.requisites.set_value(RequisitePlacement.ANGLED)
        dialog.executor.setChecked(False)

    copy_first(seen, pages, work)
    assert titles(pages)[-1] == "Наша страница"
    kept = services.page_presets.all()[-1]
    assert kept.page.left_mm == 32.5
    assert (kept.requisites, kept.shows_executor) == (RequisitePlacement.ANGLED, False)
    pick(seen, pages, "Наша страница")
    press(seen, pages.view.delete)
    assert titles(pages) == [preset.title for preset in PRESETS]


def test_a_shipped_page_cannot_be_deleted_nor_the_one_in_use(seen, pages):
    pick(seen, pages, PRESETS[0].title)
    assert not pages.view.delete.isEnabled()
    assert pages.view.edit.text() == "Своя на основе этой…"


def test_an_emblem_is_chosen_shown_and_kept(seen, pages, services, tmp_path):
    picture = tmp_path / "герб.png"
    picture.write_bytes(PNG)
    seen.prompts.answer("choose_file_to_open", picture)

    def work(dialog):
        dialog.title_field.setText("С гербом")
        dialog.emblem.choose.click()
        assert dialog.emblem.remove.isVisibleTo(dialog)

    assert copy_first(seen, pages, work).emblem == PNG
    assert [row.has_emblem for row in services.page_presets.rows()][-1]


def test_a_file_that_is_no_picture_is_refused_in_words(seen, pages, tmp_path):
    text = tmp_path / "герб.png"
    text.write_text("не картинка")
    seen.prompts.answer("choose_file_to_open", text)
    seen.prompts.answer("show_error", None)

    def work(dialog):
        dialog.title_field.setText("Без герба")
        dialog.emblem.choose.click()

    assert copy_first(seen, pages, work).emblem == b""
    assert "PNG или JPEG" in seen.prompts.asked[-1][1]


@pytest.fixture
def dialog(qtbot, services):
    made = PagePresetDialog(None, lambda *_words: None)
    qtbot.addWidget(made)
    made.begin(services.page_presets.draft("gost-2025"))
    return made


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("left_mm", "5", "от 20 до 60"),
        ("size_pt", "30", "от 8 до 16"),
        ("line_spacing", "три", "Напишите число"),
        ("first_line_mm", "", "Напишите число"),
    ],
)
def test_a_measure_that_does_not_do_is_told_at_its_field(dialog, name, typed, words):
    dialog.form.field(name).setText(typed)
    dialog.accept()
    assert words in dialog.form.message_of(name)
    assert not dialog.result()


def test_the_sample_follows_the_fields(qtbot, services):
    rendered = []

    def render(draft, _on_loaded, on_error):
        rendered.append(draft.preset.page.left_mm)
        on_error(RuleViolation("образца нет"))

    made = PagePresetDialog(None, render)
    qtbot.addWidget(made)
    made.begin(services.page_presets.draft("gost-2025"))
    made.show()
    qtbot.waitUntil(lambda: rendered == [30])
    made.form.field("left_mm").setText("5")
    made.form.field("left_mm").setText("50")
    qtbot.waitUntil(lambda: rendered == [30, 50])


def test_the_sample_is_a_real_order_of_the_school(seen, pages, qtbot, services):
    made = pages._make_dialog(seen.window)
    qtbot.addWidget(made)
    made.begin(services.page_presets.draft("gost-2016"))
    made.show()
    qtbot.waitUntil(lambda: made.paper.preview.pages > 0, timeout=20_000)
    made.hide()
