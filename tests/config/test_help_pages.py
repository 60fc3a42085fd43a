"""The offline help: every link leads somewhere, every page of the window has its chapter."""

import re
import xml.etree.ElementTree as ElementTree

import pytest

from nastavnik_desktop.config.paths import resource_path

PAGES = {"today", "people", "pairings", "orders", "register", "statistics", "settings"}


@pytest.fixture(scope="module")
def text():
    return resource_path("help", "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def links(text):
    return list(ElementTree.fromstring(text).iter("a"))


def test_every_page_of_the_window_has_its_chapter(links):
    assert {link.get("name") for link in links} >= PAGES


def test_every_chapter_is_reached_from_the_contents_and_every_link_leads_to_one(links):
    chapters = [link.get("name") for link in links if link.get("name")]
    targets = [link.get("href").removeprefix("#") for link in links if link.get("href")]
    assert targets == [name for name in targets if name in chapters]
    assert set(chapters) == set(targets)


def test_nothing_is_fetched_from_the_network(text):
    assert re.findall(r"https?:|src=|<script|<link", text) == []


def test_the_text_keeps_russian_typography(text):
    words = re.sub(r"<[^>]*>", "", text)
    assert re.findall(r'.{0,20}(?:"| - |--|\.\.\.).{0,20}', words) == []
