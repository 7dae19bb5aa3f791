"""What is wrong with an event that somebody wrote down, in words: what was expected, at the field to mend it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from gouden_poort.development.event import LONGEST_EMPLOYER, LONGEST_WORDS, EventKind
from gouden_poort.development.journal import EARLIEST, FURTHEST_MOVE
from gouden_poort.errors import FieldError
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.forms.event_forms import Ask
from gouden_poort.web.forms.fault_words import FULL, Fault
from gouden_poort.web.language import _, fixed, later
from gouden_poort.web.wording import say
from gouden_poort.web.words.event_words import what
from gouden_poort.web.words.names import in_sentence


def faults_from(faults: Sequence[FieldError], today: date, *, asks: Sequence[Ask], kind: EventKind) -> list[Fault]:
    """What the journal has against an event, said at the field where it can be mended."""
    return [_fault(fault, today, asks, kind) for fault in faults]


def _fault(fault: FieldError, today: date, asks: Sequence[Ask], kind: EventKind) -> Fault:
    if fault.code == "bsn":
        return Fault(field=fault.path, words=say("typed.bsn"))
    if fault.code == "too_many":
        most = LONGEST_EMPLOYER if fault.path == "employer" else LONGEST_WORDS
        return Fault(field=fault.path, words=_("Maak dit korter. Er passen %(most)s tekens in.", most=most))
    if fault.path == "moved_to":
        words = _("Kies een dag vanaf vandaag, binnen %(years)s jaar.", years=FURTHEST_MOVE)
        return Fault(field="moved_to", words=words)
    if fault.path == "day" and fault.given < EARLIEST.isoformat():
        words = _("Dit is te lang geleden. Kies een dag vanaf %(day)s.", day=fixed(dutch_date(EARLIEST)))
        return Fault(field="day", words=words)
    if fault.path == "day":
        words = _("Dit moet al gebeurd zijn. Kies een dag tot en met vandaag, %(day)s.", day=fixed(dutch_date(today)))
        return Fault(field="day", words=words)
    return _fault_of_place(fault, asks, kind)


def _fault_of_place(fault: FieldError, asks: Sequence[Ask], kind: EventKind) -> Fault:
    """About what stands before it and after it."""
    at = Ask.MILESTONE if Ask.MILESTONE in asks else Ask.WORK if Ask.WORK in asks else Ask.DAY
    if fault.near:
        other, day = fault.near
        words = _(
            "Dan klopt niet meer wat er later staat: %(what)s, %(day)s. Kies een andere dag, of verbeter dat eerst.",
            what=in_sentence(what(EventKind(other))),
            day=fixed(dutch_date(date.fromisoformat(day))),
        )
        return Fault(field="day" if Ask.DAY in asks else at, words=words)
    if fault.code == "missing" and fault.expected == "a reason":
        return Fault(field="words", words=_("Schrijf in een paar woorden waarom."))
    if fault.code == "missing" and kind is EventKind.PROOF_ADDED:
        return Fault(field="words", words=_("Schrijf op wat het bewijs is. Bijvoorbeeld: VCA-certificaat."))
    return Fault(field=at, words=_(_EXPECTED.get((kind, fault.code)) or _ANY_KIND.get(fault.code, _OTHERWISE)))


_EXPECTED: Mapping[tuple[EventKind, str], str] = MappingProxyType(
    {
        (EventKind.STARTED, "duplicate"): later("Dit is al begonnen of al klaar. Kies iets anders."),
        (EventKind.FINISHED, "out_of_order"): later(
            "Dit was op die dag nog niet begonnen. Schrijf eerst op wanneer het begon."
        ),
        (EventKind.STOPPED, "out_of_order"): later(
            "Dit was op die dag nog niet begonnen. Schrijf eerst op wanneer het begon."
        ),
        (EventKind.STOPPED, "duplicate"): later("Er staat al dat het gestopt is. Verder gaan kan altijd."),
        (EventKind.PAUSED, "out_of_order"): later("Op die dag was er al pauze, of het was gestopt."),
        (EventKind.RESUMED, "out_of_order"): later("Op die dag was er geen pauze. Oppakken hoeft dan niet."),
        (EventKind.NEW_JOB, "duplicate"): later(
            "Dit werk staat er al. Kies ander werk, of vul de nieuwe werkgever in."
        ),
        (EventKind.LOST_JOB, "out_of_order"): later(
            "Op die dag stond er nog geen werk. Schrijf eerst op wanneer het begon."
        ),
        (EventKind.SECTOR_CHANGE, "out_of_order"): later(
            "Op die dag stond er nog geen werk. Schrijf eerst op wanneer het begon."
        ),
        (EventKind.SECTOR_CHANGE, "duplicate"): later(
            "Dit werk is in dezelfde sector. Kies werk in een andere sector."
        ),
        (EventKind.SECTOR_CHANGE, "missing"): later("Kies werk in een andere sector van de techniek."),
        (EventKind.MILESTONE_MOVED, "out_of_order"): later("Dit is al klaar. Verzetten hoeft niet meer."),
    }
)
_ANY_KIND: Mapping[str, str] = MappingProxyType(
    {
        "duplicate": later("Dit staat er al, op dezelfde dag."),
        "closed": later("De tien jaar zijn al afgesloten. Daarna schrijven we niets meer op."),
        "full": FULL,
        "unknown_id": later("We kennen dit niet. Ga terug en kies het opnieuw."),
        "not_a_choice": later("Dit schrijft je coach op. Bel je coach als het niet klopt."),
    }
)
_OTHERWISE = later("Dit past niet bij wat er al staat. Kies een andere dag.")
