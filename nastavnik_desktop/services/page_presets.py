"""Pages of orders: presets shipped with the program and the user's own, with the emblem."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import PagePresetModel, SchoolModel
from nastavnik_desktop.config.json_values import from_json, to_json
from nastavnik_desktop.documents.page import LEAST_MARGINS_MM, PRESETS, PagePreset, preset_by_code
from nastavnik_desktop.documents.pictures import problem_of_picture
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.domain.problems import LONGEST_LINE, Problem, too_long
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.results import Saved, refuse_errors

LARGEST_EMBLEM_BYTES = 1024 * 1024
_SIGNATURES = (b"\x89PNG\r\n", b"\xff\xd8\xff")
_OWN = "own-"
_NEW = "Своя страница"
_GONE = "Этой настройки страницы больше нет: возможно, её удалили."


def preset_of(session: Session, code: str) -> PagePreset:
    """The preset with this code, own ones first; the default one when it is not known."""
    model = _model(session, code)
    return _preset(model) if model else preset_by_code(code)


def emblem_of(session: Session, code: str) -> str:
    """The emblem of an own preset in base64; nothing where there is none."""
    model = _model(session, code)
    return b64encode(model.emblem).decode("ascii") if model and model.emblem else ""


@dataclass(frozen=True)
class PresetRow:
    """A preset in the list; an own one may be changed, ``is_used`` marks what orders print by."""

    preset: PagePreset
    is_own: bool
    is_used: bool
    has_emblem: bool


@dataclass(frozen=True)
class PresetDraft:
    """A preset as its dialog edits it, with its emblem: a PNG or JPEG, empty for none."""

    preset: PagePreset
    emblem: bytes = b""


class PagePresetService:
    """Use cases of the page of orders in the settings."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def all(self) -> list[PagePreset]:
        """The shipped presets, then the user's own."""
        return [row.preset for row in self.rows()]

    def rows(self) -> list[PresetRow]:
        """The shipped presets, then the user's own, with what is done with them."""
        with self._base.reading() as session:
            statement = select(PagePresetModel, PagePresetModel.emblem.is_not(None))
            found = session.execute(statement.order_by(PagePresetModel.position)).all()
            own = [(_preset(model), has_emblem) for model, has_emblem in found]
            used = session.scalars(select(SchoolModel.page_preset)).first() or PRESETS[0].code
        return [
            *(PresetRow(one, False, one.code == used, False) for one in PRESETS),
            *(PresetRow(one, True, one.code == used, has) for one, has in own),
        ]

    def draft(self, code: str) -> PresetDraft:
        """A preset with its emblem; a shipped one begins a copy of it."""
        with self._base.reading() as session:
            model = _model(session, code)
            if model is None:
                shipped = preset_by_code(code)
                return PresetDraft(replace(shipped, title=_NEW))
            return PresetDraft(_preset(model), model.emblem or b"")

    def save(self, draft: PresetDraft) -> Saved:
        """Keep a preset as the user's own: a shipped one is copied, an own one is changed.

        ``record_id`` of the answer is the number of the kept preset, as in its code «own-1».
        """
        preset = draft.preset
        refuse_errors([*problems_in_preset(preset), *_problems_in_emblem(draft.emblem)])
        title = f"Страница приказа «{preset.title.strip()}» сохранена"
        with self._base.begin(title, Changes.SCHOOL) as session:
            model = _model(session, preset.code)
            if model is None:
                number = (session.scalar(select(func.max(PagePresetModel.preset_id))) or 0) + 1
                code = f"{_OWN}{number}"
                model = PagePresetModel(preset_id=number, code=code, position=number)
                session.add(model)
            model.title = preset.title.strip()
            model.settings = _settings(replace(preset, code=model.code, title=model.title))
            model.emblem = draft.emblem or None
            session.flush()
            return Saved(title, Changes.SCHOOL, model.preset_id)

    def read_emblem(self, path: Path) -> bytes:
        """The picture of a file; raises UnreadableFile for one that cannot be printed."""
        return _emblem(path)

    def preview(self, draft: PresetDraft, year: SchoolYear) -> bytes:
        """The PDF of a sample order on this page, with the school's own requisites."""
        from nastavnik_desktop.services.page_samples import sample_order

        refuse_errors(problems_in_preset(draft.preset))
        with self._base.reading() as session:
            return sample_order(session, draft.preset, draft.emblem, year, self._today())

    def use(self, code: str) -> Saved:
        """Print the school's papers by this preset."""
        with self._base.begin("Выбрана страница приказов", Changes.SCHOOL) as session:
            known = preset_of(session, code)
            if known.code != code:
                raise RuleViolation(_GONE)
            own_school = session.scalars(select(SchoolModel)).first()
            if own_school is None:
                raise RuleViolation("Сначала заполните сведения о школе.")
            own_school.page_preset = code
        return Saved(f"Страница приказов: {known.title}", Changes.SCHOOL)

    def delete(self, code: str) -> Saved:
        """Delete an own preset that is not in use."""
        with self._base.begin("Страница приказа удалена", Changes.SCHOOL) as session:
            model = _found(session, code)
            in_use = select(SchoolModel.school_id).where(SchoolModel.page_preset == code)
            if session.scalars(in_use).first() is not None:
                raise RuleViolation("По этой странице печатаются приказы: сначала выберите другую.")
            session.delete(model)
        return Saved("Страница приказа удалена", Changes.SCHOOL)


def problems_in_preset(preset: PagePreset) -> list[Problem]:
    """What keeps a preset from being saved: margins below the standard's, unreadable sizes."""
    found = [] if preset.title.strip() else [Problem("title", "Назовите настройку страницы.")]
    found += too_long("title", preset.title, min(LONGEST_LINE, 200))
    for name, least in LEAST_MARGINS_MM.items():
        margin = getattr(preset.page, name)
        if not least <= margin <= 60:
            found.append(Problem(name, f"Поле – от {least:.0f} до 60 мм, а указано {margin:g} мм."))
    for name in ("size_pt", "table_size_pt", "note_size_pt"):
        if not 8 <= getattr(preset.text, name) <= 16:
            found.append(Problem(name, "Размер шрифта – от 8 до 16."))
    if not 1 <= preset.text.line_spacing <= 2:
        found.append(Problem("line_spacing", "Межстрочный интервал – от 1 до 2."))
    if not 0 <= preset.text.first_line_mm <= 25:
        found.append(Problem("first_line_mm", "Отступ первой строки – от 0 до 25 мм."))
    if not 40 <= preset.angled_line_mm <= 100:
        found.append(Problem("angled_line_mm", "Ширина угловых реквизитов – от 40 до 100 мм."))
    if not 5 <= preset.emblem_height_mm <= 60:
        found.append(Problem("emblem_height_mm", "Высота эмблемы – от 5 до 60 мм."))
    return found


def _problems_in_emblem(emblem: bytes) -> list[Problem]:
    problem = problem_of_picture(emblem) if emblem else ""
    return [Problem("emblem", problem)] if problem else []


def _model(session: Session, code: str) -> PagePresetModel | None:
    return session.scalars(select(PagePresetModel).where(PagePresetModel.code == code)).first()


def _found(session: Session, code: str) -> PagePresetModel:
    model = _model(session, code)
    if model is None:
        raise RuleViolation(_GONE)
    return model


def _preset(model: PagePresetModel) -> PagePreset:
    return cast("PagePreset", from_json(PagePreset, model.settings))


def _settings(preset: PagePreset) -> dict[str, Any]:
    return cast("dict[str, Any]", to_json(preset))


def _emblem(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile("Файл не удалось прочитать.", path.name) from error
    if not content.startswith(_SIGNATURES):
        raise UnreadableFile("Эмблема – это картинка PNG или JPEG.", path.name)
    if len(content) > LARGEST_EMBLEM_BYTES:
        raise UnreadableFile("Картинка больше 1\u00a0МБ: уменьшите её.", path.name)
    if problem := problem_of_picture(content):
        raise UnreadableFile(problem, path.name)
    return content
