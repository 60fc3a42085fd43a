"""«Заполнить их бланк»: open a blank, tell what stands where, fill it, keep the mapping."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import BlankMappingModel
from db.queries.blanks import blank_mappings
from db.queries.pairings import mentoring_forms
from db.queries.school import school as school_of
from nastavnik_desktop.domain.blanks import CellPlace
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.filling.choice import Choices, FormChoice, RowChoice
from nastavnik_desktop.domain.filling.filled import FilledBlank
from nastavnik_desktop.domain.filling.headings import headings_of
from nastavnik_desktop.domain.filling.mapping import (
    BlankMapping,
    MappedCell,
    at_home,
    best_found,
)
from nastavnik_desktop.domain.filling.mapping_json import mapping_json
from nastavnik_desktop.domain.filling.proposals import proposals
from nastavnik_desktop.domain.filling.sources import Source, in_words
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.statistics import engine
from nastavnik_desktop.domain.statistics.form import FormTable, StatisticsForm
from nastavnik_desktop.services.blank_files import (
    BlankFile,
    filled_content,
    load_mapping,
    open_blank,
    write_filled,
    write_mapping,
)
from nastavnik_desktop.services.blank_filling import filled_blank
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.statistics_forms import FormLibrary

__all__ = ["BlankFile", "BlankService", "OpenedBlank"]

_CHANGES = Changes.REPORTS
_LONGEST_TITLE = 300
_CELLS = ("ячейка", "ячейки", "ячеек")


@dataclass(frozen=True)
class OpenedBlank:
    """A blank with its mapping; ``note`` tells how the mapping was found in another file.

    ``forms`` are titles of the school's forms of mentoring by code.
    """

    file: BlankFile
    mapping: BlankMapping
    note: str = ""
    forms: Mapping[str, str] = field(default_factory=dict)


class BlankService:
    """Use cases of the page «Бланки»."""

    def __init__(self, base: Base, library: FormLibrary) -> None:
        self._base = base
        self._library = library

    def open(self, path: Path) -> OpenedBlank:
        """A blank with the mapping of its shape, or the one that fits best."""
        return self.again(open_blank(path))

    def again(self, file: BlankFile) -> OpenedBlank:
        """The blank with its mapping as the base holds it now."""
        with self._base.reading() as session:
            known, forms = blank_mappings(session), _forms(session)
        blank = file.blank
        exact = next((one for one in known if one.shape == blank.shape), None)
        if exact is not None:
            return OpenedBlank(file, exact, forms=forms)
        found = best_found(blank, known)
        if found is None:
            return OpenedBlank(file, BlankMapping(file.title, blank.shape), forms=forms)
        told = [f"Разметка взята из бланка «{found.mapping.title}»"]
        if found.moved:
            told.append(f"сдвинулось: {counted(found.moved, *_CELLS)}")
        if found.lost:
            told.append(f"не нашлось места: {counted(found.lost, *_CELLS)}")
        note = f"{'; '.join(told)}. Проверьте числа."
        return OpenedBlank(file, replace(found.mapping, title=file.title), note, forms)

    def propose(self, opened: OpenedBlank) -> list[MappedCell]:
        """What the program reads in the headings of cells that hold nothing yet."""
        with self._base.reading() as session:
            school = school_of(session) or School()
        names = (school.short_name, school.full_name)
        taken = opened.mapping.by_place
        found = proposals(opened.file.blank, opened.forms, names)
        return [cell for cell in found if cell.place not in taken]

    def keep(self, mapping: BlankMapping, title: str) -> Saved:
        """Keep a mapping for its shape; ``title`` is the step in the words of the user."""
        with self._base.begin(title, _CHANGES) as session:
            model = session.scalars(
                select(BlankMappingModel).where(BlankMappingModel.shape == mapping.shape)
            ).first()
            if not mapping.cells:
                if model is not None:
                    session.delete(model)
                return Saved(title, _CHANGES)
            if model is None:
                model = BlankMappingModel(shape=mapping.shape)
                session.add(model)
            model.title = mapping.title[:_LONGEST_TITLE]
            model.content = mapping_json(mapping)
            session.flush()
            return Saved(title, _CHANGES, model.mapping_id)

    def choices(self, opened: OpenedBlank) -> Choices:
        """What may be chosen for a cell: indicators, groups, cells of the program's forms."""
        forms = tuple(_form_choice(self._library.form(one.code)) for one in self._library.forms())
        return Choices(opened.forms, forms)

    def set_cell(self, opened: OpenedBlank, place: CellPlace, source: Source) -> Saved:
        """Say what stands in a cell; a formula of the blank keeps its cell for itself."""
        sheet = opened.file.blank.sheet(place.sheet)
        if sheet is None or sheet.cell_at(place.row, place.column).is_formula:
            raise RuleViolation(
                f"В ячейке {place.address} стоит формула бланка: она посчитает сама."
            )
        cell = MappedCell(place, source, headings_of(sheet, place.row, place.column))
        return self.keep(opened.mapping.having(cell), f"Ячейка {place.address}: {in_words(source)}")

    def clear_cell(self, opened: OpenedBlank, place: CellPlace) -> Saved:
        """Leave a cell as the blank has it."""
        title = f"Ячейка {place.address} освобождена"
        return self.keep(opened.mapping.without(place), title)

    def confirm(self, opened: OpenedBlank, place: CellPlace | None = None) -> Saved:
        """Accept what was proposed for a cell, or for all of them."""
        mapping = opened.mapping
        if place is None:
            return self.keep(mapping.confirmed(), "Предложенное подтверждено")
        cell = replace(mapping.by_place[place], is_proposed=False)
        return self.keep(mapping.having(cell), f"Ячейка {place.address} подтверждена")

    def accept_proposals(self, opened: OpenedBlank) -> Saved:
        """Put what the headings say into the cells that hold nothing yet; to be confirmed."""
        found = self.propose(opened)
        if not found:
            message = (
                "По заголовкам программа больше ничего не узнала. Выберите ячейку и укажите, "
                "что в ней стоит."
            )
            raise RuleViolation(message)
        title = f"По заголовкам предложено: {counted(len(found), *_CELLS)}"
        return self.keep(opened.mapping.having(*found), title)

    def fill(self, opened: OpenedBlank, as_of: date) -> FilledBlank:
        """The values of all mapped cells on a date, each with who stands behind it."""
        with self._base.reading() as session:
            mapping = at_home(opened.mapping, opened.file.blank)
            return filled_blank(session, self._library, mapping, as_of)

    def write(
        self, file: BlankFile, filled: FilledBlank, path: Path, *, may_replace: bool = False
    ) -> Saved:
        """Write the filled blank; a cell that cannot be filled as mapped stops it.

        ``may_replace`` allows the blank itself to be overwritten.
        """
        for fault in filled.faults:
            raise RuleViolation(fault)
        content = filled_content(file, filled.values)
        write_filled(file, content, path, may_replace=may_replace)
        cells = counted(len(filled.values), *_CELLS)
        return Saved(f"Бланк заполнен ({cells}): {path.name}", Changes.NOTHING)

    def with_mapping_of_file(self, file: BlankFile, path: Path) -> OpenedBlank:
        """A blank with a mapping from a file; raises UnreadableFile with its mistake."""
        with self._base.reading() as session:
            forms = _forms(session)
        mapping = at_home(load_mapping(path), file.blank)
        titled = replace(mapping, shape=file.blank.shape, title=mapping.title or file.title)
        return OpenedBlank(file, titled, forms=forms)

    def take_mapping(self, file: BlankFile, path: Path) -> Saved:
        """Keep a mapping from a file for a blank."""
        title = f"Загружена разметка: {path.name}"
        return self.keep(self.with_mapping_of_file(file, path).mapping, title)

    def save_mapping(self, opened: OpenedBlank, path: Path) -> Saved:
        """Write the mapping to a file, for another school or the headless command."""
        write_mapping(at_home(opened.mapping, opened.file.blank), path)
        return Saved(f"Разметка сохранена: {path.name}", Changes.NOTHING)

    def explain(self, filled: FilledBlank, cell: MappedCell) -> str:
        """What a cell counts, in the words of its indicator and groups."""
        found = filled.at(cell.place)
        if found is None or found.report is None or found.address is None:
            return ""
        return engine.definition(found.report.form, found.address)


def _form_choice(form: StatisticsForm) -> FormChoice:
    """A form with its cells by rows; the word behind the last stroke names a column."""
    rows = (
        RowChoice(row.code, f"{row.printed} {row.title}", _columns(form.table_of(row.code)))
        for row in form.rows
    )
    return FormChoice(form.code, form.short_title, tuple(rows))


def _columns(table: FormTable) -> tuple[tuple[int, str], ...]:
    return tuple(
        (column.number, f"{column.number} {' / '.join(column.heading)}")
        for column in table.counted_columns
    )


def _forms(session: Session) -> dict[str, str]:
    return {form.code: form.title for form in mentoring_forms(session).values()}
