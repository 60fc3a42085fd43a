"""Pages: made when opened, reloaded when their data changed and they are seen."""

from nastavnik_desktop.domain.changes import Changes


def front(window):
    return window.pages.front


def test_a_page_reads_its_data_when_it_is_first_opened(window, shell):
    assert front(window).reloads == 1
    window.open_page("again")
    assert front(window).reloads == 1


def test_the_page_in_front_reloads_at_once(window, shell):
    shell.changes.publish(Changes.PAIRINGS | Changes.ORDERS)
    assert front(window).reloads == 2


def test_a_hidden_page_reloads_once_when_it_is_shown(window, shell):
    first = front(window)
    window.open_page("again")
    shell.changes.publish(Changes.PAIRINGS)
    shell.changes.publish(Changes.PAIRINGS)
    assert first.reloads == 1
    window.open_page("pairings")
    assert first.reloads == 2


def test_a_page_does_not_reload_for_data_it_does_not_show(window, shell):
    shell.changes.publish(Changes.SCHOOL)
    shell.changes.publish(Changes.NOTHING)
    assert front(window).reloads == 1


def test_a_search_leads_to_a_record_of_a_page(window, shell):
    shell.open_page("again", 5)
    assert [row.id for row in front(window).table.picked_rows()] == [5]
    assert front(window).details.title.startswith("Мельник")


def test_details_belong_to_their_page(window, shell):
    window.show()
    front(window).open_record(1)
    assert window.details.isVisible()
    window.open_page("again")
    assert not window.details.isVisible()
    window.open_page("pairings")
    assert window.details.isVisible()
    window.details.closed.emit()
    assert not window.details.isVisible()


def test_another_base_begins_with_fresh_pages(window, shell):
    old = front(window)
    window.connect_to(shell)
    assert front(window) is not old
    assert front(window).reloads == 1
