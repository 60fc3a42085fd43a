"""The consolidation as the headless command prints it."""

from __future__ import annotations

from typing import Any

from nastavnik_desktop.domain.consolidation.received import SchoolRow
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.consolidation import ConsolidationService
from nastavnik_desktop.services.statistics_json import report_json


def consolidation_json(service: ConsolidationService, year: SchoolYear) -> dict[str, Any]:
    """Schools, forms, totals by type, shares and duplicates of a school year.

    ``schools`` and ``management_teams`` are lists as municipal road maps print them. In the cells
    of forms ``people`` are numbers of schools.
    """
    rows = service.rows(year)
    forms = [service.consolidated(info.code, year) for info in service.forms(year)]
    kinds = service.by_kind(forms[0].report.form.code, year) if forms else None
    return {
        "year": year.label,
        "missing": [row.school.name for row in rows if row.package is None],
        "schools": [_school(row) for row in rows],
        "management_teams": [
            {"name": row.school.name, "role": row.school.team_role}
            for row in rows
            if row.school.team_role
        ],
        "forms": [
            {**report_json(one.report), "schools": len(one.schools), "left_out": list(one.left_out)}
            for one in forms
        ],
        "by_kind": [
            {"kind": one.title, "schools": one.schools, "sent": one.sent,
             "figures": list(one.figures)}
            for one in (kinds.rows if kinds else ())
        ],
        "shares": [
            {
                "year": SchoolYear(one.year).label,
                "schools": one.schools,
                "taking_part": one.taking_part,
                "plan": one.plan,
                "percent": float(one.percent) if one.percent is not None else None,
            }
            for one in service.shares(year)
        ],
        "duplicates": [
            {
                "person": one.title,
                "schools": [place.school for place in one.places],
                "sure": one.is_sure,
                "counted_twice": one.is_counted_twice,
            }
            for one in service.duplicates(year)
        ],
    }  # fmt: skip


def _school(row: SchoolRow) -> dict[str, Any]:
    return {
        "school_id": row.school_id,
        "name": row.school.name,
        "model": row.school.mentoring_model,
        "kind": row.school.kind.value,
        "expected": row.school.is_expected,
        "standing": row.standing.value,
    }
