"""Packages of invented schools: each is made by the program over a base of its own."""

from dataclasses import replace

from db.engine import open_base
from db.models import SchoolModel
from nastavnik_desktop.bootstrap import Services
from tests.domain.statistics_school import AS_OF, SCHOOL
from tests.services.statistics_base import write_facts

PASSWORD = "пароль-управления"


def school_services(folder, number, name=None, inn=""):
    """Services over the reference school under another name."""
    base = open_base(folder / f"школа {number}.nastavnik", create=True)
    with base.begin("Сведения о школе") as session:
        session.add(
            SchoolModel(
                school_id=1,
                full_name=f"Школа № {number} города Зареченска",
                short_name=name or f"МБОУ «СОШ № {number}»",
                inn=inn,
                founder="Управление образования",
            )
        )
    write_facts(base, SCHOOL, external={"77"})
    return Services(base)


def send(services, path, *, people=False, **changes):
    """Write the package of a school; answers the path."""
    service = services.exchange.packages
    password = PASSWORD if people else ""
    draft = replace(
        service.new_draft(AS_OF), with_people=people, password=password, password_again=password,
        **changes,
    )  # fmt: skip
    service.send(draft, service.prepare(draft), path)
    return path


def package_of(folder, number, *, people=False, forms=("participants", "educators"), **changes):
    """The package of a school of which nothing else is needed."""
    services = school_services(folder, number)
    path = send(services, folder / f"{number}.posylka", people=people, forms=forms, **changes)
    services.close()
    return path
