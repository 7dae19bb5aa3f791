"""Point 22 in a real browser: a step is seen at the next reload, and after withdrawal the address tells nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from gouden_poort.profiles.people.consent import Line
from tests.acceptance.stands import Guest
from tests.acceptance.stands import _people as people_of
from tests.acceptance.stands import _signed_in as sign_in
from tests.browsing import Site
from tests.people_with_rights import People

PHONE = {"width": 390, "height": 844}
PERSONAL = ("Voorbeeld Twaalf", "06 12345678", "Werken met elektra", "Heeft een leerplek", "1990", "Zwolle")


@contextmanager
def window(browser: Browser, guest: Guest, *, script: bool) -> Iterator[Page]:
    """A browser that this guest is signed in to."""
    context = browser.new_context(viewport=PHONE, locale="nl-NL", java_script_enabled=script)
    context.add_cookies(guest.cookies())
    yield context.new_page()
    context.close()


def guest_as(site: Site, people: People, role: str) -> Guest:
    guest = Guest(site=site, client=site.app.test_client())
    sign_in(guest, getattr(people, role))
    return guest


def refer(page: Page, site: Site, people: People) -> str:
    """Fill in the form; the address of the referral."""
    page.goto(f"{site.address}/verwijs")
    filled = {
        "Naam": "Voorbeeld Twaalf",
        "Dag": "2",
        "Maand": "1",
        "Jaar": "1990",
        "Telefoonnummer": "06 12345678",
        "Plaats of postcode": "Zwolle",
        "Wat wil deze persoon?": "Werken met elektra.",
        "Waarom verwijs je?": "Heeft een leerplek nodig.",
    }
    for label, words in filled.items():
        page.get_by_label(label, exact=True).fill(words)
    to = page.get_by_label("Naar welke organisatie?")
    if to.count():  # other tests brought organisations along
        to.select_option(label=people.organisation.name)
    page.get_by_label("De persoon zei ja").check()
    page.get_by_label("De persoon las het op het scherm").check()
    page.locator("main [data-test=primary]").click()
    page.wait_for_url("**/verwijzing/*")
    return page.url


def end_consent(site: Site, people: People) -> None:
    """What the citizen does with `Stop met delen`."""
    with site.house.unit_of_work() as unit:
        (referral,) = unit.referrals.of_counsellor(people.counsellor.id)
        assert referral.dossier_id is not None
        unit.consents.end(referral.dossier_id, Line.COUNSELLOR_SEES_STEPS, site.house.clock())
        unit.commit()


@pytest.mark.acceptance(22)
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_counsellor_sees_a_step_at_once_and_nothing_once_consent_ended(
    browser: Browser, site: Site, script: bool
) -> None:
    people = people_of(Guest(site=site, client=site.app.test_client()))
    counsellor, coach = (guest_as(site, people, role) for role in ("counsellor", "coach"))
    with window(browser, counsellor, script=script) as theirs, window(browser, coach, script=script) as ours:
        address = refer(theirs, site, people)
        assert "Wacht op antwoord" in theirs.inner_text("main")

        ours.goto(f"{site.address}/verwijzingen")
        ours.get_by_role("link", name="Open Voorbeeld Twaalf").click()
        ours.get_by_role("link", name="Neem aan").click()
        ours.get_by_role("button", name="Neem aan").click()
        ours.wait_for_url(address)
        assert ours.get_by_role("link", name="Open persoon").count() == 1

        theirs.reload()
        assert "Aangenomen" in theirs.inner_text(".marks")
        assert all(told in theirs.content() for told in ("Voorbeeld Twaalf", "Werken met elektra"))

        end_consent(site, people)
        theirs.reload()
        assert theirs.url == address
        assert theirs.inner_text("h1") == "Deze verwijzing is gesloten"
        assert [told for told in PERSONAL if told in theirs.content()] == []
