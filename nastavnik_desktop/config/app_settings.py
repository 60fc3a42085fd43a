"""Settings of one user on one computer, each declared once: key, type, default, label.

They are kept as JSON. The school's own data (requisites, limits, numbering) are in its base.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, get_type_hints

from nastavnik_desktop.config.json_values import from_json, to_json
from nastavnik_desktop.config.table_layout import SavedFilter, TableLayout
from nastavnik_desktop.domain.errors import StorageUnavailable

MAX_RECENT_BASES = 10


class Theme(StrEnum):
    """Colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    @property
    def label(self) -> str:
        """The word of the choice."""
        return _THEME_LABELS[self]


_THEME_LABELS = {
    Theme.SYSTEM: "Как в системе",
    Theme.LIGHT: "Светлое",
    Theme.DARK: "Тёмное",
}


def _details(label: str, limits: tuple[int, int] | None = None) -> dict[str, object]:
    """What is declared besides type and default; ``limits`` are the least and greatest number."""
    return {"label": label, "limits": limits}


@dataclass(frozen=True)
class AppSettings:
    """All settings; a change makes a new object (``dataclasses.replace``) that is then saved.

    ``unknown`` holds what another version of the program wrote, so that nothing of it is lost.
    """

    theme: Theme = field(default=Theme.SYSTEM, metadata=_details("Оформление"))
    text_scale_percent: int = field(
        default=100, metadata=_details("Размер текста, %", limits=(80, 200))
    )
    backup_folder: str = field(default="", metadata=_details("Папка резервных копий"))
    backup_interval_minutes: int = field(
        default=30,
        metadata=_details("Резервная копия при изменениях, каждые … минут", limits=(5, 24 * 60)),
    )
    documents_folder: str = field(default="", metadata=_details("Папка для документов"))
    remind_at_login: bool = field(
        default=False, metadata=_details("Напоминание при входе в систему")
    )
    last_base: str = field(default="", metadata=_details("Последняя база"))
    recent_bases: tuple[str, ...] = field(default=(), metadata=_details("Недавние базы"))
    window_geometries: Mapping[str, str] = field(
        default_factory=dict, metadata=_details("Места окон (base64)")
    )
    table_layouts: Mapping[str, TableLayout] = field(
        default_factory=dict, metadata=_details("Вид таблиц")
    )
    saved_filters: Mapping[str, tuple[SavedFilter, ...]] = field(
        default_factory=dict, metadata=_details("Фильтры таблиц")
    )
    unknown: Mapping[str, object] = field(default_factory=dict)

    def with_base_opened(self, base: str) -> AppSettings:
        """The settings after this base was opened: it is the last one and leads the recent ones.

        ``base`` is a path or a URL as a text fit to be kept: a URL without its password.
        """
        others = [recent for recent in self.recent_bases if recent != base]
        recent = (base, *others)[:MAX_RECENT_BASES]
        return replace(self, last_base=base, recent_bases=recent)

    def without_base(self, base: str) -> AppSettings:
        """The settings after this base was found to be gone."""
        recent = tuple(kept for kept in self.recent_bases if kept != base)
        return replace(
            self, recent_bases=recent, last_base="" if self.last_base == base else self.last_base
        )


@dataclass(frozen=True)
class Setting:
    """What is declared of one setting."""

    key: str
    kind: Any
    label: str
    limits: tuple[int, int] | None


@dataclass(frozen=True)
class LoadedSettings:
    """Settings read at the start; ``notice`` is a Russian sentence when something was wrong."""

    settings: AppSettings
    notice: str = ""


def declared_settings() -> tuple[Setting, ...]:
    """Every declared setting, in the order of their declaration."""
    kinds = get_type_hints(AppSettings)
    return tuple(
        Setting(item.name, kinds[item.name], item.metadata["label"], item.metadata["limits"])
        for item in fields(AppSettings)
        if "label" in item.metadata
    )


def load(path: Path) -> LoadedSettings:
    """The settings of the file; defaults where there is none.

    A file that cannot be understood is put aside as ``….broken`` and said so; a single wrong
    value gets its default.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return LoadedSettings(AppSettings())
    except OSError as error:
        return LoadedSettings(
            AppSettings(), f"Файл настроек «{path}» не прочитан: {error.strerror or error}."
        )
    except ValueError:
        return LoadedSettings(AppSettings(), _put_aside(path))
    if not isinstance(raw, dict):
        return LoadedSettings(AppSettings(), _put_aside(path))
    return _understood(raw)


def save(settings: AppSettings, path: Path) -> None:
    """Write the file whole or not at all; raises StorageUnavailable."""
    known = {
        setting.key: to_json(getattr(settings, setting.key)) for setting in declared_settings()
    }
    text = json.dumps({**settings.unknown, **known}, ensure_ascii=False, indent=2)
    temporary = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise StorageUnavailable(
            f"Настройки не сохранены в «{path}»: {error.strerror or error}.",
            "Проверьте право записи и свободное место на диске.",
        ) from error


def _understood(raw: dict[str, object]) -> LoadedSettings:
    values: dict[str, Any] = {}
    wrong: list[str] = []
    declared = declared_settings()
    for setting in declared:
        if setting.key in raw:
            try:
                values[setting.key] = _value(setting, raw[setting.key])
            except ValueError:
                wrong.append(f"«{setting.label}»")
    keys = {setting.key for setting in declared}
    unknown = {key: value for key, value in raw.items() if key not in keys}
    notice = f"Настройки вернулись к обычным значениям: {', '.join(wrong)}." if wrong else ""
    return LoadedSettings(AppSettings(**values, unknown=unknown), notice)


def _value(setting: Setting, raw: object) -> object:
    value = from_json(setting.kind, raw)
    if setting.limits and not setting.limits[0] <= value <= setting.limits[1]:
        raise ValueError("out of limits")
    return value


def _put_aside(path: Path) -> str:
    aside = path.with_name(f"{path.name}.broken")
    with suppress(OSError):  # the defaults serve even where nothing can be written
        path.replace(aside)
    return (
        f"Файл настроек был повреждён и отложен как «{aside.name}». Программа начала с обычных "
        f"настроек; данные школы не затронуты."
    )
