"""A reference school small enough to count by hand: 22 invented people, 20 pairs and groups.

The date is 12 December 2026; every figure of the form on that date is written out below.
"""

from datetime import date

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, PairingKind
from nastavnik_desktop.domain.people import (
    Mark,
    MarkKind,
    OutsideKind,
    PersonKind,
    ServiceLength,
)
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.facts import (
    Enrollment,
    OrderRecord,
    PairingRecord,
    PersonRecord,
    Post,
    StatisticsFacts,
)

AS_OF = date(2026, 12, 12)
YEAR = SchoolYear(2026)
SEPTEMBER = date(2026, 9, 8)
MAY = date(2027, 5, 31)


def employee(person_id, name, title, subject="", months=None, **facts):
    """A member of staff; ``months`` of teaching service are those on 12 September 2026."""
    service = None if months is None else ServiceLength(months, date(2026, 9, 12))
    post = Post(title, subject, teaching_service=service, **facts)
    return PersonRecord(person_id, FullName(*name.split()), PersonKind.STAFF, posts=(post,))


def student(person_id, name, school_class, birth_date=None, birth_year=None, marks=()):
    """A student of the year 2026/27; no class means that nobody wrote it down."""
    classes = (Enrollment(YEAR, school_class),) if school_class else ()
    return PersonRecord(
        person_id,
        FullName(*name.split()),
        PersonKind.STUDENT,
        birth_date,
        birth_year,
        enrollments=classes,
        marks=marks,
    )


def outsider(person_id, name, organisation, kind=None):
    """A person who neither works nor learns at the school."""
    return PersonRecord(
        person_id,
        FullName(*name.split()),
        PersonKind.OUTSIDE,
        organisation=organisation,
        outside_kind=kind,
    )


PEOPLE = (
    employee(1, "Иванова Анна Петровна", "учитель", "математика", months=300),
    employee(2, "Петров Игорь Ильич", "учитель", "физика", months=12),
    # 33 months in September, exactly 36 on the date: three full years, no longer young.
    employee(3, "Сидорова Ольга Львовна", "учитель", "химия", months=33),
    employee(4, "Гаврилова София Юрьевна", "педагог-психолог", months=32),
    employee(5, "Юсупов Рустам Тимурович", "учитель", "история"),
    employee(6, "Кузьмина Елена Марковна", "директор", months=240),
    employee(7, "Мельник Лев Олегович", "учитель", "география", months=48),
    student(11, "Орлов Пётр", "5А", date(2016, 12, 12)),
    student(12, "Белова Яна", "5А", date(2016, 12, 13)),
    student(13, "Жукова Алиса", "11А", date(2008, 2, 29)),
    student(
        14,
        "Лосев Кирилл",
        "6Б",
        birth_year=2014,
        marks=(Mark(MarkKind.DISABILITY, date(2026, 9, 1)),),
    ),
    student(
        15,
        "Фомин Денис",
        "9В",
        marks=(Mark(MarkKind.GIFTED, date(2025, 9, 1), date(2026, 12, 11)),),
    ),
    student(
        16,
        "Ким Вера",
        "7А",
        date(2013, 5, 5),
        marks=(Mark(MarkKind.GIFTED), Mark(MarkKind.HARDSHIP, since_on=AS_OF)),
    ),
    student(
        17,
        "Носова Дарья",
        "8А",
        date(2012, 3, 8),
        marks=(Mark(MarkKind.HARDSHIP, until_on=AS_OF),),
    ),
    student(18, "Рыбаков Глеб", "", date(2011, 7, 1)),
    outsider(21, "Соколов Марк Ильич", "ООО «Мост»", OutsideKind.ORGANISATION),
    outsider(22, "Тихонова Нина Львовна", "Педагогический университет",
             OutsideKind.UNIVERSITY_STUDENT),
    outsider(23, "Ушаков Олег Янович", "Приборный завод"),
    outsider(24, "Волкова Зоя Ильинична", "Педагогический университет"),
    outsider(25, "Ершова Инна Юрьевна", "", OutsideKind.OTHER),
    outsider(26, "Зайцев Илья Олегович", "Педагогический колледж",
             OutsideKind.UNIVERSITY_STUDENT),
)  # fmt: skip

ORDER = OrderRecord("12-од", SEPTEMBER)
ISSUED_ON_THE_DATE = OrderRecord("40-од", AS_OF)
ISSUED_THE_DAY_AFTER = OrderRecord("41-од", date(2026, 12, 13))
WITHDRAWN_ON_THE_DATE = OrderRecord("13-од", SEPTEMBER, AS_OF)
WITHDRAWN_THE_DAY_AFTER = OrderRecord("14-од", SEPTEMBER, date(2026, 12, 13))
EXTERNAL = OrderRecord("77", date(2026, 9, 1))
OF_LAST_YEAR = OrderRecord("9-од", date(2025, 9, 8))


def pair(pairing_id, form_code, mentor_id, *members, order=ORDER, **dates):
    """A pairing; several members make it a group. Members are ids or records with own dates."""
    records = tuple(
        member if isinstance(member, MemberDraft) else MemberDraft(member) for member in members
    )
    return PairingRecord(
        pairing_id,
        PairingKind.GROUP if len(records) > 1 else PairingKind.PAIR,
        form_code,
        mentor_id,
        records,
        dates.get("starts_on", SEPTEMBER),
        dates.get("ends_on", MAY),
        dates.get("ended_on"),
        dates.get("end_kind"),
        (order,),
    )


LAST_YEAR = {"starts_on": date(2025, 9, 10), "ends_on": date(2026, 5, 29), "order": OF_LAST_YEAR}
COMPLETED = EndKind.COMPLETED

PAIRINGS = (
    pair(101, "educator-educator", 1, 2),
    pair(102, "educator-educator", 1, 3, order=ISSUED_ON_THE_DATE),
    pair(103, "educator-educator", 1, 4, 5),
    pair(104, "head-educator", 6, 4, order=EXTERNAL),
    pair(105, "student-student", 13, 11),
    pair(106, "student-student", 13, 12, 14, MemberDraft(16, left_on=date(2026, 12, 1)),
         MemberDraft(15, joined_on=date(2026, 12, 13))),
    pair(107, "employer-pupil", 21, 15, order=WITHDRAWN_THE_DAY_AFTER),
    pair(108, "employer-pupil", 23, 14, 17, 18),
    pair(109, "university-student-pupil", 22, 17),
    pair(110, "university-student-pupil", 24, 11, order=WITHDRAWN_ON_THE_DATE),
    pair(111, "university-student-pupil", 24, 16),
    pair(112, "partner-educator", 25, 2),
    pair(113, "employer-student-teachers", 1, 26),
    pair(114, "teacher-teacher", 3, 2, order=ISSUED_THE_DAY_AFTER),
    pair(115, "educator-educator", 3, 5, starts_on=date(2026, 12, 13)),
    pair(116, "educator-educator", 1, 7, ended_on=date(2026, 11, 30), end_kind=COMPLETED),
    pair(117, "educator-educator", 3, 7, **LAST_YEAR, ended_on=date(2026, 8, 31),
         end_kind=COMPLETED),
    pair(118, "student-student", 13, 17, ended_on=date(2026, 10, 15), end_kind=EndKind.EARLY),
    pair(119, "teacher-teacher", 3, 7, ends_on=date(2026, 12, 11)),
    pair(120, "student-student", 13, 12, ended_on=AS_OF, end_kind=COMPLETED),
    pair(121, "student-student", 13, 14, **LAST_YEAR, ended_on=date(2026, 9, 1),
         end_kind=COMPLETED),
)  # fmt: skip

SCHOOL = StatisticsFacts({person.person_id: person for person in PEOPLE}, PAIRINGS)

#      пар гр. нас: пед об. ст. орг. нмых: 10–19 мол ОВЗ од. ТЖС зав. выб.
FIGURES = {
    "01": "1  1   1    х   1   х   х     3     2   х   1   0   0   2   2",
    "02": "0  0   0    0   х   х   0     0     х   0   х   х   х   0   0",
    "03": "2  0   2    0   х   2   х     2     2   х   0   1   2   0   0",
    "04": "1  1   2    0   х   х   2     4     2   х   1   0   1   0   0",
    "05": "0  0   0    0   х   х   0     0     0   0   0   0   0   0   0",
    "06": "2  1   1    1   х   х   0     4     х   2   х   х   х   1   0",
    "07": "1  0   1    0   х   х   0     1     х   1   х   х   х   0   0",
    "08": "1  0   1    1   х   х   0     1     0   0   0   0   0   0   0",
    "09": "0  0   0    0   х   х   0     0     х   0   х   х   х   0   0",
    "10": "1  0   1    0   х   х   0     1     х   1   х   х   х   0   0",
    "11": "9  3   8    1   1   2   2    12     4   2   1   1   2   3   2",
}

BEHIND = {
    ("01", 3): {105}, ("01", 4): {106}, ("01", 5): {13}, ("01", 7): {13},
    ("01", 10): {11, 12, 14}, ("01", 11): {11, 14}, ("01", 13): {14},
    ("01", 16): {12, 14}, ("01", 17): {16, 17},
    ("03", 3): {109, 111}, ("03", 5): {22, 24}, ("03", 8): {22, 24}, ("03", 10): {16, 17},
    ("03", 11): {16, 17}, ("03", 14): {16}, ("03", 15): {16, 17},
    ("04", 3): {107}, ("04", 4): {108}, ("04", 5): {21, 23}, ("04", 9): {21, 23},
    ("04", 10): {14, 15, 17, 18}, ("04", 11): {14, 17}, ("04", 13): {14}, ("04", 15): {17},
    ("06", 3): {101, 102}, ("06", 4): {103}, ("06", 5): {1}, ("06", 6): {1},
    ("06", 10): {2, 3, 4, 5}, ("06", 12): {2, 4}, ("06", 16): {7},
    ("07", 3): {104}, ("07", 5): {6}, ("07", 10): {4}, ("07", 12): {4},
    ("08", 3): {113}, ("08", 5): {1}, ("08", 6): {1}, ("08", 10): {26},
    ("10", 3): {112}, ("10", 5): {25}, ("10", 10): {2}, ("10", 12): {2},
    ("11", 3): {101, 102, 104, 105, 107, 109, 111, 112, 113}, ("11", 4): {103, 106, 108},
    ("11", 5): {1, 6, 13, 21, 22, 23, 24, 25}, ("11", 6): {1}, ("11", 7): {13},
    ("11", 8): {22, 24}, ("11", 9): {21, 23},
    ("11", 10): {2, 3, 4, 5, 11, 12, 14, 15, 16, 17, 18, 26},
    ("11", 11): {11, 14, 16, 17}, ("11", 12): {2, 4}, ("11", 13): {14}, ("11", 14): {16},
    ("11", 15): {16, 17}, ("11", 16): {7, 12, 14}, ("11", 17): {16, 17},
}  # fmt: skip

PROBLEMS = {
    "наставники гр. 5 отнесены к одной из гр. 6–9": {6, 25},
    "на дату не стоят в изданном приказе": {110, 114},
    "срок истёк, а итог не записан": {119},
    "Графа 11: у 1\u00a0человека не заполнено: дата или год рождения": {15},
    "Графа 11: у 1\u00a0человека не заполнено: класс в этом учебном году": {18},
    "Графа 12: у 1\u00a0человека не заполнено: педагогический стаж": {5},
}


def figures_by_hand():
    """The figures by row code and column number; None stands for «х»."""
    return {
        (row, column): None if written == "х" else int(written)
        for row, line in FIGURES.items()
        for column, written in enumerate(line.split(), start=3)
    }
