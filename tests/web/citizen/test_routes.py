"""The routes page and the page of one route."""

from __future__ import annotations

import re

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from tests.fakes import Memory, ShelfWith
from tests.web.conftest import NUMBER, Visitor, a_web_snapshot
from tests.web.page_rules import faults_in_page

EXAMPLES = {
    "offerings": [{"example": "1", "source": "eigen schatting", "checked_on": "2026-11-03"}],
    "positions": [{"example": "1"}],
}


@pytest.fixture
def everyone(visitor: Visitor) -> Visitor:
    visitor.answer_all()
    return visitor


def test_a_card_says_state_reason_money_time_and_first_step(everyone: Visitor) -> None:
    page = everyone.read("/routes")
    assert page.count('data-test="route-card"') == 1
    assert re.search(r'data-test="state"><svg.*?</svg>Open voor jou<', page)
    assert 'data-test="reason"' in page
    assert "<h2>Lasser</h2>" in page
    assert "€\N{NO-BREAK SPACE}2.190 <small>ongeveer, bruto, 32 uur per week" in page
    assert "29 maart 2027 <small>na ongeveer 3 maanden" in page
    assert "€\N{NO-BREAK SPACE}200" in page
    assert "Leren lassen, in Utrecht, vanaf 1 februari 2027" in page
    assert 'href="/routes/O1"' in page


def _work_in(sectors: list[str]) -> Snapshot:
    """Work in these sectors, each a little less paid than the one before it."""
    numbers = range(1, len(sectors) + 1)
    return a_web_snapshot(
        occupations=[
            {"occupation_id": f"O{n}", "label": f"Vak {n}", "sector": sector, "wage_month_eur": 3000 - 100 * n}
            for n, sector in zip(numbers, sectors, strict=True)
        ],
        occupation_skills=[{"occupation_id": f"O{n}"} for n in numbers],
        positions=[{"position_id": f"J{n}", "occupation_id": f"O{n}"} for n in numbers],
    )


def test_a_route_that_is_there_for_its_sector_says_so(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = _work_in(["metal"] * 5 + ["ict", "energy"])
    visitor.answer_all()
    cards = visitor.read("/routes").split('data-test="route-card"')[1:]
    assert ["zodat je ook werk in een andere sector ziet" in card for card in cards] == [False] * 3 + [True] * 2


def test_what_was_assumed_is_listed_with_a_way_to_answer(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer("place")
    visitor.answer("birth_date")
    page = visitor.read("/routes")
    assert "We rekenden met 0 euro eigen geld." in page
    assert "naar=controle" in page


def test_who_still_has_to_answer_something_goes_to_the_page_that_says_what(visitor: Visitor) -> None:
    visitor.begin()
    answer = visitor.client.get("/routes")
    assert (answer.status_code, answer.location) == (303, "/controle")


def test_no_route_gives_a_next_step_and_never_an_empty_list(visitor: Visitor) -> None:
    visitor.answer_all(budget={"budget": "0"})
    page = visitor.read("/routes")
    assert "We vonden nu nog geen route" in page
    assert (
        "Eigen geld: €\N{NO-BREAK SPACE}200 meer. Nodig: €\N{NO-BREAK SPACE}200. Jij zei €\N{NO-BREAK SPACE}0." in page
    )
    assert "Dan is er een route. Betaald werk begint na ongeveer 3 maanden." in page
    assert "Verander mijn eigen geld" in page
    assert "Verander mijn reistijd" not in page
    assert "Werkcentrum" in page
    assert faults_in_page(page) == []


def test_where_no_single_answer_helps_the_page_says_so(visitor: Visitor) -> None:
    visitor.answer_all(budget={"budget": "0"}, week={"week.hours": "10"})
    page = visitor.read("/routes")
    assert "is nu niet genoeg" in page
    assert re.search(r'href="/controle" data-test="primary">Verander mijn antwoorden', page)
    assert faults_in_page(page) == []


def test_what_weighs_most_is_said_above_the_routes(visitor: Visitor) -> None:
    visitor.answer_all()
    assert "weegt nu extra mee" not in visitor.read("/routes")
    visitor.answer("priority", {"priority": "near"})
    assert "Voor jou telt dicht bij huis werken het zwaarst." in visitor.read("/routes")


def test_times_that_do_not_fit_any_course_are_named(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(offerings=[{"daypart": "day"}])
    visitor.answer_all(budget={"budget": "1000"}, dayparts={"dayparts": "evening"}, transport={"transport": "bike"})
    page = visitor.read("/routes")
    assert "Tijden: ook op andere momenten naar les. Dan is er een route." in page
    assert f'href="/vraag/{NUMBER["dayparts"]}?naar=controle"' in page


@pytest.mark.parametrize(
    ("right", "words"),
    [
        ("not_allowed", "Je mag nu nog niet werken in Nederland"),
        ("permit_needed", "Het bedrijf vraagt die aan bij UWV"),
    ],
)
def test_what_the_law_asks_stands_above_the_routes(visitor: Visitor, right: str, words: str) -> None:
    visitor.answer_all(right_to_work={"right_to_work": right})
    assert words in visitor.read("/routes")


def test_who_may_not_work_yet_reads_no_open_door(visitor: Visitor) -> None:
    visitor.answer_all(right_to_work={"right_to_work": "not_allowed"})
    for address in ("/routes", "/routes/O1"):
        page = visitor.read(address)
        assert re.search(r'data-test="state"><svg.*?</svg>Open als je mag werken<', page)
        assert "Open voor jou" not in page


@pytest.mark.parametrize(
    ("born", "schooling", "school", "wage"),
    [
        ("2010", "vmbo_bb", True, True),
        ("2010", "mbo_2", False, True),
        ("2007", "vmbo_bb", False, True),
        ("2005", "vmbo_bb", False, False),
    ],
)
def test_the_young_read_what_the_law_asks_and_that_pay_may_be_lower(
    visitor: Visitor, born: str, schooling: str, school: bool, wage: bool
) -> None:
    birth_date = {"birth_date-day": "15", "birth_date-month": "6", "birth_date-year": born}
    visitor.answer_all(birth_date=birth_date, schooling={"schooling": schooling})
    page = visitor.read("/routes")
    assert ("moet je ook naar school" in page) is school
    assert ("Je loon kan lager zijn dan hier staat" in page) is wage


def test_who_forgot_what_they_learnt_at_work_is_asked_for_it(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(experience=[{"skill_id": "S1", "level": "2"}])
    visitor.answer_all()
    assert "Kies ook wat je daar leerde" not in visitor.read("/routes")
    visitor.answer_all(skills={})
    page = visitor.read("/routes")
    assert "Je werkte als lasser. Kies ook wat je daar leerde." in page
    assert f'href="/vraag/{NUMBER["tasks"]}?naar=controle"' in page
    assert faults_in_page(page) == []


def test_a_wish_that_was_not_met_is_said(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(
        occupations=[{}, {"occupation_id": "O2", "label": "Timmerman", "sector": "bouw"}],
        occupation_skills=[{}, {"occupation_id": "O2"}],
    )
    visitor.answer_all(sectors={"sectors.bouw": "1", "sectors.metal": "-1"})
    page = visitor.read("/routes")
    assert "Je wilt graag: Bouw. Daar vonden we nu geen route." in page
    assert "Je wilt liever niet: Metal." in page
    assert "Dit wil je ook graag" not in page


def test_a_wished_sector_outside_the_five_stands_below_them_with_its_best_route(
    visitor: Visitor, shelf: ShelfWith
) -> None:
    shelf.snapshot = _work_in(["metal", "ict", "energy", "metal", "metal", "bouw", "bouw"])
    visitor.answer_all(sectors={"sectors.bouw": "1"})
    page = visitor.read("/routes")
    five, wished = page.split("<h2>Dit wil je ook graag</h2>")
    assert "Je wilt graag: Bouw. De beste route daar staat onder de andere routes." in five
    assert re.findall(r"<h2>(Vak \d)</h2>", five) == [f"Vak {number}" for number in range(1, 6)]
    assert re.findall(r"<h2>(Vak \d)</h2>", wished) == ["Vak 6"]
    assert "Deze route hoort niet bij de eerste 5." in wished
    assert "Je wilt graag in deze sector werken." in wished
    assert faults_in_page(page) == []


def test_a_wished_route_below_the_five_can_be_compared(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = _work_in(["metal", "ict", "energy", "metal", "metal", "bouw"])
    visitor.answer_all(sectors={"sectors.bouw": "1"})
    visitor.read("/routes")
    assert 'value="O6" form="vergelijk"' in visitor.read("/routes")
    assert 'value="O6"' in visitor.read("/vergelijk")


def test_a_wished_sector_is_not_called_another_sector(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = _work_in(["metal", "metal", "metal", "metal", "metal", "ict", "energy"])
    visitor.answer_all(sectors={"sectors.ict": "1"})
    *_, ict, energy = visitor.read("/routes").split('data-test="route-card"')
    assert "Daarom staat dit niet hoger." in ict
    assert "zodat je ook werk in een andere sector ziet" in energy


@pytest.mark.parametrize(("hours", "asks"), [("40", True), ("36", False)])
def test_a_job_for_much_less_than_someone_has_says_so(visitor: Visitor, hours: str, asks: bool) -> None:
    visitor.answer_all(week={"week.hours": hours})
    words = f"Deze plek is voor 32 uur per week. Jij hebt {hours} uur. Vraag of meer kan."
    assert (words in visitor.read("/routes").replace("\u00a0", " ")) is asks


def test_what_speaks_for_a_card_stands_above_what_is_still_to_be_asked(visitor: Visitor) -> None:
    visitor.answer_all(week={"week.hours": "40"}, sectors={"sectors.metal": "1"})
    card = visitor.read("/routes").partition('data-test="route-card"')[2]
    assert card.index("Je wilt graag in deze sector werken.") < card.index("Vraag of meer kan.")


def test_a_leerbaan_leaves_room_for_lessons_and_asks_nothing(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(
        offerings=[{"kind": "bbl", "weeks": 52, "cost_eur": 0}],
        offering_credentials=[{}],
        positions=[{"kind": "bbl", "credential_id": "C1", "hours_per_week": 24}],
    )
    visitor.answer_all(week={"week.hours": "40"})
    assert "Vraag of meer kan." not in visitor.read("/routes")


def test_a_card_says_that_someone_did_this_work_before(visitor: Visitor) -> None:
    visitor.answer_all()
    assert "Dit werk deed je al." in visitor.read("/routes")
    visitor.answer("former_work", {}, action="unknown")
    assert "Dit werk deed je al." not in visitor.read("/routes")


def test_examples_are_called_examples_and_nothing_else_is(visitor: Visitor, shelf: ShelfWith) -> None:
    visitor.answer_all()
    for address in ("/routes", "/routes/O1"):
        assert "oorbeeld" not in visitor.read(address).partition("<main")[2]
    shelf.snapshot = a_web_snapshot(**EXAMPLES)
    for address in ("/routes", "/routes/O1"):
        assert "<strong>Voorbeeld.</strong>" in visitor.read(address)


def test_a_route_says_what_to_do_now(everyone: Visitor) -> None:
    page = everyone.read("/routes/O1")
    assert "Meld je aan bij Techniekcollege voor Leren lassen. Dit begint op 1 februari 2027, in Utrecht." in page


def test_a_route_shows_its_steps_with_place_dates_and_money(everyone: Visitor) -> None:
    page = everyone.read("/routes/O1")
    steps = page.partition('data-test="steps"')[2].partition("</ol>")[0]
    assert "1 februari 2027 tot 29 maart 2027" in steps
    assert "Les van Techniekcollege: Werkplaats in Utrecht." in steps
    assert "8 weken <small>8 uur per week" in steps
    assert "€\N{NO-BREAK SPACE}200 <small>de prijs is €\N{NO-BREAK SPACE}400" in steps
    assert "Aan het werk als lasser" in steps
    assert "Lasbedrijf in Utrecht." in steps


def test_every_step_says_why(everyone: Visitor) -> None:
    page = everyone.read("/routes/O1")
    why = page.partition('data-test="why"')[2].partition("</details>")[0]
    assert "Waarom deze stap?" in why
    assert "Je leert Lassen: onder toezicht. Dat heb je later nodig voor: het werk als lasser." in why


def test_the_money_adds_up(everyone: Visitor) -> None:
    money = everyone.read("/routes/O1").partition("<h2>Wat het kost</h2>")[2].partition("</dl>")[0]
    assert re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", money.replace("\u00a0", " ")) == [
        ("Prijs van alle stappen", "€ 400"),
        ("Scholingspotje", "min € 200"),
        ("Jij betaalt", "€ 200"),
    ]


def test_the_timeline_is_a_picture_with_title_description_and_table(everyone: Visitor) -> None:
    page = everyone.read("/routes/O1")
    picture = page.partition('data-test="timeline"')[2].partition("</table>")[0]
    assert picture.count('role="img"') == 2
    assert picture.count("<title id=") == picture.count("<desc id=") == 2
    table = picture.partition("<tbody>")[2]
    for fact in ("Leren lassen", "1 februari 2027", "29 maart 2027", "Aan het werk als lasser"):
        assert fact in table
        assert fact in picture.partition("</figure>")[0]


def test_ten_years_are_shown_as_a_picture_and_a_table(everyone: Visitor) -> None:
    page = everyone.read("/routes/O1")
    years = page.partition('data-test="years"')[2]
    assert [str(n) for n in range(1, 11)] == re.findall(r'<text x="[\d.]+" y="14">(\d+)</text>', years)
    assert "Jaar 1 tot en met 10" in years
    assert "Maart 2027: Je eerste werkdag, als lasser." in years


def test_ten_years_of_pay_are_a_rounded_guess(everyone: Visitor) -> None:
    page = everyone.read("/routes/O1").replace("\u00a0", " ")
    assert re.search(r"in tien jaar ongeveer € \d+\.000 bruto", page)


def test_skills_are_shown_as_boxes_with_words(everyone: Visitor) -> None:
    gaps = everyone.read("/routes/O1").partition('data-test="gaps"')[2].partition("</ul>")[0]
    assert "Nodig: onder toezicht. Je leert het bij: Leren lassen." in gaps
    assert "<desc>Niveau 1 van 5. Nodig is niveau 2.</desc>" in gaps


def test_the_boxes_of_a_skill_stand_in_a_table_too(everyone: Visitor) -> None:
    table = everyone.read("/routes/O1").partition('data-test="gaps"')[2].partition("</details>")[0]
    assert re.search(r'<th scope="row">Lassen</th><td data-label="[^"]+">1</td><td data-label="[^"]+">2</td>', table)


def test_where_facts_come_from_and_when_they_were_checked(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(**EXAMPLES)
    visitor.answer_all()
    assert "Eigen schatting. Gecontroleerd op 3 november 2026." in visitor.read("/routes/O1")


def test_only_a_web_address_becomes_a_link(visitor: Visitor, shelf: ShelfWith) -> None:
    visitor.answer_all()
    shelf.snapshot = a_web_snapshot(offerings=[{"url": "javascript:alert(1)"}])
    assert "javascript:" not in visitor.read("/routes/O1")
    shelf.snapshot = a_web_snapshot(offerings=[{"url": "https://school.example/lassen"}])
    page = visitor.read("/routes/O1")
    assert '<a class="button primary" href="https://school.example/lassen"' in page


def test_an_unknown_route_gets_a_friendly_page(everyone: Visitor) -> None:
    page = everyone.read("/routes/no-such-work", status=404)
    assert "Deze route kennen we niet" in page
    assert 'href="/routes"' in page


def test_work_that_can_start_at_once_has_no_steps(visitor: Visitor) -> None:
    visitor.answer_all(skills={"skills.S1": "4"})
    cards, page = visitor.read("/routes"), visitor.read("/routes/O1")
    assert "Je kunt meteen solliciteren." in cards
    assert "Solliciteer bij Lasbedrijf in Utrecht. Je kunt op 4 januari 2027 beginnen." in page
    assert 'href="#werk"' in page
    assert "Alle stappen zijn gratis voor jou." in page
    assert faults_in_page(page) == []


def test_a_leerbaan_shows_learning_and_pay_together(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(
        offerings=[{"kind": "bbl", "weeks": 52, "cost_eur": 0}],
        offering_credentials=[{}],
        positions=[{"kind": "bbl", "credential_id": "C1", "hours_per_week": 24}],
    )
    visitor.answer_all()
    page = visitor.read("/routes/O1")
    assert "Vraag Lasbedrijf in Utrecht om een leerbaan. Je kunt op 1 februari 2027 beginnen." in page
    assert "Leerbaan (je leert en werkt tegelijk), bij Lasbedrijf in Utrecht." in page
    assert "€\N{NO-BREAK SPACE}1.640 <small>ongeveer, bruto, 24 uur per week" in page
    assert "Vanaf 31 januari 2028" in page
    assert "Klaar met je leerbaan: je werkt als lasser" in page
    assert faults_in_page(page) == []


def test_without_a_catalogue_the_pages_say_when_to_come_back(visitor: Visitor, shelf: ShelfWith) -> None:
    visitor.begin()
    shelf.snapshot = None
    for address in ("/vraag/1", "/controle", "/routes", "/routes/O1"):
        answer = visitor.client.get(address)
        assert answer.status_code == 503
        assert "We zijn er zo weer" in answer.text
        assert answer.headers["Retry-After"]
    visitor.read("/")


def test_asking_for_routes_keeps_only_that_they_were_seen(everyone: Visitor, memory: Memory) -> None:
    before = list(memory.assessments.given)
    everyone.read("/routes")
    everyone.read("/routes/O1")
    everyone.read("/routes")
    after = memory.assessments.given[len(before) :]
    assert {name for _, name, _, _ in after} == {"draft.counted", "draft.changed"}
    assert [given for _, name, given, _ in after if name == "draft.changed"] == ['{"is_seen": true}']
