"""Messages in the words of screens of staff: what each is about, how far it is, and why it did not arrive."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouden_poort.profiles.people.message import Channel, MessageKind, Standing
from gouden_poort.services.outbox import Line, Shelf
from gouden_poort.web.filters import dutch_date

NAMES: Mapping[Shelf, str] = MappingProxyType(
    {
        Shelf.FAILED: "Niet aangekomen",
        Shelf.TO_POST: "Te posten",
        Shelf.WAITING: "Wacht",
        Shelf.SENT: "Verstuurd",
    }
)
IN_ADDRESS: Mapping[str, Shelf] = MappingProxyType(
    {"mislukt": Shelf.FAILED, "posten": Shelf.TO_POST, "wacht": Shelf.WAITING, "verstuurd": Shelf.SENT}
)
CAPTIONS: Mapping[Shelf, str] = MappingProxyType(
    {
        Shelf.FAILED: "Wat niet aankwam",
        Shelf.TO_POST: "Brieven om te printen en te posten",
        Shelf.WAITING: "Wat nog verstuurd wordt",
        Shelf.SENT: "Wat in de laatste 30 dagen wegging",
    }
)
EMPTY: Mapping[Shelf, str] = MappingProxyType(
    {
        Shelf.FAILED: "Alles kwam aan, of is nog onderweg.",
        Shelf.TO_POST: "Er ligt geen brief klaar.",
        Shelf.WAITING: "Er wacht geen bericht.",
        Shelf.SENT: "In de laatste 30 dagen ging er niets weg.",
    }
)
KINDS: Mapping[MessageKind, str] = MappingProxyType(
    {
        MessageKind.INVITATION: "Uitnodiging voor een collega",
        MessageKind.CITIZEN_INVITATION: "Uitnodiging",
        MessageKind.CITIZEN_RECOVERY: "Nieuwe link op papier",
        MessageKind.SIGN_IN_LINK: "Link om aan te melden",
        MessageKind.RESET: "Link om opnieuw te beginnen",
        MessageKind.RESUME_CODE: "Code om verder te gaan",
        MessageKind.REFERRAL_RECEIVED: "Er is een verwijzing",
        MessageKind.REFERRAL_ANSWERED: "Antwoord op een verwijzing",
        MessageKind.REFERRAL_MESSAGE: "Bericht over een verwijzing",
        MessageKind.REMINDER_APPOINTMENT: "Herinnering aan een afspraak",
        MessageKind.PLACE_OFFER: "Een plek is vrij",
        MessageKind.PLAN_READY: "Het plan staat klaar",
        MessageKind.REQUEST_RECEIPT: "Ontvangst van een vraag",
        MessageKind.REQUEST_ANSWER: "Antwoord op een vraag",
        MessageKind.HANDED_OVER: "Een andere coach",
        MessageKind.YEARLY_QUESTIONS: "De vragen van het jaar",
        MessageKind.YEARLY_REMINDER: "Herinnering aan de vragen van het jaar",
        MessageKind.PROMISE_TO_READ: "Een toezegging om te lezen",
        MessageKind.PROPOSAL_TO_ANSWER: "Een voorstel bij een bedrijf",
        MessageKind.PROPOSAL_REMINDER: "Herinnering aan een voorstel",
    }
)
CHANNELS: Mapping[Channel, str] = MappingProxyType(
    {Channel.MAIL: "mail", Channel.LETTER: "brief", Channel.SCREEN: "op het scherm"}
)
SOMEBODY = "Iemand die iets vroeg"
_TOO_LATE = "Te laat: nu heeft het geen zin meer."
_ASK_A_NEW_LINK = "Een nieuwe link vraagt iemand zelf aan."
_MAIL: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.UNDER_WAY: "Gaat nu weg.",
        Standing.UNCERTAIN: "Misschien kwam het aan. Vraag het eerst na.",
    }
)
_REFUSED = {"4": "De mailserver nam het nog niet aan", "5": "De mailserver weigerde het"}


def state(line: Line) -> str:
    """How far a message is, and why it is no further."""
    parts = [_state(line)]
    if line.standing is not Standing.SENT and line.tries:
        parts.append(f"{line.tries} keer geprobeerd.")
    return " ".join(parts)


def _state(line: Line) -> str:
    is_letter = line.channel is Channel.LETTER
    if line.sent_at is not None:
        return f"{'Gepost' if is_letter else 'Verstuurd'} op {dutch_date(line.sent_at)}."
    if line.is_too_late:
        return _TOO_LATE if line.kind is not MessageKind.SIGN_IN_LINK else f"{_TOO_LATE} {_ASK_A_NEW_LINK}"
    if is_letter:
        return f"Ligt klaar sinds {dutch_date(line.due)}."
    return _MAIL.get(line.standing) or _of_mail(line)


def _of_mail(line: Line) -> str:
    if line.standing is Standing.GIVEN_UP:
        return reason(line.failure)
    if line.is_early:
        return f"Gaat weg op {dutch_date(line.due)}."
    return f"Wacht sinds {dutch_date(line.due)}." + (f" {reason(line.failure)}" if line.failure else "")


def reason(failure: str) -> str:
    """Why a mail server did not take something, from the word or number that was kept.

    >>> reason("550"), reason("malformed"), reason("TimeoutError")
    ('De mailserver weigerde het (550).', 'Het mailadres klopt niet.', 'De mailserver was niet te bereiken.')
    """
    if failure == "malformed":
        return "Het mailadres klopt niet."
    if failure == "too late":
        return _TOO_LATE
    if failure.startswith("our address"):
        return "De mailserver kent ons eigen adres niet. Meld dit aan de beheerder."
    if failure[:3].isdecimal() and failure[0] in _REFUSED:
        return f"{_REFUSED[failure[0]]} ({failure[:3]})."
    return "De mailserver was niet te bereiken."
