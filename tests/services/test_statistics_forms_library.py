"""The user's own forms beside those of the program."""

import json

import pytest

from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.services.statistics import StatisticsService
from nastavnik_desktop.services.statistics_forms import FORM_CODES, FormLibrary
from tests.domain.statistics_school import AS_OF, SCHOOL
from tests.services.statistics_base import write_facts


@pytest.fixture
def library(tmp_path):
    return FormLibrary(tmp_path / "формы")


@pytest.fixture
def own_file(tmp_path):
    """A form of her own: the educators by category."""
    content = {
        "code": "categories",
        "title": "Категории педагогов",
        "short_title": "Категории",
        "title_page": {
            "banner": "СВЕДЕНИЯ", "warnings": [], "respondents": "школы", "due": "до 1 мая",
            "edition": [], "periodicity": "Годовая",
        },
        "columns": [
            {"number": 1, "heading": ["Работники"]},
            {"number": 2, "heading": ["№ строки"]},
            {"number": 3, "heading": ["Всего"], "indicator": "educators"},
            {"number": 4, "heading": ["Высшая"], "indicator": "educators",
             "where": {"category": "highest"}},
            {"number": 5, "heading": ["Доля"], "formula": "{4} / {3} * 100", "decimals": 1},
        ],
        "rows": [{"code": "01", "title": "Педагоги"}],
        "rules": [],
    }  # fmt: skip
    path = tmp_path / "категории.json"
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8-sig")
    return path


def test_an_own_form_is_loaded_listed_and_filled(sqlite_base, library, own_file):
    assert library.load(own_file).message == "Форма загружена: Категории"
    (info,) = [one for one in library.forms() if one.is_own]
    assert (info.code, info.hides_shipped) == ("categories", False)
    write_facts(sqlite_base, SCHOOL)
    report = StatisticsService(sqlite_base, library).report("categories", AS_OF)
    assert [report.cells["01", number].shown for number in (3, 4, 5)] == ["7", "1", "14,3"]
    library.remove("categories")
    assert [one.code for one in library.forms()] == list(FORM_CODES)


def test_a_new_edition_takes_the_place_of_the_shipped_form_until_it_is_removed(tmp_path, library):
    path = tmp_path / "oo1.json"
    library.save_definition("oo1-3.1", path)
    content = json.loads(path.read_text("utf-8"))
    assert content == json.loads(resource_path("forms", "oo1-3.1.json").read_text("utf-8"))
    content["rows"][0]["number"] = "101"
    path.write_text(json.dumps(content), "utf-8")
    library.load(path)
    assert library.form("oo1-3.1").row("01").printed == "101"
    (info,) = [one for one in library.forms() if one.hides_shipped]
    assert info.code == "oo1-3.1"
    assert library.remove("oo1-3.1").message == "Возвращена исходная форма"
    assert library.form("oo1-3.1").row("01").printed == "01"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "ошибка в строке 1"),
        ("[]", "нужен объект JSON"),
        ("{}", "не хватает части 'title'"),
        ("\ufeff", "ошибка в строке 1"),
    ],
)
def test_a_file_that_is_no_form_is_refused_and_not_kept(tmp_path, library, text, words):
    path = tmp_path / "форма.json"
    path.write_text(text, "utf-8")
    with pytest.raises(UnreadableFile, match=words):
        library.load(path)
    assert [one.code for one in library.forms()] == list(FORM_CODES)


def test_a_file_of_bytes_and_one_that_is_not_there_are_refused(tmp_path, library):
    garbage = tmp_path / "фото.json"
    garbage.write_bytes(bytes(range(128, 256)))
    for path in (garbage, tmp_path / "нет.json"):
        with pytest.raises(UnreadableFile):
            library.load(path)


def test_a_file_put_into_the_folder_in_disorder_is_told_and_left_out(tmp_path, library):
    folder = tmp_path / "формы"
    folder.mkdir()
    (folder / "плохая.json").write_text('{"code": "bad"}', "utf-8")
    (notice,) = library.own().notices
    assert "«плохая.json» не показана" in notice
    assert [one.code for one in library.forms()] == list(FORM_CODES)


def test_a_shipped_form_cannot_be_removed(library):
    with pytest.raises(RuleViolation, match="поставляется с программой"):
        library.remove("participants")
