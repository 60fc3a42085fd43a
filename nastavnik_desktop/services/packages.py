"""«Отправить в управление»: the school's package is made, kept in mind, and answered."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import ExchangeSettingsModel, FrozenReportModel, SentPackageModel
from db.queries.consolidation import sent_rows, settings_row
from db.queries.pairings import mentoring_forms
from db.queries.road_maps import all_road_maps
from db.queries.school import school as school_of
from db.queries.statistics import statistics_facts
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consolidation.package import (
    Package,
    PackageDraft,
    Remarks,
    SchoolCard,
    SentRow,
    Verdict,
    bare,
    problems_in,
)
from nastavnik_desktop.domain.consolidation.schools import BaseLevel, kind_of
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.statistics.report import FormReport
from nastavnik_desktop.domain.statistics.sealed import sealed
from nastavnik_desktop.services.files import write_whole
from nastavnik_desktop.services.package_contents import execution_of, models_of, people_of, team_of
from nastavnik_desktop.services.results import Saved, refuse_errors
from nastavnik_desktop.services.road_maps import kept_road_maps
from nastavnik_desktop.services.statistics_filling import filled
from nastavnik_desktop.services.statistics_forms import FormLibrary

_CHANGES = Changes.REPORTS
_NOTE = "в посылке"


@dataclass(frozen=True)
class Prepared:
    """A package ready to be written: what the file carries, and whole reports to keep at home."""

    package: Package
    reports: tuple[FormReport, ...]


class PackageService:
    """Use cases of a school that sends."""

    def __init__(self, base: Base, library: FormLibrary, today: Callable[[], date]) -> None:
        self._base = base
        self._library = library
        self._today = today

    def new_draft(self, as_of: date | None = None) -> PackageDraft:
        """A sending with what is known: all forms, the last addressee, model and team."""
        day = as_of or self._today()
        with self._base.reading() as session:
            kept = settings_row(session)
            school = school_of(session) or School()
            models = models_of(statistics_facts(session, day), mentoring_forms(session), day)
        most = max(models, key=lambda one: one.pairings, default=None)
        return PackageDraft(
            as_of=day,
            forms=tuple(info.code for info in self._library.forms()),
            kind=kept["school_kind"] or kind_of(school.short_name or school.full_name),
            mentoring_model=kept["mentoring_model"] or (most.title if most else ""),
            team_role=kept["team_role"],
            recipient=kept["recipient"] or school.founder,
        )

    def prepare(self, draft: PackageDraft) -> Prepared:
        """Fill the forms and gather the rest; nothing is written yet."""
        refuse_errors(problems_in(draft))
        as_of = draft.as_of or self._today()
        with self._base.reading() as session:
            school = school_of(session)
            if school is None or not (school.short_name or school.full_name).strip():
                message = "Сначала укажите название школы в «Настройках»: оно стоит в посылке."
                raise RuleViolation(message)
            reports = tuple(filled(session, self._library, code, as_of) for code in draft.forms)
            facts = statistics_facts(session, as_of, is_whole_school=draft.with_people)
            package = Package(
                uid=uuid.uuid4().hex,
                made_at=datetime.now().replace(microsecond=0),
                as_of=as_of,
                school=_card(school, draft),
                forms=tuple(bare(report) for report in reports),
                models=models_of(facts, mentoring_forms(session), as_of),
                team=team_of(school, as_of) if draft.with_people else (),
                road_map=execution_of(kept_road_maps(session, all_road_maps(session)), as_of),
                people=people_of(facts, as_of) if draft.with_people else (),
                note=draft.note.strip(),
            )
        return Prepared(package, reports)

    def send(self, draft: PackageDraft, prepared: Prepared, path: Path) -> Saved:
        """Write the file, and keep copies of its forms as sent; both or neither."""
        from nastavnik_desktop.exchange.package_file import write_package

        refuse_errors(problems_in(draft))
        package = prepared.package
        if package.people and not draft.password:
            raise RuleViolation("Сведения о людях отправляются только с паролем.", "password")
        content = write_package(package, draft.password)
        title = f"Посылка в управление на {short_date(package.as_of)}"
        with self._base.begin(title, _CHANGES) as session:
            _keep_settings(session, draft)
            sent_on = max(self._today(), package.as_of)
            session.add_all(_frozen(report, draft, sent_on) for report in prepared.reports)
            model = SentPackageModel(
                uid=package.uid,
                as_of=package.as_of,
                made_on=sent_on,
                recipient=draft.recipient.strip(),
                verdict=Verdict.WAITING,
                remarks=[],
            )
            session.add(model)
            session.flush()
            write_whole(path, content)
            return Saved(f"Посылка сохранена: {path.name}", _CHANGES, model.sent_id)

    def rows(self) -> list[SentRow]:
        """Sendings with the answers to them, the latest first."""
        with self._base.reading() as session:
            return sent_rows(session)

    def read_remarks(self, path: Path) -> Remarks:
        """The answer of a file; raises UnreadableFile in words."""
        from nastavnik_desktop.exchange.remarks_file import read_remarks
        from nastavnik_desktop.services.package_files import file_content

        return read_remarks(file_content(path))

    def take_remarks(self, remarks: Remarks) -> Saved:
        """Keep an answer beside the package that it is about.

        Raises RuleViolation when this school sent no such package.
        """
        title = f"Ответ управления: посылка {remarks.verdict.label}"
        with self._base.begin(title, _CHANGES) as session:
            statement = select(SentPackageModel).where(SentPackageModel.uid == remarks.uid)
            model = session.scalars(statement).first()
            if model is None:
                message = f"Эти замечания – к посылке другой базы ({remarks.school})."
                raise RuleViolation(message)
            model.verdict, model.remarks = remarks.verdict, list(remarks.lines)
            model.answered_on = remarks.answered_on
            return Saved(title, _CHANGES, model.sent_id)


def _card(school: School, draft: PackageDraft) -> SchoolCard:
    return SchoolCard(
        name=school.short_name.strip() or school.full_name.strip(),
        full_name=school.full_name.strip(),
        inn=school.inn.strip(),
        kind=draft.kind,
        mentoring_model=draft.mentoring_model.strip(),
        team_role=draft.team_role.strip(),
    )


def _keep_settings(session: Session, draft: PackageDraft) -> None:
    row = session.scalars(select(ExchangeSettingsModel)).first()
    if row is None:
        row = ExchangeSettingsModel(settings_id=1, level=BaseLevel.SCHOOL)
        session.add(row)
    row.school_kind = draft.kind
    row.mentoring_model = draft.mentoring_model.strip()
    row.team_role, row.recipient = draft.team_role.strip(), draft.recipient.strip()


def _frozen(report: FormReport, draft: PackageDraft, sent_on: date) -> FrozenReportModel:
    return FrozenReportModel(
        form_code=report.form.code,
        title=report.form.title,
        as_of=report.as_of,
        sent_on=sent_on,
        recipient=draft.recipient.strip() or "Управление",
        signed_by="",
        note=_NOTE,
        content=sealed(report),
    )
