"""Words of the import: kinds of files, meanings of columns, sorts of findings, values."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.merging import Difference
from nastavnik_desktop.domain.people import ServiceLength
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.imports.kinds import Kind
from nastavnik_desktop.imports.records import FileReading
from nastavnik_desktop.services.field_labels import FIELD_LABELS
from nastavnik_desktop.services.import_preview import (
    Decision,
    ImportLine,
    ImportPreview,
    Likeness,
)
from ui.dialogs.import_pairs_tab import named_couples
from ui.item_models.people_columns import months_words
from ui.tokens import Tone

_KINDS = {
    Kind.STAFF: "Список сотрудников",
    Kind.STUDENTS: "Список учеников",
    Kind.MENTORS: "База наставников",
    Kind.MENTEES: "База наставляемых",
    Kind.PAIRS: "Список пар и групп",
}
_MEANINGS = {
    "full_name": "фамилия, имя, отчество",
    "number": "номер по порядку",
    "position": "должность",
    "workplace": "место работы",
    "category_date": "дата категории",
    "experience_years": "педагогический стаж",
    "experience_total_years": "общий стаж",
    "class": "класс",
    "grade": "параллель",
    "letter": "буква класса",
    "contacts": "контакты",
    "requests": "запросы",
    "competences": "компетенции",
    "achievements": "достижения",
    "interests": "интересы",
    "mentee_age": "желаемый возраст",
    "age": "возраст",
    "time_resource": "ресурс времени",
    "start": "начало",
    "end": "окончание",
    "period": "срок",
    "form": "форма наставничества",
    "results": "результаты",
    "link": "ссылка",
    "order": "приказ",
    "completed": "завершено",
    "consent": "согласие",
    "is_mentor": "отметка наставника",
    "status": "состояние",
    "group": "группа",
    "mentor": "наставник",
    "mentees": "наставляемые",
    "mentee": "наставляемый",
    "parent": "родитель",
    "parent_name": "имя родителя",
    "parent_relation": "кем приходится родитель",
    "parent_phone": "телефон родителя",
    "ignored": "",
}
_FIELDS = {
    "total_service": "общий стаж",
    "teaching_service": "педагогический стаж",
    "desired_age": "желаемый возраст",
    "time_resource": "ресурс времени",
    "achievements": "достижения",
    "interests": "интересы",
    "results": "результаты",
    "link": "ссылка",
    "reason": "почему нужен наставник",
    "joined_on": "в базе года с",
    "representative.name": "представитель",
    "representative.relation": "кем приходится",
    "representative.phone": "телефон представителя",
    "mentor_side": "наставник года",
    "mentee_side": "наставляемый года",
    "employment": "работа",
}
_FINDINGS = {
    "Даты": ("bad_date", "suspicious_date", "birth_year_only", "end_before_start"),
    "Телефоны": ("bad_phone", "local_phone"),
    "Латинские буквы": ("latin",),
    "Имена": ("name_parts", "initials_only", "yo"),
    "Тёзки и повторы": ("namesake", "duplicate", "same_person_again"),
    "Классы и формы": ("class_conflict", "form_conflict"),
    "Пары": ("mentor_missing", "mentee_missing", "self_pair", "many_mentors"),
    "Не загружены": ("vacancy", "left"),
}
FINDING_OF_CODE = {code: title for title, codes in _FINDINGS.items() for code in codes}
OTHER_FINDINGS = "Прочее"


def kind_words(reading: FileReading) -> str:
    """«Список сотрудников»; «Несколько списков» where sheets are of several kinds."""
    if len(reading.kinds) > 1:
        return "Несколько списков"
    return _KINDS.get(reading.kind, "Таблица")


def size_words(reading: FileReading) -> str:
    """«32 человека» or «26 пар», both where the file has lists of both."""
    people = counted(len(reading.people), "человек", "человека", "человек")
    if Kind.PAIRS not in reading.kinds:
        return people
    pairs = counted(couples_in(reading), "пара", "пары", "пар")
    return f"{people}, {pairs}" if reading.people else pairs


def couples_in(reading: FileReading) -> int:
    """How many couples of a mentor and a mentee the file names."""
    return len(named_couples(reading))


def meaning_words(meaning: str) -> str:
    """What a column feeds, in words; empty where it is not loaded."""
    plain = meaning.removeprefix("mentor_").removeprefix("mentee_")
    whose = " наставника" if meaning.startswith("mentor_") else ""
    whose = " наставляемого" if meaning.startswith("mentee_") and plain != "age" else whose
    for name, suffix in ((meaning, ""), (plain, whose)):
        known = _MEANINGS.get(name, FIELD_LABELS.get(name))
        if known is not None:
            return known + suffix
    return meaning


def field_words(path: str) -> str:
    """The name of a field of a card by its path, such as «employment.subject»."""
    last = path.rpartition(".")[2]
    return _FIELDS.get(path) or _FIELDS.get(last) or FIELD_LABELS.get(last, last)


def value_words(value: object) -> str:
    """A value of a card as the user reads it."""
    if value is None or value in ("", ()):
        return "пусто"
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, ServiceLength):
        return months_words(value.months)
    if isinstance(value, StrEnum):
        return str(getattr(value, "label", value.value))
    if isinstance(value, tuple):
        return "; ".join(map(value_words, value))
    return "да" if value is True else str(value)


def difference_words(difference: Difference) -> str:
    """«телефон: +7…» for a blank that is filled, otherwise what stays and what differs."""
    label, read = field_words(difference.field), value_words(difference.read)
    if difference.is_filled:
        is_record = hasattr(difference.read, "__dataclass_fields__")
        return label if is_record and not _is_service(difference) else f"{label}: {read}"
    return f"{label}: в базе «{value_words(difference.known)}», в файле «{read}»"


def outcome_of(line: ImportLine) -> tuple[str, Tone]:
    """What becomes of a line, and the colour of its sign."""
    if line.decision is Decision.CREATE:
        return "добавить", Tone.GOOD
    if line.decision is Decision.FILL:
        return (
            ("без изменений", Tone.NEUTRAL) if line.changes_nothing else ("дополнить", Tone.ACCENT)
        )
    if line.repeats is not None:
        return "повтор", Tone.NEUTRAL
    if needs_decision(line):
        return "решите сами", Tone.WARNING
    return "не загружать", Tone.NEUTRAL


def needs_decision(line: ImportLine) -> bool:
    """Whether only the user can tell who this is, and has not told it."""
    return line.likeness is Likeness.SIMILAR and line.decision is Decision.SKIP


def button_words(preview: ImportPreview) -> str:
    """«Загрузить 32 человека»; empty when nothing would be loaded."""
    counts = preview.counts
    people = counts[Decision.CREATE.value] + counts[Decision.FILL.value]
    if people:
        return f"Загрузить {counted(people, 'человека', 'человека', 'человек')}"
    couples = couples_in(preview.reading)
    return f"Загрузить {counted(couples, 'пару', 'пары', 'пар')}" if couples else ""


def _is_service(difference: Difference) -> bool:
    return isinstance(difference.read, ServiceLength)
