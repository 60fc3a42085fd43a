"""«Свод»: figures of the schools that sent packages, added up, compared, by type and by year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.engine import Base
from db.queries import consolidation as queries
from db.queries.school import school as school_of
from nastavnik_desktop.domain.consolidation.duplicates import PersonInSchool, Repeated, repeated
from nastavnik_desktop.domain.consolidation.received import SchoolRow
from nastavnik_desktop.domain.consolidation.schools import SchoolKind
from nastavnik_desktop.domain.consolidation.shares import (
    ShareOfSchools,
    first_plan,
    shares_by_year,
)
from nastavnik_desktop.domain.consolidation.summing import (
    Consolidated,
    SchoolReport,
    consolidate,
    total_rows,
)
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.report import FormReport
from nastavnik_desktop.domain.statistics.sealed import unsealed
from nastavnik_desktop.exchange.package_file import people_of
from nastavnik_desktop.services.files import render
from nastavnik_desktop.services.package_taking import FORM, PEOPLE, unpacked
from nastavnik_desktop.services.statistics_forms import FORM_CODES


@dataclass(frozen=True)
class TotalsOfKind:
    """Schools of one type: how many are in the list, how many sent, and the totals of a form.

    ``figures`` are those of the last total row of the form's first table, as they are printed.
    """

    kind: SchoolKind | None
    schools: int
    sent: int
    figures: tuple[str, ...]

    @property
    def title(self) -> str:
        """The type, or «Всего»."""
        return self.kind.label if self.kind is not None else "Всего"


@dataclass(frozen=True)
class KindTable:
    """Totals by type of school with the headings of their figures."""

    headings: tuple[str, ...]
    rows: tuple[TotalsOfKind, ...]


@dataclass(frozen=True)
class FormOfPackages:
    """A form that some package of the year holds."""

    code: str
    title: str
    short_title: str
    schools: int


class ConsolidationService:
    """Reads of the page «Свод»; what is written goes through the services beside it."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def rows(self, year: SchoolYear) -> list[SchoolRow]:
        """All schools of the list with their packages of a school year."""
        with self._base.reading() as session:
            return queries.school_rows(session, year.start)

    def forms(self, year: SchoolYear) -> list[FormOfPackages]:
        """Forms that came in packages: those of the program in their order, then others."""
        with self._base.reading() as session:
            names = queries.part_names(session, year.start)
            codes = [name.removeprefix(FORM) for name in names if name.startswith(FORM)]
            order = {code: place for place, code in enumerate(FORM_CODES)}
            codes.sort(key=lambda code: (order.get(code, len(order)), code))
            return [_info(code, _reports(session, code, year)) for code in codes]

    def consolidated(
        self, code: str, year: SchoolYear, kind: SchoolKind | None = None
    ) -> Consolidated:
        """A form of all schools that sent it, or of those of one type.

        Raises RuleViolation when none did.
        """
        with self._base.reading() as session:
            reports = _reports(session, code, year)
            if kind is not None:
                rows = queries.school_rows(session, year.start)
                kinds = {row.school_id: row.school.kind for row in rows}
                reports = [one for one in reports if kinds[one.school_id] is kind]
        if not reports:
            raise RuleViolation("Ни одна школа не прислала эту форму: сводить нечего.")
        return consolidate(reports)

    def by_kind(self, code: str, year: SchoolYear) -> KindTable:
        """Totals by type of school: the types that are in the list, then all together."""
        with self._base.reading() as session:
            rows, reports = queries.school_rows(session, year.start), _reports(session, code, year)
        whole = consolidate(reports).report if reports else None
        kinds = [kind for kind in SchoolKind if any(row.school.kind is kind for row in rows)]
        found = []
        for kind in (*kinds, None):
            own = [row for row in rows if kind is None or row.school.kind is kind]
            ids = {row.school_id for row in own if row.package is not None}
            part = [one for one in reports if one.school_id in ids]
            figures = _totals(consolidate(part).report) if part else ()
            found.append(TotalsOfKind(kind, len(own), len(ids), figures))
        return KindTable(_headings(whole) if whole else (), tuple(found))

    def shares(self, year: SchoolYear) -> list[ShareOfSchools]:
        """The share of schools of the list that take part, by year, with the plan."""
        with self._base.reading() as session:
            expected = sum(one.is_expected for one in queries.schools(session))
            plan = queries.share_plan(session)
            taking_part = queries.taking_part(session)
        return shares_by_year(
            expected, taking_part, plan if plan.percents else first_plan(year.start)
        )

    def duplicates(self, year: SchoolYear) -> list[Repeated]:
        """People who stand in packages of two schools, among packages that carry people."""
        with self._base.reading() as session:
            names = {one.school_id or 0: one.name for one in queries.schools(session)}
            people = [
                PersonInSchool(school_id, names[school_id], person)
                for school_id, content in queries.parts(session, PEOPLE, year.start)
                for person in people_of(unpacked(content))
            ]
        return repeated(people)

    # Files

    def render_form(self, consolidated: Consolidated, file_format: str) -> bytes:
        """A consolidated form as a paper: ``xlsx``, ``pdf``, ``docx`` or ``csv``."""
        from nastavnik_desktop.services.statistics_papers import report_csv, report_document

        if file_format == "csv":
            return report_csv(consolidated.report)
        with self._base.reading() as session:
            municipality = school_of(session) or School()
        return render(report_document(consolidated.report, municipality), file_format)

    def render_all(self, year: SchoolYear, file_format: str) -> bytes:
        """The whole consolidation as one workbook or paper: lists, totals, charts, every form."""
        from nastavnik_desktop.services.consolidation_papers import consolidation_document

        forms = [self.consolidated(info.code, year) for info in self.forms(year)]
        with self._base.reading() as session:
            municipality = school_of(session) or School()
        kinds = [(one, self.by_kind(one.report.form.code, year)) for one in forms[:1]]
        document = consolidation_document(
            municipality.short_name or municipality.full_name,
            year,
            self.rows(year),
            forms,
            kinds[0][1] if kinds else None,
            self.shares(year),
            self.duplicates(year),
        )
        return render(document, file_format)


def _reports(session: Session, code: str, year: SchoolYear) -> list[SchoolReport]:
    names = {one.school_id or 0: one.name for one in queries.schools(session)}
    return [
        SchoolReport(school_id, names[school_id], unsealed(unpacked(content)))
        for school_id, content in queries.parts(session, f"{FORM}{code}", year.start)
    ]


def _info(code: str, reports: list[SchoolReport]) -> FormOfPackages:
    form = reports[0].report.form
    return FormOfPackages(code, form.title, form.short_title, len(reports))


def _totals(report: FormReport) -> tuple[str, ...]:
    row = total_rows(report.form)[0]
    columns = report.form.tables[0].counted_columns
    return tuple(report.cells[row, column.number].shown for column in columns)


def _headings(report: FormReport) -> tuple[str, ...]:
    columns = report.form.tables[0].counted_columns
    return tuple(": ".join(column.heading[-2:]) for column in columns)
