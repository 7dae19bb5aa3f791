"""What a citizen reads about what was promised: each paper as a card, time in words, what may be asked, and moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.commitment import LONGEST_DOUBT, Commitment, CommitmentState, Party
from gouden_poort.development.guarantee import Claim, ClaimKind, Stretch
from gouden_poort.development.standing import Job, Phase
from gouden_poort.errors import FieldError
from gouden_poort.profiles.people.employer_name import employer_key
from gouden_poort.services.ten_years.backing import Backing
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.language import _, fixed, later, ngettext, nl
from gouden_poort.web.wording import say
from gouden_poort.web.words.names import sector_name, work_name

_DAYS_IN_A_MONTH = 365.2425 / 12
_PARTIES: Mapping[Party, str] = MappingProxyType(
    {Party.SECTOR: later("een sector"), Party.FUND: later("een fonds"), Party.EMPLOYER: later("een werkgever")}
)
_CLAIMS: Mapping[ClaimKind, str] = MappingProxyType(
    {
        ClaimKind.WORK: later("Je mag ander werk vragen aan %(name)s."),
        ClaimKind.TRAINING: later("Je mag een stap in opleiding vragen aan %(name)s."),
        ClaimKind.RETURN: later("Je mag terugkomen. Vraag het aan %(name)s."),
    }
)
_BREAKS: Mapping[Phase, str] = MappingProxyType(
    {Phase.PAUSED: later("Pauze"), Phase.STOPPED: later("Gestopt"), Phase.BETWEEN: later("Tussen twee dingen in")}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One paper in words."""

    kept: Commitment
    party: str
    holds: str
    clauses: tuple[str, ...]
    state: str
    is_agreed: bool
    is_ended: bool

    @property
    def waits_for_me(self) -> bool:
        """Whether the citizen may say yes, or what is not right."""
        return not self.is_ended and self.kept.agreed_by_citizen_at is None


def cards(backing: Backing) -> list[Card]:
    """Every paper; what waits for the citizen first, what is over last."""
    made = [_card(each, backing.today) for each in backing.commitments]
    return sorted(made, key=lambda card: (card.is_ended, not card.waits_for_me))


def time_of(months: int) -> str:
    """Months as years and months.

    >>> time_of(1), time_of(12), time_of(27)
    ('1 maand', '1 jaar', '2 jaar en 3 maanden')
    """
    years, rest = divmod(months, 12)
    more = ngettext("%(num)s maand", "%(num)s maanden", rest)
    if not years:
        return more
    if not rest:
        return ngettext("%(num)s jaar", "%(num)s jaar", years)
    return ngettext("%(num)s jaar en %(more)s", "%(num)s jaar en %(more)s", years, more=more)


def time_of_days(days: int) -> str:
    """Days as years and months, to the nearest month.

    >>> time_of_days(0), time_of_days(9), time_of_days(216), time_of_days(1220)
    ('nog niet', 'minder dan 1 maand', '7 maanden', '3 jaar en 4 maanden')
    """
    if not days:
        return _("nog niet")
    months = round(days / _DAYS_IN_A_MONTH)
    return time_of(months) if months else _("minder dan 1 maand")


def claim_lines(claim: Claim) -> Iterator[str]:
    """What may be asked, by when it must be there, and where that is written."""
    yield _(_CLAIMS[claim.kind], name=nl(claim.commitment.name))
    if claim.by is not None:
        yield _("Het moet er zijn op %(day)s.", day=fixed(dutch_date(claim.by)))
    yield _("Dat staat in: %(paper)s.", paper=nl(claim.commitment.paper))


def break_rows(breaks: Sequence[Stretch]) -> list[tuple[str, str, str]]:
    """Pauses, stops and time between: what, from, up to."""
    return [
        (
            _(_BREAKS[each.phase]),
            fixed(dutch_date(each.since)),
            fixed(dutch_date(each.until)) if each.until else _("nu"),
        )
        for each in breaks
    ]


def job_rows(snapshot: Snapshot, backing: Backing, jobs: Sequence[Job]) -> list[tuple[str, str, str, str]]:
    """Every employer, sector or kind of work: since when, what, with whom, where."""
    return [
        (
            fixed(dutch_date(each.since)),
            work_name(snapshot, each.occupation_id, backing.occupations),
            nl(each.employer) if each.employer else "–",
            sector_name(snapshot, each.sector) if each.sector else _("geen techniek"),
        )
        for each in jobs
    ]


def moves(jobs: Sequence[Job]) -> Iterator[str]:
    """How often someone went to another employer, and to another sector; nothing for who never did."""
    employers = _changes([key for job in jobs if (key := employer_key(job.employer))])
    sectors = _changes([job.sector for job in jobs])
    if employers:
        yield ngettext(
            "Je ging %(num)s keer naar een andere werkgever.",
            "Je ging %(num)s keer naar een andere werkgever.",
            employers,
        )
    if sectors:
        yield ngettext(
            "Je ging %(num)s keer naar een andere sector.", "Je ging %(num)s keer naar een andere sector.", sectors
        )


def _changes(names: Sequence[str]) -> int:
    """How often the next one is another; of an employer that nobody wrote down it is not known whether it was."""
    return sum(before != after for before, after in pairwise(names))


def fault_of(fault: FieldError, field: str) -> Fault:
    """What to do about the words of a doubt, at its field."""
    if fault.code == "bsn":
        return Fault(field=field, words=say("typed.bsn"))
    if fault.code == "too_many":
        return Fault(field=field, words=_("Maak dit korter. Er passen %(number)s tekens in.", number=LONGEST_DOUBT))
    return Fault(field=field, words=_("Schrijf op wat er niet klopt."))


def _card(each: Commitment, today: date) -> Card:
    state = each.state_on(today)
    return Card(
        kept=each,
        party=_(_PARTIES[each.party]),
        holds=_holds(each),
        clauses=tuple(_clauses(each)),
        state=_state(each, state),
        is_agreed=state is CommitmentState.AGREED,
        is_ended=state is CommitmentState.ENDED or each.ended_on is not None,
    )


def _holds(each: Commitment) -> str:
    first = fixed(dutch_date(each.holds_from))
    if each.holds_until is None:
        return _("Vanaf %(first)s. Er staat geen einddag op.", first=first)
    return _("Van %(first)s tot en met %(last)s.", first=first, last=fixed(dutch_date(each.holds_until)))


def _clauses(each: Commitment) -> Iterator[str]:
    if each.work_within_weeks is not None:
        yield ngettext(
            "Ben je je werk kwijt? Dan krijg je binnen %(num)s week een aanbod van ander werk.",
            "Ben je je werk kwijt? Dan krijg je binnen %(num)s weken een aanbod van ander werk.",
            each.work_within_weeks,
        )
    if each.training_every_months is not None:
        yield ngettext(
            "Elke %(num)s maand krijg je een betaalde stap in opleiding.",
            "Elke %(num)s maanden krijg je een betaalde stap in opleiding.",
            each.training_every_months,
        )
    if each.takes_back:
        yield _("Stopte je? Dan mag je terugkomen.")
    if each.pause_extends:
        yield _("Een pauze komt er aan het eind bij.")


def _state(each: Commitment, state: CommitmentState) -> str:
    if each.ended_on is not None:
        return _("Dit gold tot en met %(day)s.", day=fixed(dutch_date(each.ended_on)))
    if state is CommitmentState.ENDED:
        return _("Dit is voorbij.")
    if state is CommitmentState.AGREED:
        return _("Jij en je coach zeiden hier allebei ja op.")
    if each.doubted_at is not None:
        return _("Jij zei dat dit niet klopt. Je coach kijkt ernaar.")
    if each.agreed_by_citizen_at is None:
        return _("Dit wacht op jouw ja.")
    return _("Jij zei ja. Je coach kijkt nog naar het papier.")
