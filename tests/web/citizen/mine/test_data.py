"""Who looked, what is shared and how to stop, taking it all along, and having it wiped: by the one it is about."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.consent import LegalGround, Line
from gouden_poort.profiles.people.referral import ReferralState
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.dossiers.viewing import view
from gouden_poort.services.trail import record
from tests.dossiers import a_consent
from tests.own_dossiers import Coached
from tests.people_with_rights import actor_of
from tests.referrals import a_referral
from tests.web.page_rules import faults_in_page

DATA = "/mijn-gegevens"
STOP, SHARE = f"{DATA}/delen/coach_sees_dossier/stop", f"{DATA}/delen/coach_sees_dossier"


def look(made: Coached, deed: Deed = Deed.SEE_DOSSIER) -> None:
    """What the page of a coach writes down."""
    with made.house.unit_of_work() as unit:
        record(unit, actor_of(made.people.coach), deed, made.dossier.pseudonym, Why.GUIDANCE, made.house.clock())
        unit.commit()


def sharing(page: str) -> Sequence[str]:
    """What each line says that can be pressed."""
    return [words for words in ("Stop met delen", "Deel weer", "Deel dit") for _ in range(page.count(f">{words}<"))]


def test_nobody_looked_at_first(registered: Coached) -> None:
    assert "Niemand keek mee." in registered.citizen.read(DATA)


def test_each_look_says_as_what_for_whom_when_and_why(registered: Coached) -> None:
    look(registered)
    look(registered)
    look(registered, Deed.CHANGE_DOSSIER)
    page = registered.citizen.read(DATA)
    for words in (
        "4 januari 2027",
        "Een coach van Gemeente Voorbeeld",
        "Keek in je dossier, 2 keer",
        "verder te helpen",
    ):
        assert words in page
    assert "Werkte in je dossier" in page
    assert registered.people.coach.name not in page


@pytest.mark.parametrize("deed", Deed)
def test_every_deed_can_be_told(registered: Coached, deed: Deed) -> None:
    look(registered, deed)
    assert faults_in_page(registered.citizen.read(DATA)) == []


def test_many_looks_are_shown_when_asked_for(registered: Coached) -> None:
    for deed in Deed:
        look(registered, deed)
    citizen = registered.citizen
    assert citizen.read(DATA).count('scope="row"') == 10
    assert citizen.read(f"{DATA}?alles=ja").count('scope="row"') == len(Deed)


def test_stopping_shuts_out_the_coach_and_sharing_again_lets_in(registered: Coached) -> None:
    citizen, coach = registered.citizen, actor_of(registered.people.coach)
    page = citizen.follow(citizen.send(STOP))
    assert "Nu ziet niemand dit." in page
    assert sharing(page).count("Deel weer") == 1
    with pytest.raises(NotAllowed):
        view(registered.house.unit_of_work, coach, registered.dossier.id, registered.house.clock())
    page = citizen.follow(citizen.send(SHARE))
    assert "Deel weer" not in sharing(page)
    assert view(registered.house.unit_of_work, coach, registered.dossier.id, registered.house.clock())


def test_a_line_that_does_not_exist_is_not_found(registered: Coached) -> None:
    assert registered.citizen.send(f"{DATA}/delen/everything/stop").status_code == 404


def test_a_file_holds_everything_and_a_page_tells_it(planned: Coached) -> None:
    citizen = planned.citizen
    answer = citizen.client.get(f"{DATA}/bestand")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mijn-gegevens.json"'
    texts = {row["text"] for row in json.loads(answer.data)["kept"]["agreements"]["rows"]}
    assert texts == {"Ik bel de school.", "Ik vraag de reiskosten aan."}
    page = citizen.read(f"{DATA}/lezen")
    for words in ("Voorbeeld Een", "2 januari 1990", "Ik bel de school.", "Alleen voor de coach."):
        assert words in page
    assert faults_in_page(page) == []
    assert faults_in_page(citizen.read(f"/ar{DATA}/lezen")) == []


def test_wiping_asks_first(registered: Coached) -> None:
    citizen = registered.citizen
    page = citizen.read(f"{DATA}/wissen")
    assert faults_in_page(page) == []
    assert "logboek" in page
    page = citizen.follow(citizen.send(f"{DATA}/wissen"))
    assert "Zet een vinkje" in page
    assert registered.kept() == registered.dossier


def test_after_wiping_nothing_is_left_and_nobody_is_signed_in(registered: Coached) -> None:
    citizen = registered.citizen
    page = citizen.follow(citizen.send(f"{DATA}/wissen", {"sure": "yes"}))
    assert "Alles is gewist" in page
    assert faults_in_page(page) == []
    with registered.house.unit_of_work() as unit:
        assert unit.dossiers.find(registered.dossier.id) is None
        assert unit.accounts.find(registered.people.citizen.id) is None
        assert [each.deed for each in unit.trail.about(registered.dossier.pseudonym)] == ["erase_dossier"]
    assert citizen.client.get(DATA).location == "/aanmelden"


@pytest.mark.parametrize("address", [DATA, f"{DATA}/lezen", f"{DATA}/bestand", f"{DATA}/wissen"])
def test_who_has_no_dossier_finds_nothing_of_others(registered: Coached, address: str) -> None:
    with registered.house.unit_of_work() as unit:
        account = unit.accounts.find(registered.people.citizen.id)
        assert account is not None
        other = type(account)(
            **{name: getattr(account, name) for name in account.__slots__}
            | {"id": registered.dossier.id, "email": "ander@voorbeeld.example"}
        )
        assert unit.accounts.add(other)
        unit.commit()
    answer = registered.screen_of(other).client.get(address, follow_redirects=True)
    assert "Je hebt hier nog geen coach" in answer.text


def test_who_was_referred_reads_by_whom_why_and_how_far(registered: Coached) -> None:
    counsellor = registered.people.counsellor
    with registered.house.unit_of_work() as unit:
        unit.referrals.add(
            a_referral(
                counsellor_id=counsellor.id,
                from_organisation_id=registered.people.organisation.id,
                to_organisation_id=registered.people.organisation.id,
                sent_at=registered.house.clock(),
                dossier_id=registered.dossier.id,
                state=ReferralState.ACCEPTED,
            )
        )
        unit.commit()
    citizen = registered.citizen
    page = citizen.read(DATA)
    for words in ("Gemeente Voorbeeld, op 4 januari 2027", "Een coach nam je aan.", "Heeft een leerplek nodig."):
        assert words in page
    page = citizen.follow(citizen.send(f"{DATA}/delen/counsellor_sees_steps/stop"))
    assert "De adviseur ziet hier niets meer van." in page


def test_what_rests_on_a_law_is_not_told_as_a_yes(registered: Coached) -> None:
    dossier = registered.dossier
    with registered.house.unit_of_work() as unit:
        unit.consents.end(dossier.id, Line.COACH_SEES_DOSSIER, registered.house.clock())
        unit.consents.add(
            replace(a_consent(dossier), id=uuid4(), given_at=registered.house.clock(), ground=LegalGround.UWV)
        )
        unit.commit()
    page = registered.citizen.read(DATA)
    assert faults_in_page(page) == []
    assert "Dit mag volgens de wet, sinds 4 januari 2027." in page
    assert "Dit mag volgens de wet." in registered.citizen.read(f"{DATA}/lezen")
    page = registered.coach.read(f"/persoon/{dossier.id}")
    assert "Geen ja: Taak van UWV (Wet SUWI)" in page
    assert 'data-test="by-law"' in page
    assert "Gedeeld, geen ja: Taak van UWV (Wet SUWI): De coach ziet het dossier" in page
    page = registered.citizen.follow(registered.citizen.send(STOP))
    assert "Je stopte op 4 januari 2027." in page
