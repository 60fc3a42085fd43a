"""A hundred packages of 60 staff and 600 students each: taken, and one form consolidated."""

import json
import zlib
from dataclasses import replace
from functools import partial
from time import perf_counter

from db.engine import open_base
from db.models import SchoolModel
from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.domain.consolidation.received import Arrival
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.exchange.package_file import write_package
from tests.benchmarks.forms import AS_OF, _fill
from tests.benchmarks.measures import Measure, milliseconds

PASSWORD = "пароль-управления"
YEAR = SchoolYear.of(AS_OF)


def measures(folder, rounds=3, *, small=False):
    """Goals: taken in under a minute, a consolidated form in under two seconds."""
    count = 3 if small else 100
    package = _package(folder / "школа с посылкой.nastavnik", small=small)
    paths = [_written(folder, package, number) for number in range(count)]
    size = sum(path.stat().st_size for path in paths) / count / 1024
    base = open_base(folder / "управление.nastavnik", create=True)
    with base:
        exchange = Services(base).exchange
        began = perf_counter()
        found = exchange.taking.open_files(paths, [PASSWORD])
        exchange.taking.take(found.of(Arrival.NEW))
        taken = (perf_counter() - began) * 1000
        content = zlib.compress(json.dumps("x" * int(size * 4096)).encode())
        unpacked = milliseconds(partial(_unpack, content, count), rounds)
        what = f"{count} closed packages of {len(package.people)} people taken ({size:.0f} KB each)"
        yield Measure(what, taken, unpacked, "unpacking as much JSON", "<= 60 s")
        form = partial(exchange.consolidation.consolidated, "participants", YEAR)
        seldom = partial(exchange.consolidation.consolidated, "oo1-3.1", YEAR)
        yield Measure(
            f"consolidated form of {count} schools: «Участники», and the largest",
            milliseconds(form, rounds), milliseconds(seldom, rounds), "ОО-1 3.1", "<= 2 s",
        )  # fmt: skip
        repeated = milliseconds(partial(exchange.consolidation.duplicates, YEAR), rounds)
        yield Measure(f"people of {count} schools compared", repeated, unpacked,
                      "unpacking as much JSON", "<= 5 s")  # fmt: skip


def _unpack(content, count):
    for _ in range(count):
        json.loads(zlib.decompress(content))


def _package(path, *, small):
    with open_base(path, create=True) as base:
        _fill(base, 6 if small else 60, 30 if small else 600, 1)
        with base.begin("Сведения о школе") as session:
            session.add(SchoolModel(school_id=1, full_name="Школа", short_name="Школа"))
        service = Services(base).exchange.packages
        draft = replace(
            service.new_draft(AS_OF), with_people=True, password=PASSWORD, password_again=PASSWORD
        )
        return service.prepare(draft).package


def _written(folder, package, number):
    school = replace(package.school, name=f"МБОУ «СОШ № {number}»")
    people = tuple(
        replace(one, name=FullName(f"Школьник{number}", one.name.first_name, "Ильич"))
        for one in package.people
    )
    made = replace(package, uid=f"{number:032x}", school=school, people=people)
    path = folder / f"{number}.posylka"
    path.write_bytes(write_package(made, PASSWORD))
    return path
