"""The journal: undo, redo, history, forgetting; on a file and on a server alike."""

from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import insert, text, update
from sqlalchemy.orm import undefer

from db import journal
from db.engine import open_base
from db.models import (
    EmploymentModel,
    EnrollmentModel,
    MentoringFormModel,
    Model,
    OrderFileModel,
    OrderModel,
    PersonModel,
    RegisterModel,
    RoleModelModel,
)
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.history import RowChange
from tests.db.content import add_order, add_person, last_names, person, rows_of


def rename(base, key, last_name, title=None):
    with base.begin(title or f"Переименован: {last_name}") as session:
        session.get(PersonModel, key).last_name = last_name


def test_undo_takes_a_step_back_and_redo_repeats_it(base):
    key = add_person(base, "Петров")
    rename(base, key, "Сидоров")
    assert journal.undo(base).title == "Переименован: Сидоров"
    assert last_names(base) == ["Петров"]
    assert journal.redo(base).title == "Переименован: Сидоров"
    assert last_names(base) == ["Сидоров"]


def test_the_state_names_what_undo_and_redo_would_take(base):
    assert journal.state(base).undo_title == ""
    key = add_person(base, "Петров")
    rename(base, key, "Сидоров")
    journal.undo(base)
    state = journal.state(base)
    assert (state.undo_title, state.redo_title) == (
        "Создан человек: Петров",
        "Переименован: Сидоров",
    )


def test_a_step_of_many_tables_goes_and_comes_back_whole(base):
    mentor, mentee = add_person(base, "Иванова"), add_person(base, "Петров")
    before = rows_of(base)
    add_order(base, mentor, mentee)
    after = rows_of(base)
    assert journal.undo(base).changes == Changes.ORDERS | Changes.PAIRINGS
    assert rows_of(base) == before
    journal.redo(base)
    assert rows_of(base) == after


def test_deleted_rows_come_back_with_their_numbers_and_bytes(base):
    order = add_order(base, add_person(base, "Иванова"), add_person(base, "Петров"))
    before = rows_of(base)
    with base.begin("Приказ удалён") as session:
        session.delete(session.get(OrderModel, order))
    assert rows_of(base)["order_files"] == []
    journal.undo(base)
    assert rows_of(base) == before
    with base.reading() as session:
        (file,) = session.query(OrderFileModel).options(undefer("*"))
        assert bytes(file.content) == bytes(range(256))


def test_the_whole_chain_can_be_walked_to_its_start_and_back(base):
    start = rows_of(base)
    key = add_person(base, "Петров", employments=[EmploymentModel(position_title="учитель")])
    rename(base, key, "Сидоров")
    with base.begin("Удалён") as session:
        session.delete(session.get(PersonModel, key))
    add_person(base, "Орлова")
    end = rows_of(base)
    for _ in range(4):
        journal.undo(base)
    assert rows_of(base) == start
    for _ in range(4):
        journal.redo(base)
    assert rows_of(base) == end
    with pytest.raises(RuleViolation, match="Возвращать нечего"):
        journal.redo(base)


def test_nothing_to_undo_is_said(base):
    with pytest.raises(RuleViolation, match="Отменять нечего"):
        journal.undo(base)


def test_a_new_step_drops_what_was_undone(base):
    add_person(base, "Петров")
    journal.undo(base)
    add_person(base, "Сидоров")
    assert journal.state(base).redo_title == ""
    with pytest.raises(RuleViolation, match="Возвращать нечего"):
        journal.redo(base)
    journal.undo(base)
    assert journal.redo(base).title == "Создан человек: Сидоров"


def test_steps_survive_a_restart(sqlite_path):
    with open_base(sqlite_path) as base:
        add_person(base, "Петров")
    with open_base(sqlite_path) as base:
        journal.undo(base)
    with open_base(sqlite_path) as base:
        journal.redo(base)
        assert last_names(base) == ["Петров"]


def step_numbers(base):
    with base.reading() as session:
        query = text("SELECT title, step_id FROM journal_steps ORDER BY step_id")
        return dict(session.connection().execute(query).all())


def test_an_earlier_step_is_undone_by_its_number_if_its_rows_are_untouched(base):
    first, second = add_person(base, "Петров"), add_person(base, "Сидоров")
    rename(base, first, "Орлов")
    rename(base, second, "Белов")
    journal.undo(base, step_id=step_numbers(base)["Переименован: Орлов"])
    assert last_names(base) == ["Петров", "Белов"]


def test_a_later_step_on_the_same_row_forbids_undo_by_name(base):
    key = add_person(base, "Петров")
    with base.begin("Телефон записан") as session:
        session.get(PersonModel, key).phone = "8 (999) 000-00-00"
    number = step_numbers(base)["Создан человек: Петров"]
    with pytest.raises(RuleViolation, match="«Телефон записан»"):
        journal.undo(base, step_id=number)
    assert last_names(base) == ["Петров"]


def test_rows_that_hang_on_an_undone_one_forbid_undo(base):
    key = add_person(base, "Петров")
    with base.begin("Зачислен") as session:
        session.add(EnrollmentModel(person_id=key, school_year=2026, school_class="5А"))
    before = rows_of(base)
    number = step_numbers(base)["Создан человек: Петров"]
    with pytest.raises(RuleViolation, match="ссылаются более новые"):
        journal.undo(base, step_id=number)
    assert rows_of(base) == before


def test_a_title_taken_meanwhile_forbids_undo_and_nothing_is_half_done(base):
    with base.begin("Реестр А") as session:
        session.add_all(
            [RegisterModel(title="А", pattern=""), RegisterModel(title="Б", pattern="")]
        )
    with base.begin("Реестры убраны") as session:
        for register in session.query(RegisterModel):
            session.delete(register)
    with base.begin("Реестр Б") as session:
        session.add(RegisterModel(register_id=77, title="Б", pattern=""))
    before = rows_of(base)
    with pytest.raises(RuleViolation, match="Отменить «Реестры убраны» нельзя"):
        journal.undo(base, step_id=step_numbers(base)["Реестры убраны"])
    assert rows_of(base) == before


def test_a_service_can_veto_an_undo(base):
    add_person(base, "Петров")
    seen = []

    def signed(session, step):
        seen.append((step.title, session.query(PersonModel).count(), step.rows))
        raise RuleViolation("Приказ подписан.")

    with pytest.raises(RuleViolation, match="подписан"):
        journal.undo(base, veto=signed)
    assert seen == [("Создан человек: Петров", 1, frozenset({("people", 1)}))]
    assert last_names(base) == ["Петров"]


def test_a_step_that_may_not_be_undone_says_why(base):
    with base.begin("Год закрыт", refusal="Закрытый год не открывают.") as session:
        session.add(person("Петров"))
    state = journal.state(base)
    assert (state.undo_title, state.refusal) == ("", "Закрытый год не открывают.")
    with pytest.raises(RuleViolation, match="не открывают"):
        journal.undo(base)


def test_on_a_server_each_person_undoes_own_steps(postgres_base):
    add_person(postgres_base, "Петров")
    mine = postgres_base.actor
    postgres_base.actor = "ivanova@kab-12"
    add_person(postgres_base, "Сидоров")
    postgres_base.actor = mine
    assert journal.undo(postgres_base).title == "Создан человек: Петров"
    assert last_names(postgres_base) == ["Сидоров"]
    postgres_base.actor = "ivanova@kab-12"
    add_person(postgres_base, "Белов")
    postgres_base.actor = mine
    assert journal.state(postgres_base).redo_title == "Создан человек: Петров"


def test_the_history_tells_who_changed_what(base):
    key = add_person(base, "Петров")
    with base.begin("Карточка исправлена") as session:
        found = session.get(PersonModel, key)
        found.last_name, found.birth_date, found.sex = "Сидоров", date(1990, 5, 4), "m"
    with base.reading() as session:
        newest, oldest = journal.history_of(session, "people", key)
    assert (newest.title, newest.actor, newest.change) == (
        "Карточка исправлена",
        base.actor,
        RowChange.CHANGED,
    )
    assert {field.name: (field.before, field.after) for field in newest.fields} == {
        "last_name": ("Петров", "Сидоров"),
        "birth_date": (None, date(1990, 5, 4)),
        "sex": (None, "m"),
    }
    assert oldest.change is RowChange.CREATED
    assert newest.made_at.utcoffset().total_seconds() == 0
    assert newest.made_at >= oldest.made_at


def test_undone_steps_are_no_history(base):
    key = add_person(base, "Петров")
    rename(base, key, "Сидоров")
    journal.undo(base)
    with base.reading() as session:
        assert [one.change for one in journal.history_of(session, "people", key)] == [
            RowChange.CREATED
        ]


def test_the_history_of_a_reused_number_begins_with_its_own_creation(sqlite_base):
    key = add_person(sqlite_base, "Петров")
    with sqlite_base.begin("Удалён") as session:
        session.delete(session.get(PersonModel, key))
    assert add_person(sqlite_base, "Сидоров") == key
    with sqlite_base.reading() as session:
        (only,) = journal.history_of(session, "people", key)
    assert only.title == "Создан человек: Сидоров"


def test_a_value_set_without_being_read_has_its_former_value_in_the_history(base):
    key = add_person(base, "Петров", phone="1")
    with base.begin("Телефон записан") as session:
        found = session.get(PersonModel, key)
        session.expire(found)
        found.phone = "2"
    with base.reading() as session:
        newest, _ = journal.history_of(session, "people", key)
    assert [(one.name, one.before, one.after) for one in newest.fields] == [("phone", "1", "2")]
    journal.undo(base)
    with base.reading() as session:
        assert session.get(PersonModel, key).phone == "1"


def test_a_step_that_changes_nothing_is_no_step(base):
    key = add_person(base, "Петров")
    rename(base, key, "Петров", title="Пустая правка")
    assert journal.state(base).undo_title == "Создан человек: Петров"


def test_the_title_may_be_completed_before_the_commit(base):
    with base.begin("Приказ создан") as session:
        session.add(person("Петров"))
        session.flush()
        journal.step_of(session).title = "Приказ № 12-од создан"
    assert journal.state(base).undo_title == "Приказ № 12-од создан"


def test_a_title_of_any_length_is_kept_as_far_as_it_fits(base):
    with base.begin("Очень длинное название " * 500) as session:
        session.add(person("Петров"))
    assert len(journal.undo(base).title) == 500


def test_forgetting_clears_a_person_from_the_journal(base):
    key = add_person(base, "Забытый", phone="8 (999) 000-00-00", notes="Адрес дома")
    rename(base, key, "Забытый-Новый")
    other = add_person(base, "Петров")
    with base.begin("Персональные данные удалены") as session:
        session.delete(session.get(PersonModel, key))
        journal.forget(session, [("people", key)], words=["Забытый"])
    with base.reading() as session:
        connection = session.connection()
        kept = str(connection.execute(text("SELECT * FROM journal_changes")).all())
        kept += str(connection.execute(text("SELECT title FROM journal_steps")).all())
    assert "Забыт" not in kept
    assert "999" not in kept
    assert "Адрес" not in kept
    assert "Петров" in kept
    with pytest.raises(RuleViolation, match="удалены по требованию"):
        journal.undo(base)
    journal.undo(base, step_id=step_numbers(base)["Создан человек: Петров"])
    assert last_names(base) == []
    assert other != key


@contextmanager
def refused():
    with pytest.raises(RuntimeError, match="past the journal"):
        yield


WAYS_ROUND = {
    "update": lambda session: session.execute(update(PersonModel).values(phone="1")),
    "insert": lambda session: session.execute(insert(PersonModel), [{"last_name": "Н"}]),
    "delete": lambda session: session.query(PersonModel).delete(),
    "text": lambda session: session.execute(text("DELETE FROM people")),
    "bulk_save": lambda session: session.bulk_save_objects([person("Н")]),
    "bulk_insert": lambda session: session.bulk_insert_mappings(PersonModel, []),
    "bulk_update": lambda session: session.bulk_update_mappings(PersonModel, []),
    "savepoint": lambda session: session.begin_nested(),
}


@pytest.mark.parametrize("way", WAYS_ROUND)
def test_no_way_leads_round_the_journal(base, way):
    add_person(base, "Петров")
    with refused(), base.begin("В обход") as session:
        WAYS_ROUND[way](session)
    assert last_names(base) == ["Петров"]


def test_a_session_that_reads_cannot_write(base):
    with refused(), base.reading() as session:
        session.add(person("Петров"))
        session.flush()
    assert last_names(base) == []


def test_rows_are_not_left_to_a_cascade_of_the_database(base):
    """The journal would not see them go: their owner has to delete them as objects."""
    cascading = [
        key
        for table in Model.metadata.tables.values()
        for key in table.foreign_keys
        if key.ondelete
    ]
    with base.begin("Форма") as session:
        form = MentoringFormModel(code="a", title="А", model="teachers")
        session.add(form)
        session.flush()
        session.add(RoleModelModel(form_id=form.form_id, title="Роль"))
    if any(key.parent.table.name == "role_models" for key in cascading):
        with refused(), base.begin("Форма удалена") as session:
            session.delete(session.get(MentoringFormModel, form.form_id))
    assert len(rows_of(base)["role_models"]) == 1


def test_a_big_import_is_one_step(base):
    before = rows_of(base)
    with base.begin("Загружены ученики: 2000") as session:
        session.add_all(
            person(
                f"Ученик {number}",
                enrollments=[EnrollmentModel(school_year=2026, school_class="5А")],
            )
            for number in range(2000)
        )
    assert len(last_names(base)) == 2000
    assert journal.undo(base).title == "Загружены ученики: 2000"
    assert rows_of(base) == before
    journal.redo(base)
    assert len(last_names(base)) == 2000


def test_the_journal_can_record_every_table():
    """One whole-number key; no value that appears only in the database; no rows without a class."""
    for table in Model.metadata.tables.values():
        (key,) = table.primary_key.columns
        assert key.type.python_type is int, table.name
        for column in table.columns:
            made_elsewhere = (column.server_default, column.server_onupdate, column.computed)
            assert made_elsewhere == (None, None, None), column
            assert column.onupdate is None, column
    for mapper in Model.registry.mappers:
        assert len(mapper.tables) == 1, mapper
        assert [one.key for one in mapper.relationships if one.secondary is not None] == []
