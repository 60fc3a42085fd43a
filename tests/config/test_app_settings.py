"""The user's settings: kept whole, forgiving to a broken file, never losing what is unknown."""

import json
from dataclasses import fields, replace

import pytest

from nastavnik_desktop.config import app_settings
from nastavnik_desktop.config.app_settings import AppSettings, Theme, declared_settings, load, save
from nastavnik_desktop.config.table_layout import SavedFilter, TableLayout
from nastavnik_desktop.domain.errors import StorageUnavailable


@pytest.fixture
def file(tmp_path):
    return tmp_path / "папка" / "settings.json"


def written(file, text):
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_the_defaults_hold_and_nothing_is_said(file):
    loaded = load(file)
    assert loaded.settings == AppSettings()
    assert loaded.notice == ""
    assert loaded.settings.backup_interval_minutes == 30
    assert loaded.settings.theme is Theme.SYSTEM


def test_everything_saved_is_read_back(file):
    settings = AppSettings(
        theme=Theme.DARK,
        text_scale_percent=150,
        recent_bases=("школа.nastavnik",),
        window_geometries={"main": "AdnQywAD"},
        table_layouts={
            "people": TableLayout(("name", "post"), {"name": 240}, "name", is_descending=True)
        },
        saved_filters={"people": (SavedFilter("Без пары", "физик", {"state": "free"}),)},
    )
    save(settings, file)
    assert load(file).settings == settings


def test_every_setting_is_declared_with_a_label_and_survives_the_file(file):
    declared = declared_settings()
    assert {one.key for one in declared} == {one.name for one in fields(AppSettings)} - {"unknown"}
    assert all(one.label for one in declared)
    save(AppSettings(), file)
    assert set(json.loads(file.read_text("utf-8"))) == {one.key for one in declared}


def test_what_another_version_wrote_is_kept(file):
    written(file, '{"theme": "light", "colour_of_sundays": {"hue": 3}}')
    settings = load(file).settings
    save(replace(settings, theme=Theme.DARK), file)
    assert json.loads(file.read_text("utf-8"))["colour_of_sundays"] == {"hue": 3}
    assert load(file).settings.theme is Theme.DARK


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "null", '"текст"'])
def test_a_broken_file_is_put_aside_and_said_so(file, text):
    loaded = load(written(file, text))
    assert loaded.settings == AppSettings()
    assert "отложен как «settings.json.broken»" in loaded.notice
    assert not file.exists()
    assert file.with_name("settings.json.broken").read_text("utf-8") == text


def test_a_file_in_another_encoding_is_put_aside(file):
    file.parent.mkdir()
    file.write_bytes('{"theme": "тёмная"}'.encode("cp1251"))
    assert "повреждён" in load(file).notice


@pytest.mark.parametrize(
    ("key", "value", "label"),
    [
        ("theme", "pink", "Оформление"),
        ("theme", 1, "Оформление"),
        ("text_scale_percent", 1000, "Размер текста"),
        ("text_scale_percent", True, "Размер текста"),
        ("text_scale_percent", "100", "Размер текста"),
        ("recent_bases", "школа", "Недавние базы"),
        ("recent_bases", [1], "Недавние базы"),
        ("table_layouts", {"people": {"columns": "name"}}, "Вид таблиц"),
        ("window_geometries", [], "Места окон"),
    ],
)
def test_one_wrong_value_gets_its_default_and_the_rest_stays(file, key, value, label):
    text = json.dumps({key: value, "last_base": "школа.nastavnik"}, ensure_ascii=False)
    loaded = load(written(file, text))
    assert loaded.settings == AppSettings(last_base="школа.nastavnik")
    assert label in loaded.notice
    assert file.exists()


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    loaded = load(tmp_path)
    assert loaded.settings == AppSettings()
    assert "не прочитан" in loaded.notice


def test_a_failed_saving_leaves_the_old_file_whole(file, monkeypatch):
    save(AppSettings(theme=Theme.LIGHT), file)

    def _disk_is_full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(app_settings.os, "fsync", _disk_is_full)
    with pytest.raises(StorageUnavailable, match="Настройки не сохранены"):
        save(AppSettings(theme=Theme.DARK), file)
    assert load(file).settings.theme is Theme.LIGHT


def test_the_base_opened_last_leads_the_recent_ones_once():
    settings = AppSettings()
    for number in range(12):
        settings = settings.with_base_opened(f"{number}.nastavnik")
    settings = settings.with_base_opened("5.nastavnik")
    assert settings.last_base == "5.nastavnik"
    assert settings.recent_bases[:2] == ("5.nastavnik", "11.nastavnik")
    assert len(settings.recent_bases) == 10
    assert settings.recent_bases.count("5.nastavnik") == 1


def test_a_base_that_is_gone_is_forgotten():
    settings = AppSettings().with_base_opened("а.nastavnik").with_base_opened("б.nastavnik")
    settings = settings.without_base("б.nastavnik")
    assert settings.last_base == ""
    assert settings.recent_bases == ("а.nastavnik",)
    assert settings.without_base("нет").recent_bases == ("а.nastavnik",)


def test_each_theme_has_its_word():
    assert [theme.label for theme in Theme] == ["Как в системе", "Светлое", "Тёмное"]
