"""The page «Итоги»: figures, charts with their tables, the summary, the section of the site."""

import pytest
from PySide6.QtWidgets import QLabel

from nastavnik_desktop.domain.charts import Bar, BarChart, Series, TrendChart
from nastavnik_desktop.domain.local_acts import ActKind, LocalAct
from tests import factory
from tests.ui.school_window import texts_in
from tests.ui.widget_walk import cut_texts, nameless
from ui.widgets.chart import ChartView


@pytest.fixture
def seen(open_window, services):
    """The page over a school with one pair in an order of TODAY."""
    factory.make_order(services)
    made = open_window("statistics", "summary")
    made.window.resize(1366, 768)
    made.page.view.summary.click()
    made.settle()
    return made


def charts(seen):
    return seen.page.view.findChildren(ChartView)


def test_the_figures_of_the_day_stand_first(seen):
    texts = texts_in(seen.page.view)
    at = texts.index("Наставнических пар")
    assert texts[at - 1] == "1"
    assert "В программе участвуют 2 из 2 педагогов школы." in texts


def test_every_chart_has_its_table_beside_and_is_told_in_words(seen):
    forms, mentors = charts(seen)
    assert forms.accessibleDescription() == "педагог – педагог: 1"
    assert mentors.accessibleDescription() == "педагоги: 100\u00a0%"
    beside = [label.text() for label in forms.parent().findChildren(QLabel)]
    assert beside[1:] == ["Форма", "Пар и групп", "Наставляемых", "педагог – педагог", "1", "1"]


def test_another_date_counts_anew(seen):
    seen.page.view.as_of.setText("01.09.2020")
    seen.page.view.as_of.editingFinished.emit()
    seen.settle()
    assert charts(seen) == []
    assert "На эту дату пар и групп в изданных приказах нет." in texts_in(seen.page.view)


def test_the_summary_is_looked_at_and_saved(seen, tmp_path):
    seen.page.view.look.click()
    seen.settle()
    assert len(seen.prompts.shown) == 1
    out = tmp_path / "справка.docx"
    seen.prompts.answer("choose_file_to_save", out)
    seen.page.view.word.click()
    seen.settle()
    assert out.read_bytes()[:2] == b"PK"


def test_the_section_of_the_site_is_written_into_a_folder_of_its_own(seen, tmp_path):
    seen.prompts.answer("choose_folder", tmp_path)
    seen.page.view.site.click()
    seen.settle()
    page = tmp_path / "Наставничество для сайта" / "index.html"
    assert page.exists()
    seen.click("Открыть страницу")
    assert seen.prompts.opened == [page]


def test_a_leak_is_told_and_nothing_is_written(seen, services, tmp_path):
    services.local_acts.save(LocalAct(ActKind.PROGRAM, "1", None, "Программа Петрова Ивана"))
    seen.prompts.answer("choose_folder", tmp_path)
    seen.prompts.answer("show_error", None)
    seen.page.view.site.click()
    seen.settle()
    assert "не дал согласия на публикацию" in seen.prompts.asked[-1][1]
    assert list(tmp_path.glob("Наставничество*")) == []


def test_nothing_is_nameless_or_cut(seen):
    assert nameless(seen.page.view) == []
    assert cut_texts(seen.page.view) == []


@pytest.mark.parametrize(
    "chart",
    [
        BarChart("Пусто", ()),
        BarChart("Полосы", (Bar("педагоги", 3, "3"), Bar("ученики", 0, "0"))),
        TrendChart(
            "По годам",
            ("2024/25", "2025/26", "2026/27"),
            (Series("а", (1, None, 3)), Series("б", (0, 0, 0)), Series("в", (5, 6, 7))),
        ),
    ],
)
def test_charts_are_drawn(qtbot, chart):
    view = ChartView("Диаграмма")
    qtbot.addWidget(view)
    view.show_chart(chart)
    view.resize(500, view.height())
    image = view.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(image.height())}
    is_empty = isinstance(chart, BarChart) and not chart.bars
    assert (len(colours) > 1) is not is_empty
