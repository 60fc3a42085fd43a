"""An order of every kind, from the button of the page through its dialog to the printed text."""

from datetime import date

from PySide6.QtWidgets import QListWidget

from nastavnik_desktop.domain.orders import OrderKind, TableLayout
from nastavnik_desktop.domain.pairings import EndKind
from tests import factory
from tests.ui.order_desk import stand_at
from tests.ui.school_window import button_in

MAY = date(2027, 5, 27)


def test_coordinator_and_working_group(desk):
    def fill(dialog):
        part = dialog.fields.part
        part.coordinator.setText("заместитель директора Крутикова Ольга Николаевна")
        part.chair.setText("директор Заболотная Л. В.")
        part.members.setPlainText("учитель физики Ёлкина А. П.\n\n  учитель химии Ким Е. О.  ")
        part.site_keeper.setText("учитель информатики Юдин П. П.")
        part.bases_due_on.set_day(date(2026, 9, 21))

    desk.choose("Приказ о кураторе и рабочей группе…")
    made = desk.write(fill)
    text = desk.text(made)
    assert made.kind is OrderKind.WORKING_GROUP
    assert "Назначить куратором" in text
    assert "Крутикову Ольгу Николаевну, заместителя директора" in text
    assert "председатель – Заболотная Л. В., директор" in text
    assert "член рабочей группы – Ким Е. О., учитель химии" in text
    assert "в срок до 21.09.2026" in text
    assert "Учителю информатики Юдину П. П. разместить" in text
    known = [one.name for one in desk.services.acquaintance.rows(made.order_id)]
    assert [name.split()[0] for name in known] == [
        "Крутикова",
        "Заболотная",
        "Ёлкина",
        "Ким",
        "Юдин",
    ]


def test_without_a_coordinator_the_dialog_says_so_beside_the_field(desk):
    def fill(dialog):
        dialog.fields.part.coordinator.clear()
        button_in(dialog, "Создать приказ").click()
        assert "куратора" in dialog.form.message_of("coordinator")
        dialog.fields.part.coordinator.setText("методист Ёлкина А. П.")

    desk.choose("Приказ о кураторе и рабочей группе…")
    assert "Ёлкину А. П., методиста" in desk.text(desk.write(fill))


def test_approval_of_the_road_map(desk):
    def fill(dialog):
        part = dialog.fields.part
        part.title.setPlainText("развития наставничества\nна 2026/27 учебный год")
        part.first_report.set_day(date(2027, 5, 31))
        part.second_report.set_day(date(2026, 12, 30))

    desk.choose("Приказ об утверждении дорожной карты…")
    text = desk.text(desk.write(fill))
    assert "дорожную карту) развития наставничества на 2026/27 учебный год" in text
    assert "Куратору программ наставничества представлять информацию" in text
    assert "до 30.12.2026 и до 31.05.2027" in text


def test_results_complete_some_programmes_and_prolong_others(desk, services):
    done = factory.make_pairing(services)
    longer = factory.make_pairing(
        services, factory.make_mentor(services, "Орлова"), factory.make_mentee(services, "Ким")
    )
    factory.make_order(services, done, longer)
    stand_at(services, MAY)

    def fill(dialog):
        part = dialog.fields.part
        part.prolonged.mark([longer])
        part.prolonged_to.set_day(date(2027, 8, 31))
        part.released_on.set_day(date(2027, 5, 29))
        part.site_due_on.set_day(date(2027, 6, 15))

    desk.choose("Приказ об итогах…")
    text = desk.text(desk.write(fill))
    assert "Считать завершёнными" in text
    assert "до 31.08.2027 – Орловой Ольги Николаевны" in text
    assert "на официальном сайте до 15.06.2027" in text
    assert services.pairings.row(done).end_kind is EndKind.COMPLETED
    assert services.pairings.row(longer).ends_on == date(2027, 8, 31)


def test_reward_with_thanks_and_a_certificate(desk, services):
    thanked, honoured = factory.make_mentor(services), factory.make_mentor(services, "Орлова")
    first = factory.make_pairing(services, thanked, factory.make_mentee(services))
    second = factory.make_pairing(services, honoured, factory.make_mentee(services, "Ким"))
    factory.make_order(services, first, second)

    def fill(dialog):
        part = dialog.fields.part
        part.occasion.setText("успешную работу с молодыми педагогами")
        part.honoured.mark([honoured])
        part.pay.setText("Положением об оплате труда")

    desk.choose("Приказ о поощрении наставников…")
    text = desk.text(desk.write(fill))
    assert "За успешную работу с молодыми педагогами" in text
    assert "Объявить благодарность: 1.1. Крутиковой Ольге Николаевне" in text
    assert "грамотой" in text
    assert "Орлову Ольгу Николаевну" in text
    assert "в соответствии с Положением об оплате труда" in text


def test_an_order_in_own_words(desk):
    def fill(dialog):
        dialog.fields.heading.setPlainText("О неделе наставничества")
        part = dialog.fields.part
        part.preamble.setPlainText("В целях популяризации наставничества")
        part.clauses.setPlainText(
            "Провести неделю наставничества.\n- с 01.10.2026;\n- по 07.10.2026.\nИсполнить."
        )

    desk.choose("Свободный приказ…")
    text = desk.text(desk.write(fill))
    assert "О неделе наставничества" in text
    assert "В целях популяризации наставничества" in text
    assert "1. Провести неделю наставничества. 1.1. с 01.10.2026; 1.2. по 07.10.2026." in text
    assert "2. Исполнить." in text


def test_pairs_with_the_chosen_table_and_a_clause_on_pay(desk, services):
    factory.make_pairing(services)

    def fill(dialog):
        part = dialog.fields.part
        part.layouts["educator-educator"].set_value(TableLayout.LIST)
        part.regulation.setText("Положения о наставничестве")
        part.personnel.setText("специалист по кадрам Стрелец Ю. О.")
        part.pay.setPlainText("Установить доплату\nв размере 10 процентов оклада.")

    desk.seen.page.view.add.click()
    text = desk.text(desk.write(fill))
    assert "на основании Положения о наставничестве" in text
    assert "Специалисту по кадрам Стрелец" in text
    assert "Установить доплату в размере 10 процентов оклада." in text
    assert "– наставником Петрова И. И." in text


def test_an_amendment_follows_from_the_pane_of_the_order(desk, services):
    order_id = factory.make_order(services)
    new = factory.make_pairing(
        services, factory.make_mentor(services, "Орлова"), factory.make_mentee(services, "Ким")
    )

    def fill(dialog):
        assert dialog.pairings.ids == (new,)
        dialog.fields.part.reason.setText("приёмом молодого педагога")

    desk.follow(order_id, "Изменить: замена, дополнение, срок…")
    made = desk.write(fill)
    text = desk.text(made)
    assert made.kind is OrderKind.AMENDMENT
    assert "В связи с приёмом молодого педагога" in text
    assert "дополнить строкой 2 следующего содержания:" in text
    assert services.pairings.row(new).order.number == made.number


def test_an_amendment_may_give_the_whole_annex_anew(desk, services):
    order_id = factory.make_order(services)
    factory.make_pairing(
        services, factory.make_mentor(services, "Орлова"), factory.make_mentee(services, "Ким")
    )
    desk.follow(order_id, "Изменить: замена, дополнение, срок…")
    made = desk.write(lambda dialog: dialog.fields.part.is_new_edition.setChecked(True))
    text = desk.text(made)
    assert "изложить в новой редакции" in text
    assert "Крутикова Ольга Николаевна" in text


def test_a_termination_follows_from_the_pane_of_the_order(desk, services):
    ending = factory.make_pairing(services)
    going = factory.make_pairing(
        services, factory.make_mentor(services, "Орлова"), factory.make_mentee(services, "Ким")
    )
    order_id = factory.make_order(services, ending, going)

    def fill(dialog):
        dialog.pairings._checks[going].box.setChecked(False)
        assert dialog.fields.part.ended_on.day == date(2026, 9, 11)
        dialog.fields.part.reason.setText("отказ наставника")

    desk.follow(order_id, "Прекратить пары досрочно…")
    text = desk.text(desk.write(fill))
    assert "с 11.09.2026 – Крутиковой Ольги Николаевны" in text
    assert "Орлов" not in text
    row = services.pairings.row(ending)
    assert (row.ended_on, row.end_reason) == (date(2026, 9, 11), "отказ наставника")
    assert services.pairings.row(going).ended_on is None


def test_results_follow_from_the_pane_of_the_order(desk, services):
    order_id = factory.make_order(services)
    stand_at(services, MAY)
    desk.follow(order_id, "Подвести итоги…")
    made = desk.write()
    assert made.kind is OrderKind.RESULTS
    assert "Крутикову Ольгу Николаевну" in desk.text(made)


def test_a_prolonged_programme_without_its_new_day_is_not_taken_for_a_completed_one(desk, services):
    longer = factory.make_pairing(services)
    factory.make_order(services, longer)
    stand_at(services, MAY)

    def fill(dialog):
        part = dialog.fields.part
        part.prolonged.mark([longer])
        button_in(dialog, "Создать приказ").click()
        assert dialog.form.message_of("prolonged_to") == "Укажите, до какого дня продлить."
        part.prolonged_to.set_day(date(2027, 8, 31))

    desk.choose("Приказ об итогах…")
    desk.write(fill)
    assert services.pairings.row(longer).ends_on == date(2027, 8, 31)


def test_the_last_day_of_a_termination_follows_the_order_and_must_be_told(desk, services):
    order_id = factory.make_order(services)

    def fill(dialog):
        part = dialog.fields.part
        dialog.fields.order_date.set_day(date(2026, 9, 10))
        assert part.ended_on.day == date(2026, 9, 15)
        part.reason.setText("отказ наставника")
        part.ended_on.clear()
        button_in(dialog, "Создать приказ").click()
        assert dialog.form.message_of("ended_on") == "Укажите последний день наставничества."
        part.ended_on.set_day(date(2026, 9, 11))
        assert "раньше 15.09.2026" in dialog.form.message_of("ended_on")
        part.ended_on.set_day(date(2026, 9, 16))
        assert dialog.form.message_of("ended_on") == ""

    desk.follow(order_id, "Прекратить пары досрочно…")
    assert "с 16.09.2026" in desk.text(desk.write(fill))


def test_a_termination_without_a_reason_asks_for_it_beside_its_field(desk, services):
    order_id = factory.make_order(services)

    def fill(dialog):
        button_in(dialog, "Создать приказ").click()
        assert "Назовите причину" in dialog.form.message_of("reason")
        dialog.fields.part.reason.setText("отказ наставника")

    desk.follow(order_id, "Прекратить пары досрочно…")
    desk.write(fill)


def test_only_programmes_that_end_are_offered_to_be_prolonged(desk, services):
    ending = factory.make_pairing(services)
    factory.make_order(
        services,
        ending,
        factory.make_pairing(
            services,
            factory.make_mentor(services, "Орлова"),
            factory.make_mentee(services, "Ким"),
            ends_on=date(2027, 8, 31),
        ),
    )
    stand_at(services, MAY)

    def fill(dialog):
        part = dialog.fields.part
        part.prolonged.mark([ending])
        assert len(offered_in(part.prolonged)) == 1
        dialog.fields.order_date.set_day(date(2027, 8, 10))
        assert len(offered_in(part.prolonged)) == 2
        assert part.prolonged.chosen == [ending]
        dialog.fields.order_date.set_day(MAY)
        assert dialog.pairings.ids == (ending,)
        part.prolonged_to.set_day(date(2027, 8, 31))

    desk.choose("Приказ об итогах…")
    assert "до 31.08.2027" in desk.text(desk.write(fill))


def offered_in(choices):
    """Lines that can be marked."""
    lines = choices.findChild(QListWidget)
    return [lines.item(at).text() for at in range(lines.count())]
