"""A package of the reference school, with figures, models and two people."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from nastavnik_desktop.domain.consolidation.package import (
    ModelLine,
    Package,
    PackagePerson,
    RoadMapExecution,
    SchoolCard,
    bare,
)
from nastavnik_desktop.domain.consolidation.schools import SchoolKind
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.statistics.engine import compute
from nastavnik_desktop.services.statistics_forms import FormLibrary
from tests.domain.statistics_school import AS_OF, SCHOOL

PEOPLE = (
    PackagePerson(
        FullName("Петров", "Иван", "Ильич"), "student", date(2012, 3, 5), None, "9А", ("mentee",)
    ),
    PackagePerson(FullName("Ёлкина", "Анна", "Петровна"), "staff", None, 1980, "учитель", ()),
)


@pytest.fixture(scope="session")
def package():
    """What the reference school sends on its date, without people."""
    library = FormLibrary()
    forms = [compute(library.form(code), SCHOOL, AS_OF) for code in ("participants", "pupils")]
    return Package(
        uid="a1b2",
        made_at=datetime(2026, 12, 14, 10, 30),
        as_of=AS_OF,
        school=SchoolCard(
            "МБОУ «СОШ № 17»", "Школа № 17", "7700000001", SchoolKind.SECONDARY, "«педагог»", ""
        ),
        forms=tuple(bare(form) for form in forms),
        models=(ModelLine("«педагог – педагог»", 3, 2, 4),),
        road_map=RoadMapExecution("Дорожная карта 2026/27", 12, 7, 1),
    )


@pytest.fixture(scope="session")
def with_people(package):
    """The same with two people."""
    return replace(package, people=PEOPLE, team=("Белова Ирина Олеговна, заместитель директора",))
