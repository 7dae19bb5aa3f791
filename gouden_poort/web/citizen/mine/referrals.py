"""What a citizen reads about being referred: by whom, why, how far it is, and what the counsellor still sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from gouden_poort.profiles.people.referral import ReferralState
from gouden_poort.services.referrals.looking import Entry
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import _, later, nl

_STATES: Mapping[ReferralState, str] = MappingProxyType(
    {
        ReferralState.SENT: later("De verwijzing is verstuurd."),
        ReferralState.ACCEPTED: later("Een coach nam je aan."),
        ReferralState.SENT_BACK: later("De verwijzing ging terug."),
        ReferralState.FIRST_TALK: later("Je eerste gesprek is geweest."),
        ReferralState.STARTED: later("Je bent begonnen."),
        ReferralState.STOPPED: later("Je bent gestopt."),
        ReferralState.WITHDRAWN: later("De verwijzing is ingetrokken."),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutMe:
    """One referral."""

    title: str
    wish: str
    """As the counsellor wrote it down."""
    reason: str
    state: str
    seen: str
    """What the counsellor sees of it now."""


def about_me(entries: Sequence[Entry]) -> list[AboutMe]:
    """Each referral that became the own dossier."""
    return [_told(entry) for entry in entries]


def _told(entry: Entry) -> AboutMe:
    day = dutch_date(entry.referral.sent_at)
    return AboutMe(
        title=_("%(organisation)s, op %(day)s", organisation=nl(entry.organisation), day=day),
        wish=entry.referral.wish,
        reason=entry.referral.reason,
        state=_(_STATES[entry.referral.state]),
        seen=_("De adviseur ziet hier niets meer van.") if entry.is_closed else _("De adviseur ziet hoe ver je bent."),
    )
