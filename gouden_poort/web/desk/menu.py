"""The way between the screens of staff: each role sees those that may open for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gouden_poort.http.signed_in import present
from gouden_poort.profiles.people.rights import Deed, may_ever


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One screen in the menu."""

    label: str
    endpoint: str
    deed: Deed


MENU = (
    Item(label="Vandaag", endpoint="today.show", deed=Deed.LIST_DOSSIERS),
    Item(label="Mensen", endpoint="people.show", deed=Deed.LIST_DOSSIERS),
    Item(label="Nieuw", endpoint="newcomer.form", deed=Deed.REGISTER),
    Item(label="Plekken", endpoint="offering.show", deed=Deed.KEEP_PLACES),
    Item(label="Werk naar werk", endpoint="work_to_work.show", deed=Deed.KEEP_SURPLUSES),
    Item(label="Bedrijven", endpoint="company_links.show", deed=Deed.KEEP_COMPANY_LINKS),
    Item(label="Verwijzingen", endpoint="referral_inbox.show", deed=Deed.ANSWER_REFERRAL),
    Item(label="Aanvragen", endpoint="requests.overview", deed=Deed.ANSWER_REQUESTS),
    Item(label="Gebruikers", endpoint="users.overview", deed=Deed.INVITE_STAFF),
    Item(label="Logboek", endpoint="logbook.show", deed=Deed.SEE_AUDIT_TRAIL),
    Item(label="Berichten", endpoint="messages.show", deed=Deed.SEE_MESSAGES),
    Item(label="Overdragen", endpoint="handing_over.show", deed=Deed.HAND_OVER),
    Item(label="Import", endpoint="importing.form", deed=Deed.BRING_IN),
    Item(label="Snel kijken", endpoint="quick_look.show", deed=Deed.REFER),
    Item(label="Verwijs", endpoint="referring.form", deed=Deed.REFER),
    Item(label="Mijn verwijzingen", endpoint="referrals.own", deed=Deed.REFER),
    Item(label="Overzicht", endpoint="referral_numbers.show", deed=Deed.SEE_REFERRAL_NUMBERS),
    Item(label="Rapport", endpoint="report.show", deed=Deed.SEE_REPORT),
    Item(label="Resultaten", endpoint="outcomes.show", deed=Deed.SEE_OUTCOMES),
    Item(label="Stappen", endpoint="funnel.show", deed=Deed.SEE_FUNNEL),
    Item(label="Mijn account", endpoint="own_account.show", deed=Deed.OWN_ACCOUNT),
)
"""Every screen that has a place in the menu, in this order."""


def menu() -> Sequence[Item]:
    """What the one who asks may open; nothing for who is not signed in."""
    found = present()
    return [] if found is None else [item for item in MENU if may_ever(found.account.role, item.deed)]
