"""Who is in the demo: organisations, colleagues and citizens, the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from gouden_poort.profiles.people.account import Account, Role
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.organisation import Organisation, OrganisationKind
from gouden_poort.services.demo.mark import BUREAU_ID, demo_id

_WORDS = ("Merel", "Linde", "Eik", "Zilver", "Duin", "Haven", "Klaver", "Noorder", "Zomer", "Vlinder", "Berk", "Koper")
_LANGUAGES = ("nl",) * 5 + ("ar", "ar", "uk", "uk", "tr", "en", "ti")
DAYS_OF_TEN_YEARS = 3652
_STATES = (
    *[DossierState.ACTIVE] * 5,
    *[DossierState.NEW] * 2,
    DossierState.PAUSED,
    DossierState.STOPPED,
    DossierState.DONE,
)
"""In these shares people are in each state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Colleagues; the citizens come one by one."""

    bureau: Organisation
    office: Organisation
    coaches: Sequence[Account]
    counsellor: Account
    administrator: Account
    citizen: Account

    @property
    def accounts(self) -> Sequence[Account]:
        """Everyone who can sign in."""
        return (*self.coaches, self.counsellor, self.administrator, self.citizen)


def the_cast(moment: datetime) -> Cast:
    """The same people each time; only the moment at which they were made differs."""
    bureau = Organisation(
        id=BUREAU_ID,
        name="Voorbeeld Loopbaanbureau",
        kind=OrganisationKind.COACHING_BUREAU,
        phone="030 000 00 00",
    )
    office = Organisation(
        id=demo_id("office"), name="Voorbeeld UWV-kantoor", kind=OrganisationKind.UWV_OFFICE, phone="038 000 00 00"
    )

    def account(role: Role, name: str, organisation: Organisation | None, phone: str = "") -> Account:
        email = f"{name.rsplit(maxsplit=1)[-1].lower()}@voorbeeld.example"
        organisation_id = organisation.id if organisation else None
        return Account(
            id=demo_id(email),
            role=role,
            name=name,
            email=email,
            phone=phone,
            organisation_id=organisation_id,
            made_at=moment,
        )

    return Cast(
        bureau=bureau,
        office=office,
        coaches=tuple(
            account(Role.COACH, f"Voorbeeld Coach{number}", bureau, f"030 000 00 0{number}") for number in (1, 2, 3)
        ),
        counsellor=account(Role.COUNSELLOR, "Voorbeeld Adviseur", office, "038 000 00 01"),
        administrator=account(Role.ADMINISTRATOR, "Voorbeeld Beheerder", bureau),
        citizen=account(Role.CITIZEN, "Voorbeeld Burger", None),
    )


def drawn_id(chance: Random) -> UUID:
    """An id that follows from the seed."""
    return UUID(int=chance.getrandbits(128), version=4)


def people(cast: Cast, many: int, chance: Random, moment: datetime) -> Iterator[Dossier]:
    """Citizens in all states: spoken with lately, long ago or never; due, late or planned."""
    for number in range(1, many + 1):
        state = chance.choice(_STATES) if number > 1 else DossierState.ACTIVE
        registered = moment - timedelta(days=_days_ago(state, number, chance))
        has_mail = chance.random() < 0.7
        coach = cast.coaches[number % len(cast.coaches)]
        spoken, planned = _talks(state, chance, moment.date(), registered.date())
        yield Dossier(
            id=drawn_id(chance),
            pseudonym=drawn_id(chance),
            organisation_id=cast.bureau.id,
            coach_id=coach.id,
            next_coach_id=cast.coaches[(number + 1) % len(cast.coaches)].id if number % 40 == 1 else None,
            citizen_id=cast.citizen.id if number == 1 else None,
            assessment_id=drawn_id(chance),
            name=f"Voorbeeld {chance.choice(_WORDS)} {number}",
            birth_date=date(chance.randint(1962, 2008), chance.randint(1, 12), chance.randint(1, 28)),
            phone=f"06 00{number:06d}",
            email=f"persoon{number}@voorbeeld.example" if has_mail else "",
            language=chance.choice(_LANGUAGES),
            registered_at=registered,
            state=state,
            state_since=max(registered.date(), moment.date() - timedelta(days=chance.randint(0, 200))),
            next_contact_on=planned,
            last_contact_on=spoken,
            labels=("voorbeeld",),
        )


def _days_ago(state: DossierState, number: int, chance: Random) -> int:
    """When somebody came: who is new lately, the others over ten years; the citizen who signs in years ago."""
    days = chance.randint(0, 20 if state is DossierState.NEW else DAYS_OF_TEN_YEARS)
    return days if number > 1 else 6 * 365 + 90


def _talks(state: DossierState, chance: Random, today: date, registered: date) -> tuple[date | None, date | None]:
    """When someone was spoken with, and when the next talk is."""
    if state is DossierState.NEW:
        return None, chance.choice((None, today, today + timedelta(days=3)))
    spoken = max(registered, today - timedelta(days=chance.choice((2, 9, 30, 80, 120))))
    if state is not DossierState.ACTIVE:
        return spoken, None
    days = chance.choice((None, -6, -1, 0, 0, 2, 5, 12, 30))
    return spoken, None if days is None else today + timedelta(days=days)
