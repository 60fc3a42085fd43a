"""What the details pane says about a person: all that is tied to it, one click away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.consents import ConsentKind, ConsentRecord
from nastavnik_desktop.domain.dates import full_years, short_date
from nastavnik_desktop.domain.employment import absent_on, rate_words
from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    PersonDraft,
    PersonKind,
    QualificationCategory,
    ServiceLength,
    occupation,
)
from nastavnik_desktop.domain.plurals import counted
from ui.item_models.people_columns import months_words
from ui.widgets.details import (
    CheckRow,
    CheckState,
    Details,
    Fact,
    Item,
    LinkRow,
    Note,
    PaneButton,
    Section,
)

if TYPE_CHECKING:
    from nastavnik_desktop.domain.awards import AwardRow
    from nastavnik_desktop.services.people import PersonDetails

_CASE_WORDS = {
    Case.GENITIVE: "Р.\u00a0п.",
    Case.DATIVE: "Д.\u00a0п.",
    Case.ACCUSATIVE: "В.\u00a0п.",
    Case.INSTRUMENTAL: "Т.\u00a0п.",
    Case.PREPOSITIONAL: "П.\u00a0п.",
}
_CONSENT_WORDS = {
    ConsentKind.PARTICIPATION: "На участие",
    ConsentKind.PROCESSING: "На обработку данных",
    ConsentKind.PUBLICATION: "На публикацию",
}


@dataclass(frozen=True)
class PersonLinks:
    """What can be done from the pane."""

    edit: Callable[[], object]
    correct_cases: Callable[[], object]
    record_consent: Callable[[], object]
    print_consent: Callable[[], object]
    withdraw_consent: Callable[[ConsentRecord], object]
    change_consent: Callable[[ConsentRecord], object]
    set_pool: Callable[[str, bool], object]
    open_pairing: Callable[[int], object]
    open_order: Callable[[int], object]
    create_pairing: Callable[[], object]
    set_archived: Callable[[bool], object]
    show_history: Callable[[], object]
    leave: Callable[[], object]
    forget: Callable[[], object]
    show_record: Callable[[], object]
    show_award: Callable[[AwardRow], object]
    remove_award: Callable[[AwardRow], object]


def details_of(known: PersonDetails, today: date, links: PersonLinks) -> Details:
    """The pane of one person on a day."""
    draft = known.draft
    sections = (
        Section("", tuple(_facts(draft, today))),
        Section("В этом учебном году", tuple(_sides(draft, links))),
        Section("Согласия", tuple(_consents(known, today, links))),
        Section("Пары и группы", tuple(_pairings(known, today, links))),
        Section("Дополнительные соглашения", tuple(_agreements(known, links))),
        Section("Приказы", tuple(_orders(known, links))),
        Section("Труд наставника", tuple(_record(known, today, links))),
        Section("Имя в падежах", tuple(_cases(known, links))),
        Section("Ещё", tuple(_rest(known, links))),
    )
    filled = tuple(section for section in sections if section.items)
    return Details(draft.name.full, _subtitle(known), filled, _buttons(known, links))


def _subtitle(known: PersonDetails) -> str:
    draft = known.draft
    work = draft.employment or EmploymentDraft()
    words = occupation(
        draft.kind, work.position_title, work.subject, draft.school_class, draft.organisation
    )
    return f"{words or draft.kind.label} · в архиве" if known.is_archived else words


def _buttons(known: PersonDetails, links: PersonLinks) -> tuple[PaneButton, ...]:
    edit = PaneButton("Изменить", links.edit, "pencil", is_primary=True)
    if known.is_archived:
        return edit, PaneButton("Вернуть из архива", partial(links.set_archived, False), "undo-2")
    return edit, PaneButton("Создать пару", links.create_pairing, "handshake")


def _facts(draft: PersonDraft, today: date) -> Iterator[Fact]:
    if draft.birth_date is not None:
        years = counted(full_years(draft.birth_date, today), "год", "года", "лет")
        yield Fact("Дата рождения", f"{short_date(draft.birth_date)}, {years}")
    elif draft.birth_year:
        yield Fact("Год рождения", str(draft.birth_year))
    if draft.employment is not None and draft.kind is PersonKind.STAFF:
        yield from _work_facts(draft.employment, today)
    if draft.kind is PersonKind.OUTSIDE and draft.outside_kind is not None:
        yield Fact("Кто это", draft.outside_kind.label)
    yield from _contact_facts(draft)


def _contact_facts(draft: PersonDraft) -> Iterator[Fact]:
    parent = draft.representative
    kin = f"{parent.name}, {parent.relation}".strip(", ")
    for label, value in (
        ("Прежняя фамилия", draft.former_last_name),
        ("Телефон", draft.phone),
        ("Почта", draft.email),
        ("Представитель", kin),
        ("Телефон представителя", parent.phone),
        ("Отметки", f"{len(draft.marks)}, видны в карточке" if draft.marks else ""),
        ("Заметки", draft.notes),
    ):
        if value:
            yield Fact(label, value)


def _work_facts(work: EmploymentDraft, today: date) -> Iterator[Fact]:
    if work.category not in {None, QualificationCategory.NONE}:
        yield Fact("Категория", _category(work))
    yield from [
        Fact("Квалификация", words)
        for is_set, words in (
            (work.is_educator_mentor, "педагог-наставник"),
            (work.is_educator_methodist, "педагог-методист"),
        )
        if is_set
    ]
    yield from _service_fact("Педагогический стаж", work.teaching_service, today)
    yield from _service_fact("Общий стаж", work.total_service, today)
    level = work.education_level.label if work.education_level else ""
    for label, value in (
        ("Отсутствует", str(absent_on(work.absences, today) or "")),
        ("Ещё работает", "; ".join(map(str, work.further_posts))),
        ("Ставка", rate_words(work.rate_hundredths)),
        ("Образование", work.education or level),
        ("Степень и звание", ", ".join(filter(None, (work.degree, work.academic_title)))),
        ("Методобъединение", work.department),
        ("Принят", short_date(work.hired_on)),
        ("Выбыл", short_date(work.left_on)),
        ("Совместитель", "внешний" if work.is_external_part_timer else ""),
    ):
        if value:
            yield Fact(label, value)


def _category(work: EmploymentDraft) -> str:
    label = work.category.label if work.category else ""
    since = short_date(work.category_on) or (
        f"{work.category_year} г." if work.category_year else ""
    )
    return f"{label}, {since}" if since else label


def _service_fact(label: str, length: ServiceLength | None, today: date) -> Iterator[Fact]:
    if length is not None:
        yield Fact(label, months_words(length.months_on(today)))


def _sides(draft: PersonDraft, links: PersonLinks) -> Iterator[Item]:
    for side, title, pool in (
        ("mentor", "Наставник", draft.mentor_side),
        ("mentee", "Наставляемый", draft.mentee_side),
    ):
        is_in = pool is not None and pool.left_on is None
        yield CheckRow(
            title,
            CheckState.DONE if is_in else CheckState.OPEN,
            "Снять" if is_in else "Отметить",
            partial(links.set_pool, side, not is_in),
        )
        if pool is not None and is_in:
            words = "; ".join((*pool.strengths, *pool.needs))
            yield from [Note(words, is_quiet=True)] if words else []
        if side == "mentor":
            yield from (Note(f"Обучение: {one}", is_quiet=True) for one in draft.trainings)


def _consents(known: PersonDetails, today: date, links: PersonLinks) -> Iterator[Item]:
    holding = {
        consent.kind: consent for consent in reversed(known.consents) if consent.holds_on(today)
    }
    for kind, words in _CONSENT_WORDS.items():
        consent = holding.get(kind)
        if consent is not None:
            withdraw = partial(links.withdraw_consent, consent)
            yield CheckRow(f"{words}: {_signed(consent)}", CheckState.DONE, "Отозвать", withdraw)
        else:
            is_due = kind is ConsentKind.PARTICIPATION and bool(known.pairings)
            state = CheckState.MISSING if is_due else CheckState.OPEN
            yield CheckRow(words, state, "Внести", links.record_consent)
    for consent in holding.values():
        words = f"Срок и скан: {consent.kind.short_label}"
        change = partial(links.change_consent, consent)
        yield LinkRow(words, change, "calendar", consent.scan_name or _until(consent))
    if ConsentKind.PARTICIPATION not in holding:
        yield LinkRow("Напечатать бланк согласия", links.print_consent, "printer")


def _until(consent: ConsentRecord) -> str:
    return f"по {short_date(consent.until_on)}" if consent.until_on else ""


def _signed(consent: ConsentRecord) -> str:
    who = ", представитель" if consent.is_by_representative else ""
    return f"{short_date(consent.signed_on)}{who}"


def _pairings(known: PersonDetails, today: date, links: PersonLinks) -> Iterator[Item]:
    for row in known.pairings:
        state = row.state_on(today).label
        note = f"{state} · {row.term}"
        yield LinkRow(row.title, partial(links.open_pairing, row.pairing_id), "handshake", note)


def _agreements(known: PersonDetails, links: PersonLinks) -> Iterator[Item]:
    """Each agreement of the person once, leading to the first pairing that it is about."""
    shown = {
        addendum.addendum_id: (addendum, row)
        for row in reversed(known.pairings)
        for addendum in row.addenda
        if addendum.person_id == known.draft.person_id
    }
    for addendum, row in shown.values():
        show = partial(links.open_pairing, row.pairing_id)
        note = addendum.duties_reason or addendum.pay
        yield LinkRow(addendum.title, show, "file-pen", note)


def _orders(known: PersonDetails, links: PersonLinks) -> Iterator[Item]:
    for row in known.orders:
        run = partial(links.open_order, row.order_id)
        yield LinkRow(row.title, run, "file-text", row.heading)


def _record(known: PersonDetails, today: date, links: PersonLinks) -> Iterator[Item]:
    """The paper for attestation and what the mentor was given; only of those who mentored."""
    person_id = known.draft.person_id
    mentored = any(
        person_id in row.mentor_ids and row.order is not None and row.order.is_issued
        for row in known.pairings
    )
    if mentored:
        yield LinkRow("Справка о наставничестве", links.show_record, "file-text")
    for award in known.awards:
        yield LinkRow(award.title, partial(links.show_award, award), "award")
        if award.given_on == today:
            yield LinkRow("Убрать запись", partial(links.remove_award, award), "x")


def _cases(known: PersonDetails, links: PersonLinks) -> Iterator[Item]:
    for case, words in _CASE_WORDS.items():
        yield Fact(words, known.case_guesses[case])
    yield LinkRow("Исправить падежи", links.correct_cases, "pencil")


def _rest(known: PersonDetails, links: PersonLinks) -> Iterator[Item]:
    yield LinkRow("Кто и что менял", links.show_history, "history")
    if not known.is_archived:
        yield LinkRow("Уходит из школы…", links.leave, "log-out")
        yield LinkRow("Убрать в архив", partial(links.set_archived, True), "archive")
    yield LinkRow("Удалить персональные данные…", links.forget, "eraser")
