"""Russian names of stored fields, as the history of a record shows them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import short_date

_LONGEST_VALUE = 120
_VALUE_WORDS = {"mentor": "наставник", "mentee": "наставляемый"}

FIELD_LABELS = {
    "last_name": "фамилия",
    "first_name": "имя",
    "patronymic": "отчество",
    "former_last_name": "прежняя фамилия",
    "kind": "вид",
    "sex": "пол",
    "birth_date": "дата рождения",
    "birth_year": "год рождения",
    "phone": "телефон",
    "email": "почта",
    "address": "адрес",
    "notes": "заметки",
    "organisation": "организация",
    "representative_name": "представитель",
    "representative_relation": "кем приходится",
    "representative_phone": "телефон представителя",
    "archived_on": "в архиве с",
    "position_title": "должность",
    "subject": "предмет",
    "department": "методобъединение",
    "category": "категория",
    "category_on": "дата категории",
    "category_year": "год категории",
    "education": "образование",
    "education_level": "уровень образования",
    "is_educational": "образование педагогическое",
    "degree": "учёная степень",
    "academic_title": "учёное звание",
    "rate_hundredths": "ставка, сотых",
    "is_educator_mentor": "педагог-наставник",
    "is_educator_methodist": "педагог-методист",
    "further_posts": "другие должности",
    "absences": "отсутствие",
    "form": "форма должности в падеже",
    "file_name": "файл",
    "hired_on": "принят",
    "left_on": "выбыл",
    "total_service_months": "общий стаж, мес.",
    "teaching_service_months": "педстаж, мес.",
    "school_class": "класс",
    "side": "сторона",
    "capacity": "сколько наставляемых",
    "strengths": "компетенции",
    "needs": "запросы",
    "title": "обучение: чему",
    "place": "обучение: где",
    "hours": "обучение: часов",
    "document": "обучение: документ",
    "trainings": "обучение наставника",
    "since_on": "с",
    "until_on": "по",
    "signed_on": "подписано",
    "withdrawn_on": "отозвано",
    "role_model": "ролевая модель",
    "modes": "виды",
    "starts_on": "начало",
    "ends_on": "окончание",
    "ended_on": "завершена",
    "end_kind": "как завершена",
    "end_reason": "причина",
    "noticed_on": "уведомление",
    "partnership": "межшкольная пара",
    "partner_school": "школа-партнёр",
    "from_on": "приостановлена с",
    "to_on": "приостановлена по",
    "reason": "причина приостановки",
    "role": "роль",
    "basis": "основание работы наставника",
    "content": "содержание работы",
    "pay": "оплата",
    "duties_reason": "где записаны обязанности",
    "joined_on": "вошёл",
    "topic": "тема",
    "note": "примечание",
    "number": "номер",
    "order_date": "дата приказа",
    "heading": "заголовок",
    "status": "состояние",
    "withdrawal_reason": "причина отмены",
    "grounds": "основание",
    "acquainted_on": "ознакомлен",
    "purpose": "назначение файла",
    "version": "версия",
    "is_current": "действует",
    "given_on": "вручено",
    "merit": "за что",
    "event": "мероприятие",
    "details": "содержание деятельности",
    "deadline": "срок",
    "corrected_deadline": "срок исправлен",
    "responsible": "ответственный",
    "result": "результат",
    "done_on": "выполнено",
    "moved_to": "перенесено на",
}


def value_text(value: object) -> str:
    """A stored value in words: dates and choices in Russian, a dash for none."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, StrEnum):
        return str(getattr(value, "label", value.value))
    if isinstance(value, list):
        return "; ".join(map(str, value)) or "–"
    text = str(value)
    return _VALUE_WORDS.get(text, text)[:_LONGEST_VALUE]
