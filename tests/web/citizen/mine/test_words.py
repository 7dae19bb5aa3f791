"""Every word of these pages is said in the language of the reader."""

from __future__ import annotations

import pytest

from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.trail import record
from gouden_poort.web.language import saying
from tests.own_dossiers import Coached
from tests.people_with_rights import actor_of
from tests.web.test_every_text import NoLetters, dutch_words

PAGES = (
    "/mijn-plan",
    "/mijn-berichten",
    "/mijn-gegevens",
    "/mijn-gegevens/lezen",
    "/mijn-gegevens/wissen",
    "/mijn-garantie",
    "/mijn-bewijs",
    "/bewaren",
    "/verder/coach",
)


@pytest.mark.parametrize("address", PAGES)
def test_every_text_is_said_in_the_language_of_the_reader(
    planned: Coached, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with planned.house.unit_of_work() as unit:
        coach = actor_of(planned.people.coach)
        record(unit, coach, Deed.SEE_DOSSIER, planned.dossier.pseudonym, Why.GUIDANCE, planned.house.clock())
        unit.commit()
    citizen = planned.citizen
    monkeypatch.setattr(saying, "translations", lambda _language: NoLetters())
    assert list(dutch_words(citizen.read(f"/ar{address}"))) == []
