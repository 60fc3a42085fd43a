"""The municipality's own lists: expected schools, the plan of shares, answers to packages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import (
    MunicipalSchoolModel,
    ReceivedPackageModel,
    SharePlanModel,
)
from db.queries.consolidation import level_of, schools, share_plan
from db.queries.school import school as school_of
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consolidation import shares as share_rules
from nastavnik_desktop.domain.consolidation.package import Remarks
from nastavnik_desktop.domain.consolidation.received import VerdictDraft, problems_in
from nastavnik_desktop.domain.consolidation.schools import (
    BaseLevel,
    MunicipalSchool,
    kind_of,
    name_key,
    same_school,
)
from nastavnik_desktop.domain.consolidation.schools import problems_in as problems_in_school
from nastavnik_desktop.domain.consolidation.shares import SharePlan, first_plan
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.files import render, write_whole
from nastavnik_desktop.services.results import Saved, refuse_errors, refuse_stale
from nastavnik_desktop.services.school import write_level

_CHANGES = Changes.PACKAGES
_GONE = "Этой школы больше нет в перечне."


class MunicipalService:
    """Use cases of a municipality beside reading the consolidation."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    # Whose base it is

    def level(self) -> BaseLevel:
        """A school's base, or a municipality's."""
        with self._base.reading() as session:
            return level_of(session)

    def save_level(self, level: BaseLevel) -> Saved:
        """Say whose base it is; the pages of the window follow."""
        title = f"Уровень базы: {level.label.lower()}"
        changes = Changes.PACKAGES | Changes.SCHOOL
        with self._base.begin(title, changes) as session:
            write_level(session, level)
        return Saved(title, changes)

    # The list of schools

    def save_school(self, draft: MunicipalSchool, seen: MunicipalSchool | None = None) -> Saved:
        """Enter a school, or change one of the list; two alike are refused.

        ``seen`` is the school as it was opened: raises ChangedMeanwhile when it is another by now.
        """
        refuse_errors(problems_in_school(draft))
        school = replace(draft, name=" ".join(draft.name.split()), inn=draft.inn.strip())
        words = "Добавлена школа" if school.school_id is None else "Изменена школа"
        title = f"{words}: {school.name}"
        with self._base.begin(title, _CHANGES) as session:
            known = {one.school_id: one for one in schools(session)}
            if seen is not None and school.school_id in known:
                refuse_stale(school.name, seen, known[school.school_id])
            others = [one for key, one in known.items() if key != school.school_id]
            if same_school(others, school.name, school.inn) is not None:
                raise RuleViolation("Такая школа в перечне уже есть.", "name")
            row = _school_row(session, school)
            return Saved(title, _CHANGES, row.school_id)

    def add_schools(self, found: Sequence[MunicipalSchool]) -> Saved:
        """Add schools that are not in the list yet; of the others the model and team are kept."""
        with self._base.begin("Дополнен перечень школ", _CHANGES) as session:
            added = 0
            for school in found:
                refuse_errors(problems_in_school(school))
                known = same_school(schools(session), school.name, school.inn)
                added += known is None
                merged = school if known is None else _merged(known, school)
                _school_row(session, merged)
        number = counted(added, "школа", "школы", "школ")
        return Saved(f"Добавлено в перечень: {number}", _CHANGES)

    def schools_in(self, text: str) -> list[MunicipalSchool]:
        """Schools of a pasted list, one a line; the type is told by the name.

        What stands behind a tab is an ИНН if it looks like one.
        """
        found = []
        for line in text.splitlines():
            name, _, rest = line.strip().partition("\t")
            if name_key(name):
                inn = next(
                    (word for word in rest.split() if word.isdigit() and len(word) == 10), ""
                )
                found.append(MunicipalSchool(" ".join(name.split()), kind_of(name), inn))
        return found

    def schools_of_road_map(self, path: Path) -> list[MunicipalSchool]:
        """Schools with models and teams from the lists of a municipal road map.

        Raises UnreadableFile when the file is no road map, RuleViolation when it names no school.
        """
        from nastavnik_desktop.imports.road_maps.reading import read_road_map

        reading = read_road_map(path)
        roles = {name_key(team.name): team.role for team in reading.management_teams}
        found = [
            MunicipalSchool(
                one.name,
                kind_of(one.name),
                mentoring_model=one.model[:500],
                team_role=roles.get(name_key(one.name), "")[:500],
            )
            for one in reading.schools
        ]
        if not found:
            raise RuleViolation("В этой дорожной карте нет перечня школ.")
        return found

    def remove_school(self, school_id: int) -> Saved:
        """Take a school out of the list; one that has sent a package stays."""
        with self._base.begin("Школа убрана из перечня", _CHANGES) as session:
            row = session.get(MunicipalSchoolModel, school_id)
            if row is None:
                raise RuleViolation(_GONE)
            statement = select(ReceivedPackageModel.package_id).where(
                ReceivedPackageModel.school_id == school_id
            )
            if session.scalars(statement).first() is not None:
                message = f"{row.name} прислала посылку: убрать школу нельзя."
                raise RuleViolation(f"{message} Снимите отметку «в перечне».")
            session.delete(row)
        return Saved("Школа убрана из перечня", _CHANGES)

    # The plan

    def plan(self, year: SchoolYear) -> SharePlan:
        """The plan of shares; 40, 60, 80 and 100 per cent from a year on until one is written."""
        with self._base.reading() as session:
            kept = share_plan(session)
        return kept if kept.percents else first_plan(year.start)

    def save_plan(self, plan: SharePlan) -> Saved:
        """Keep the plan of shares."""
        refuse_errors(share_rules.problems_in(plan))
        with self._base.begin("Изменён план доли школ", _CHANGES) as session:
            rows = {row.year: row for row in session.scalars(select(SharePlanModel))}
            for year, percent in plan.percents:
                row = rows.pop(year, None) or SharePlanModel(year=year)
                row.percent = percent
                session.add(row)
            for row in rows.values():
                session.delete(row)
        return Saved("План доли школ сохранён", _CHANGES)

    # Answers

    def answer(self, package_id: int, draft: VerdictDraft, *, uid: str) -> Saved:
        """Accept a package or return it with remarks.

        ``uid`` names the package that was seen: raises RuleViolation when another one has come
        in its place meanwhile.
        """
        refuse_errors(problems_in(draft))
        title = f"Посылка {draft.verdict.label}"
        with self._base.begin(title, _CHANGES) as session:
            row = session.get(ReceivedPackageModel, package_id)
            if row is None or row.uid != uid:
                message = "Пока вы смотрели, школа прислала новую посылку. Проверьте её снова."
                raise RuleViolation(message)
            school = session.get_one(MunicipalSchoolModel, row.school_id)
            row.verdict, row.remarks = draft.verdict, list(draft.lines)
            return Saved(f"{title}: {school.name}", _CHANGES, package_id)

    def remarks(self, package_id: int) -> Remarks:
        """The answer to a package, for its file and its paper."""
        with self._base.reading() as session:
            row = session.get(ReceivedPackageModel, package_id)
            if row is None:
                raise RuleViolation("Этой посылки больше нет в базе.")
            school = session.get_one(MunicipalSchoolModel, row.school_id)
            municipality = school_of(session) or School()
            return Remarks(
                uid=row.uid,
                school=school.name,
                as_of=row.as_of,
                answered_on=max(self._today(), row.as_of),
                verdict=row.verdict,
                lines=tuple(row.remarks),
                sender=municipality.short_name or municipality.full_name,
            )

    def save_remarks(self, package_id: int, path: Path) -> Saved:
        """Write the answer as a file that the school's program reads."""
        from nastavnik_desktop.exchange.remarks_file import write_remarks

        write_whole(path, write_remarks(self.remarks(package_id)))
        return Saved(f"Сохранено: {path.name}", Changes.NOTHING)

    def render_remarks(self, package_id: int, file_format: str) -> bytes:
        """The answer as a paper: ``pdf`` or ``docx``."""
        from nastavnik_desktop.documents.remarks import remarks_document

        return render(remarks_document(self.remarks(package_id)), file_format)


def _school_row(session: Session, school: MunicipalSchool) -> MunicipalSchoolModel:
    if school.school_id is None:
        places = [place for (place,) in session.execute(select(MunicipalSchoolModel.position))]
        row = MunicipalSchoolModel(position=max(places, default=0) + 1)
    else:
        found = session.get(MunicipalSchoolModel, school.school_id)
        if found is None:
            raise RuleViolation(_GONE)
        row = found
    row.name, row.name_key, row.kind = school.name, school.key, school.kind
    row.inn, row.is_expected = school.inn, school.is_expected
    row.mentoring_model = school.mentoring_model.strip()
    row.team_role = school.team_role.strip()
    session.add(row)
    session.flush()
    return row


def _merged(known: MunicipalSchool, found: MunicipalSchool) -> MunicipalSchool:
    """What the list knows stays; a blank is filled by what was found."""
    return replace(
        known,
        inn=known.inn or found.inn,
        is_expected=True,
        mentoring_model=known.mentoring_model or found.mentoring_model,
        team_role=known.team_role or found.team_role,
    )
