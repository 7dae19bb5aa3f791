"""The people of a coach: what the address holds and what it does not, pages, many at once, and the file."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from html import unescape
from io import StringIO
from urllib.parse import urlsplit

import pytest

from gouden_poort.profiles.people.account import Role
from gouden_poort.profiles.people.dossier import DossierState
from gouden_poort.services.dossiers.together import MANY
from gouden_poort.services.sent_forms import KEPT_FOR
from gouden_poort.storage.tables.dossiers import DOSSIERS
from gouden_poort.storage.tables.personal import SeenBy, declared
from gouden_poort.web.desk import people_columns
from tests.databases import Database
from tests.web.desk.at_a_desk import TODAY, AtADesk, at_a_desk, marked
from tests.web.page_rules import faults_in_page


@pytest.fixture
def coach(sqlite_database: Database) -> AtADesk:
    return at_a_desk(sqlite_database)


def names(page: str) -> list[str]:
    return re.findall(r'<span class="hidden-text">Open </span>Voorbeeld ([^<]+)</a>', page)


def found_by(coach: AtADesk, words: str, **filters: str) -> str:
    coach.desk.read("/mensen")
    return str(coach.desk.send("/mensen/zoek", {"name": words, **filters}).location)


def rows(coach: AtADesk, address: str) -> list[list[str]]:
    text = coach.desk.client.get(address).text
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_filters_are_in_the_address_and_a_name_is_not(coach: AtADesk) -> None:
    coach.has(name="Voorbeeld Een", language="ar")
    coach.has(name="Voorbeeld Eend", language="nl")
    address = found_by(coach, "eén", taal="ar")
    assert re.fullmatch(r"/mensen\?taal=ar&zoek=[0-9a-f]{8}", address)
    page = coach.desk.read(address)
    assert names(page) == ["Een"]
    assert 'value="eén"' in page
    assert not [link for link in re.findall(r'href="([^"]+)"', page) if "een" in link.lower()]
    assert faults_in_page(page) == []


def test_a_search_goes_along_with_the_next_filter(coach: AtADesk) -> None:
    mark = urlsplit(found_by(coach, "een")).query.removeprefix("zoek=") if coach.has(name="Voorbeeld Een") else ""
    assert f'<input type="hidden" name="zoek" value="{mark}">' in coach.desk.read(f"/mensen?zoek={mark}")


def test_words_of_over_an_hour_ago_are_asked_again(coach: AtADesk) -> None:
    coach.has()
    address = found_by(coach, "een")
    for _ in range(3):
        coach.clock.now += KEPT_FOR / 3
        coach.desk.read("/mensen")
    assert "Zoek opnieuw" in coach.desk.read(address)
    assert coach.desk.client.get(address.replace("/mensen", "/mensen/bestand")).status_code == 303


def test_words_of_another_browser_are_not_found(coach: AtADesk) -> None:
    coach.has()
    assert "Zoek opnieuw" in coach.other(coach.people.coach).read(found_by(coach, "een"))


def test_columns_sort_by_link_and_back(coach: AtADesk) -> None:
    coach.has(name="Voorbeeld A", next_contact_on=TODAY + timedelta(days=2))
    coach.has(name="Voorbeeld B", next_contact_on=TODAY)
    page = coach.desk.read("/mensen?volgorde=volgend-contact")
    assert names(page) == ["B", "A"]
    assert 'aria-sort="ascending"><a href="/mensen?volgorde=-volgend-contact">' in page
    assert names(coach.desk.read("/mensen?volgorde=-volgend-contact")) == ["A", "B"]


def test_pages_hold_fifty_and_keep_the_filters(coach: AtADesk) -> None:
    for number in range(51):
        coach.has(name=f"Voorbeeld {number:02}", language="ar")
    page = coach.desk.read("/mensen?taal=ar")
    assert (len(names(page)), marked(page, "total")) == (50, ["51"])
    assert 'href="/mensen?taal=ar&amp;pagina=2"' in page
    assert names(coach.desk.read("/mensen?taal=ar&pagina=2")) == ["50"]


@pytest.mark.parametrize("address", ["/mensen?staat=x&taal=x&contact=x&stil=x&volgorde=x&pagina=x", "/mensen?zoek="])
def test_an_address_that_nobody_here_wrote_shows_everyone(coach: AtADesk, address: str) -> None:
    coach.has(name="Voorbeeld Een")
    assert names(coach.desk.read(address)) == ["Een"]


def test_who_stopped_sharing_is_a_number(coach: AtADesk) -> None:
    coach.has(name="Voorbeeld Weg", lines=())
    coach.has(name="Voorbeeld Ook weg", lines=())
    page = coach.desk.read("/mensen")
    assert marked(page, "not-shared") == ["2 mensen delen niet meer met jou. Daarom zie je hier geen naam."]
    assert "Voorbeeld Weg" not in page


def test_without_people_it_says_how_they_come(coach: AtADesk) -> None:
    page = coach.desk.read("/mensen")
    assert "Je begeleidt nog niemand" in page
    assert marked(page, "primary") == ["Meld iemand aan"]
    assert faults_in_page(page) == []


def test_without_a_find_one_goes_back_to_everyone(coach: AtADesk) -> None:
    coach.has()
    page = coach.desk.read("/mensen?staat=klaar")
    assert marked(page, "primary") == ["Toon iedereen"]
    assert faults_in_page(page) == []


def test_a_label_is_put_on_who_is_ticked(coach: AtADesk) -> None:
    one, other = coach.has(name="Voorbeeld Een"), coach.has(name="Voorbeeld Twee")
    page = coach.desk.read("/mensen?volgorde=aangemeld")
    form = {"who": [one.id], "do": "label", "label": "avond", "volgorde": "aangemeld"}
    answer = coach.desk.send("/mensen/samen", form)
    assert answer.location == "/mensen?volgorde=aangemeld&gedaan=1"
    page = coach.desk.follow(answer)
    assert marked(page, "done") == ["Bij 1 mens is het aangepast."]
    lines = {name: "avond" in line for name, line in zip(names(page), marked(page, "person"), strict=True)}
    assert lines == {"Een": True, "Twee": False}
    assert other.name in page


def test_what_is_wrong_is_said_and_the_ticks_stay(coach: AtADesk) -> None:
    one = coach.has()
    coach.desk.read("/mensen")
    form = {"who": [one.id], "do": "day", "day-day": "1", "day-month": "1", "day-year": "2020"}
    page = coach.desk.follow(coach.desk.send("/mensen/samen", form))
    assert "Kies een dag vanaf vandaag, binnen een jaar." in page
    assert f'value="{one.id}" id="who" checked' in page
    assert 'value="2020"' in page
    assert faults_in_page(page) == []


def test_nobody_ticked_is_a_fault(coach: AtADesk) -> None:
    coach.has()
    coach.desk.read("/mensen?taal=nl")
    page = coach.desk.follow(coach.desk.send("/mensen/samen", {"do": "label", "label": "avond", "taal": "nl"}))
    assert "Vink eerst aan om wie het gaat." in page
    assert faults_in_page(page) == []


def test_for_more_than_ten_it_asks_first(coach: AtADesk) -> None:
    many = [coach.has(name=f"Voorbeeld {number}") for number in range(MANY + 1)]
    coach.desk.read("/mensen?vink=alles")
    form = {"who": [each.id for each in many], "do": "day", "day-day": "1", "day-month": "dec", "day-year": "2026"}
    asked = coach.desk.follow(coach.desk.send("/mensen/samen", form))
    assert "11 mensen" in asked
    assert "1 december 2026" in asked
    assert faults_in_page(asked) == []
    assert "1 december 2026" not in coach.desk.read("/mensen")
    hidden = re.findall(r'<input type="hidden" name="(?!csrf)([^"]+)" value="([^"]*)">', asked)
    sent = {name: [unescape(value) for other, value in hidden if other == name] for name, _ in hidden}
    page = coach.desk.follow(coach.desk.send("/mensen/samen", sent))
    assert page.count("1 december 2026") == MANY + 1


def test_someone_of_a_colleague_cannot_be_changed(coach: AtADesk) -> None:
    own, foreign = coach.has(), coach.has(coach_id=coach.people.other_coach.id)
    coach.desk.read("/mensen")
    answer = coach.desk.send("/mensen/samen", {"who": [own.id, foreign.id], "do": "label", "label": "avond"})
    assert answer.status_code == 404
    assert '<span class="tag">' not in coach.desk.read("/mensen")


def test_the_file_holds_the_selection(coach: AtADesk) -> None:
    coach.has(name="Voorbeeld Een", state=DossierState.ACTIVE, labels=("avond", "taal"), phone="06 12345678")
    coach.has(name="Voorbeeld Twee")
    header, *people = rows(coach, "/mensen/bestand?staat=bezig")
    assert header == list(people_columns.HEADER)
    assert [(row[0], row[1], row[4], row[-1]) for row in people] == [
        ("Voorbeeld Een", "Bezig", "06 12345678", "avond, taal")
    ]


@pytest.mark.parametrize("name", ["=1+1", "+31", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1"])
def test_no_cell_begins_as_a_sum(coach: AtADesk, name: str) -> None:
    coach.has(name=name, phone="+31 6 12345678", labels=("=2+2",))
    _, row = rows(coach, "/mensen/bestand")
    assert not [cell for cell in row if cell.strip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert row[4] == "'+31 6 12345678"


def test_the_file_holds_only_what_a_coach_may_see() -> None:
    seen = {column.name for column in DOSSIERS.columns if (told := declared(column)) and told.seen_by is SeenBy.COACH}
    assert set(people_columns.COLUMNS) <= seen


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COACH])
def test_others_get_no_file(coach: AtADesk, role: Role) -> None:
    coach.has(name="Voorbeeld Een")
    assert "Een" not in coach.other(coach.people.with_role(role)).read("/mensen/bestand", status=403)


def test_filters_are_kept_under_a_name_and_put_away(coach: AtADesk) -> None:
    coach.has(name="Voorbeeld Een", language="ar")
    coach.desk.read("/mensen?taal=ar")
    answer = coach.desk.send("/mensen/weergaven", {"view": "Arabisch", "taal": "ar", "zoek": "a1b2c3d4", "name": "Een"})
    assert answer.location == "/mensen?taal=ar"
    page = coach.desk.read("/mensen")
    assert marked(page, "view") == ["Arabisch"]
    assert '<a href="/mensen?taal=ar" data-test="view">' in page
    assert faults_in_page(page) == []
    removal = re.search(r'action="(/mensen/weergaven/[^"]+/weg)"', page)
    assert removal
    assert marked(coach.desk.follow(coach.desk.send(removal[1])), "view") == []


def test_a_view_without_a_name_says_what_to_do(coach: AtADesk) -> None:
    coach.has()
    coach.desk.read("/mensen?taal=nl")
    page = coach.desk.follow(coach.desk.send("/mensen/weergaven", {"view": " ", "taal": "nl"}))
    assert "Geef de weergave een naam" in page
    assert faults_in_page(page) == []
