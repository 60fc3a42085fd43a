"""The library of statistical forms: shipped ones, and the user's own beside them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nastavnik_desktop.config.paths import forms_dir, made_folder, resource_path
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable, UnreadableFile
from nastavnik_desktop.domain.statistics.form import StatisticsForm
from nastavnik_desktop.domain.statistics.reading import read_form
from nastavnik_desktop.services.files import write_whole
from nastavnik_desktop.services.results import Saved

FORM_CODES = (
    "participants", "pupils", "educators", "targets", "documents", "road-map",
    "oo1-3.1", "oo1-3.2", "oo1-3.3",
)  # fmt: skip
"""Forms that the program ships, in the order of the list."""

_LARGEST_BYTES = 2_000_000


@dataclass(frozen=True)
class FormInfo:
    """A form in the list; ``is_own`` marks the user's own, ``hides_shipped`` one that replaces."""

    code: str
    title: str
    short_title: str
    is_own: bool = False
    hides_shipped: bool = False


@dataclass(frozen=True)
class OwnForms:
    """The user's own forms by code, and sentences on files that are not understood."""

    forms: dict[str, StatisticsForm]
    notices: tuple[str, ...] = ()


class FormLibrary:
    """Definitions by code; the user's own of the same code takes the place of a shipped one.

    So a new edition of a form is a file that the user loads, and removing it brings the shipped
    one back.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def forms(self) -> list[FormInfo]:
        """All forms: the shipped ones in their order, then the user's own."""
        own = self.own().forms
        codes = [*FORM_CODES, *sorted(own.keys() - set(FORM_CODES))]
        return [_info(own.get(code) or _shipped(code), code in own) for code in codes]

    def form(self, code: str) -> StatisticsForm:
        """The definition of a code; raises RuleViolation for an unknown one."""
        own = self.own().forms.get(code)
        if own is None and code not in FORM_CODES:
            known = ", ".join(info.code for info in self.forms())
            raise RuleViolation(f"Формы «{code}» нет. Есть такие: {known}.", "code")
        return own or _shipped(code)

    def own(self) -> OwnForms:
        """What lies in the user's folder; a file in disorder is left out and told."""
        forms, notices = dict[str, StatisticsForm](), list[str]()
        for path in sorted(self._own_folder().glob("*.json")):
            try:
                form = read_form(_content(path))
            except UnreadableFile as error:
                notices.append(f"Форма из файла «{path.name}» не показана. {error.message}")
            else:
                forms[form.code] = form
        return OwnForms(forms, tuple(notices))

    def load(self, path: Path) -> Saved:
        """Take a definition from a file; raises UnreadableFile with the place of the mistake."""
        content = _content(path)
        form = read_form(content)
        target = made_folder(self._own_folder()) / f"{form.code}.json"
        write_whole(target, _as_text(content).encode())
        return Saved(f"Форма загружена: {form.short_title}", Changes.REPORTS)

    def save_definition(self, code: str, path: Path) -> Saved:
        """Write a form's definition to a file, to be changed in an editor and loaded again."""
        self.form(code)
        own = self._own_folder() / f"{code}.json"
        source = own if own.exists() else _shipped_path(code)
        write_whole(path, source.read_bytes())
        return Saved(f"Описание формы сохранено: {path.name}", Changes.NOTHING)

    def remove(self, code: str) -> Saved:
        """Take the user's own form away; a shipped one of the same code comes back."""
        path = self._own_folder() / f"{code}.json"
        if not path.exists():
            raise RuleViolation("Эта форма поставляется с программой: убрать её нельзя.")
        try:
            path.unlink()
        except OSError as error:
            raise StorageUnavailable(f"Файл «{path.name}» не удалось удалить.") from error
        words = "Возвращена исходная форма" if code in FORM_CODES else "Форма убрана"
        return Saved(words, Changes.REPORTS)

    def _own_folder(self) -> Path:
        return self._folder or forms_dir()


def available_forms() -> list[FormInfo]:
    """Forms that the program ships; no base is needed to list them."""
    return [_info(_shipped(code), False) for code in FORM_CODES]


def _info(form: StatisticsForm, is_own: bool) -> FormInfo:
    hides = is_own and form.code in FORM_CODES
    return FormInfo(form.code, form.title, form.short_title, is_own, hides)


def _shipped_path(code: str) -> Path:
    return resource_path("forms", f"{code}.json")


@cache
def _shipped(code: str) -> StatisticsForm:
    return read_form(json.loads(_shipped_path(code).read_text("utf-8")))


def _content(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise UnreadableFile("Файл слишком велик для описания формы.", path.name)
        content = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise UnreadableFile(f"Файл «{path.name}» не открывается.", str(path)) from error
    except json.JSONDecodeError as error:
        message = f"Это не описание формы: ошибка в строке {error.lineno} файла."
        raise UnreadableFile(message, path.name) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise UnreadableFile("Это не описание формы: нужен текст JSON.", path.name) from error
    if not isinstance(content, dict):
        raise UnreadableFile("Это не описание формы: нужен объект JSON.", path.name)
    return content


def _as_text(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1)
