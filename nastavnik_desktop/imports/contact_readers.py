"""Readers of columns with contacts: telephones, mail, parents, often several in one cell."""

from __future__ import annotations

from nastavnik_desktop.imports.column_meaning import Role
from nastavnik_desktop.imports.facts import Facts
from nastavnik_desktop.imports.grid import CellValue, as_text
from nastavnik_desktop.imports.kinds import Column, Kind
from nastavnik_desktop.imports.records import ReadRepresentative
from nastavnik_desktop.imports.scope import Scope
from nastavnik_desktop.imports.values.contacts import first_of_several, read_contacts, read_emails
from nastavnik_desktop.imports.values.phones import Phones
from nastavnik_desktop.imports.values.text import is_nothing, one_line


def put_phones(facts: Facts, phones: Phones, name: str, field_name: str) -> None:
    """Keep the first telephone (and all of several); tell of bad and of local numbers."""
    facts.put(name, phones.first)
    if name == "phone" and len(phones.numbers) > 1:
        facts.put("phones", phones.numbers)
    for bad in phones.bad:
        facts.warn("bad_phone", f"номер телефона не читается: «{bad}»", field_name)
    if phones.local and len(phones.numbers) == 1:
        facts.tell("local_phone", f"местный номер без кода города: «{phones.first}»", field_name)


def read_phone(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    """A telephone of the person, or of the parent whose column it is."""
    if column.side is Role.PARENT:
        first, others = first_of_several(as_text(value))
        contacts = read_contacts(first if others else value)
        facts.put("other_parent", others)
        put_phones(facts, contacts.phones, "parent_phone", column.meaning)
        facts.put("parent_relation", contacts.relation or column.source.meaning.relation)
        facts.put("parent_name", contacts.name)
        return
    contacts = read_contacts(value)
    put_phones(facts, contacts.phones, "phone", column.meaning)
    facts.put("email", next(iter(contacts.emails), ""))


def read_email(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    """An address of mail; blanks inside it are dropped."""
    text = one_line(as_text(value))
    emails = read_emails(text.replace(" ", "") if text.count("@") == 1 else text)
    facts.put("email", next(iter(emails), ""))
    if not emails and not is_nothing(text):
        facts.warn("unusual", f"адрес почты не распознан: «{text}»", column.meaning)


def read_contacts_of_row(facts: Facts, value: CellValue, column: Column, scope: Scope) -> None:
    """Kinship counts only in a column that promises data of a representative.

    A column of parents' contacts alone is always theirs; one that names them in brackets only when
    the cell says so.
    """
    meaning = column.source.meaning
    first, others = first_of_several(as_text(value)) if meaning.role is Role.PARENT else ("", "")
    contacts = read_contacts(first if others else value)
    facts.put("other_parent", others)
    facts.put("email", next(iter(contacts.emails), ""))
    says_so = contacts.relation or contacts.name or not meaning.is_role_aside
    if meaning.role is not Role.PARENT or not says_so:
        put_phones(facts, contacts.phones, "phone", column.meaning)
        return
    phone = contacts.phones.first
    put_phones(
        Facts({"phone": phone, "phones": ()}, facts.findings),
        contacts.phones,
        "phone",
        column.meaning,
    )
    if scope.kind is Kind.STUDENTS:
        facts.put("parent_relation", contacts.relation)
        facts.put("parent_name", contacts.name)
        facts.put("parent_phone", phone)
    else:
        facts.put("representative", ReadRepresentative(contacts.relation, contacts.name, phone))


def read_other_parent(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    """The other parent has no fields of his own, unless the first one is not named at all."""
    contacts = read_contacts(value)
    relation = contacts.relation or column.source.meaning.relation
    is_first_named = "parent_name" in facts.values or "parent_phone" in facts.values
    if not is_first_named or (relation and relation == facts.values.get("parent_relation")):
        facts.put("parent_name", contacts.name)
        facts.put("parent_relation", relation if contacts.name or contacts.phones.first else "")
        facts.put("parent_phone", contacts.phones.first)
    elif not is_nothing(as_text(value)):
        _add_other_parent(facts, relation, one_line(as_text(value)))


def _add_other_parent(facts: Facts, relation: str, text: str) -> None:
    known = facts.values.get("other_parent", "")
    shown = text if relation in f"{known} {text}" else f"{relation} {text}"
    facts.values["other_parent"] = f"{known}, {shown}" if known else shown


def read_parent_name(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    """The name of a parent, with kinship and telephones when the cell holds them too."""
    first, others = first_of_several(as_text(value))
    text = one_line(first)
    contacts = read_contacts(text)
    facts.put("other_parent", others)
    relation = contacts.relation or column.source.meaning.relation
    is_mixed = bool(contacts.relation or contacts.phones.numbers)
    facts.put("parent_name", contacts.name if is_mixed else "" if is_nothing(text) else text)
    if facts.values.get("parent_name") or contacts.relation:
        facts.put("parent_relation", relation)
    facts.put("parent_phone", contacts.phones.first)
