"""A demand to delete a person's data reaches the packages that a municipality has received."""

import base64
import json
import zlib
from dataclasses import replace

import pytest
from sqlalchemy import text

from nastavnik_desktop.domain.consolidation.package import Verdict
from nastavnik_desktop.domain.consolidation.received import Arrival, VerdictDraft
from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.school_year import SchoolYear
from tests.domain.statistics_school import AS_OF
from tests.factory import YEAR as CARD_YEAR
from tests.factory import make_person
from tests.services.packages_of_schools import PASSWORD, package_of

YEAR = SchoolYear.of(AS_OF)


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packages")
    return [package_of(folder, number, people=True) for number in (1, 2)]


@pytest.fixture
def city(new_services, packages):
    new_services.exchange.municipal.save_level(BaseLevel.MUNICIPALITY)
    take(new_services, packages)
    return new_services


def take(services, paths, **changes):
    taking = services.exchange.taking
    found = taking.open_files(paths, [PASSWORD])
    incoming = [
        replace(one, package=replace(one.package, **changes)) if changes else one
        for one in found.incoming
    ]
    taking.take([replace(one, arrival=Arrival.NEWER) for one in incoming])


def somebody(services):
    """A person of the packages with a full date of birth."""
    found = services.exchange.held_people.preview(last_names(services)[0]).found
    return next(one.person for one in found if one.person and one.person.birth_date)


def last_names(services):
    with services._base.reading() as session:
        parts = session.connection().execute(
            text("SELECT content FROM package_parts WHERE name = 'people'")
        )
        people = [one for (content,) in parts for one in json.loads(zlib.decompress(content))]
    return [one["name"][0] for one in people if one.get("birth_date")]


def held(services, name):
    return services.exchange.held_people.preview(name).found


def everything_kept(services):
    """All that packages and the journal hold, unpacked."""
    found = []
    with services._base.reading() as session:
        connection = session.connection()
        for (content,) in connection.execute(text("SELECT content FROM package_parts")):
            found.append(zlib.decompress(content).decode())
        for table in ("received_packages", "journal_changes", "journal_steps"):
            for row in connection.execute(text(f"SELECT * FROM {table}")):
                found += [str(row).encode().decode("unicode_escape", "ignore"), str(row)]
        for before, after in connection.execute(
            text("SELECT before, after FROM journal_changes WHERE table_name = 'package_parts'")
        ):
            for side in (before, after):
                values = json.loads(side) if isinstance(side, str) else side
                if values and values.get("content"):
                    found.append(zlib.decompress(base64.b64decode(values["content"])).decode())
    return "\n".join(found)


def test_what_packages_hold_is_told_and_removed_with_its_traces(city):
    person = somebody(city)
    name = person.name.full
    found = held(city, name)
    assert {one.school for one in found} == {"МБОУ «СОШ № 1»", "МБОУ «СОШ № 2»"}
    assert person.name.last_name in everything_kept(city)
    counts = {row.school.name: row.package.people for row in rows(city)}
    saved = city.exchange.held_people.remove(found)
    assert saved.message.replace("\u00a0", " ") == "Удалено из посылок и из журнала: 2 записи"
    assert held(city, name) == ()
    assert name.split()[0] + '", "' + name.split()[1] not in everything_kept(city)
    after = {row.school.name: row.package.people for row in rows(city)}
    assert after == {school: number - 1 for school, number in counts.items()}
    assert city.bases.check() == []


def rows(services):
    return [row for row in services.exchange.consolidation.rows(YEAR) if row.package]


def test_only_what_was_chosen_goes_and_figures_stay(city):
    person = somebody(city)
    found = held(city, person.name.full)
    before = city.exchange.consolidation.consolidated("participants", YEAR)
    city.exchange.held_people.remove(found[:1])
    assert held(city, person.name.full) == found[1:]
    assert city.exchange.consolidation.consolidated("participants", YEAR) == before


def test_a_package_that_was_replaced_since_is_cleared_from_the_journal(city, packages):
    person = somebody(city)
    later = next(iter(rows(city))).package.made_at.replace(year=2099)
    take(city, packages[:1], uid="новая", made_at=later, people=())
    take(city, packages[1:], uid="новая 2", made_at=later, people=(person,))
    assert [one.school for one in held(city, person.name.full)] == ["МБОУ «СОШ № 2»"]
    city.exchange.held_people.remove(held(city, person.name.full))
    pair = f'"{person.name.last_name}", "{person.name.first_name}"'
    assert pair not in everything_kept(city)
    assert rows(city)[1].package.people == 0


def test_it_cannot_be_undone(city):
    city.exchange.held_people.remove(held(city, somebody(city).name.full))
    assert city.history.state().undo_title == ""
    with pytest.raises(RuleViolation):
        city.history.undo()


def test_a_remark_that_names_the_person_is_found_and_removed(city):
    (row, _other) = rows(city)
    draft = VerdictDraft(Verdict.RETURNED, "Забытовой не указан стаж\nСтрока 03")
    city.exchange.municipal.answer(row.package.package_id, draft, uid=row.package.uid)
    found = held(city, "забытова Анна")
    assert found == ()
    found = held(city, "Забытов")
    assert [one.text for one in found] == ["Забытовой не указан стаж"]
    city.exchange.held_people.remove(found)
    assert rows(city)[0].package.remarks == ("Строка 03",)
    assert "Забытов" not in everything_kept(city)


def test_a_name_must_be_typed(city):
    with pytest.raises(RuleViolation, match="Введите фамилию"):
        city.exchange.held_people.preview("  ")


def test_backups_that_hold_the_person_are_named(city):
    if not city._base.is_sqlite:
        return
    city.bases.back_up()
    preview = city.exchange.held_people.preview(somebody(city).name.full)
    assert len(preview.copies) == 1
    assert city.exchange.held_people.preview("Никто Никого").copies == ()


def test_the_card_of_the_same_person_takes_its_records_in_packages_along(city):
    person = somebody(city)
    name = person.name
    key = make_person(
        city, name.last_name, first_name=name.first_name, patronymic=name.patronymic,
        birth_date=person.birth_date,
    )  # fmt: skip
    namesake = make_person(
        city, name.last_name, first_name=name.first_name, patronymic=name.patronymic
    )
    assert len(city.forgetting.preview(key).held) == 2
    preview = city.forgetting.preview(namesake)
    assert (len(preview.held), len(preview.perhaps_held)) == (0, 2)
    city.forgetting.forget(key)
    assert held(city, name.full) == ()
    assert [row.person_id for row in city.people.rows(CARD_YEAR)] == [namesake]
