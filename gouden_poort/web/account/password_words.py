"""What someone hears about a new password that will not do."""

from __future__ import annotations

from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.people.particulars import LONGEST_PASSWORD, SHORTEST_PASSWORD
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.language import _, later

NOT_THE_SAME = later("Je vulde 2 verschillende wachtwoorden in. Vul 2 keer hetzelfde in.")
_NOT_YOURS = later("Dit is niet je wachtwoord van nu. Probeer het nog een keer.")


def faults_of_new_password(wrong: InvalidInput) -> list[Fault]:
    """Each fault in words, at its field."""
    return [
        Fault(field=fault.path, words=_(_NOT_YOURS) if fault.path == "before" else _words(fault.code))
        for fault in wrong.faults
    ]


def _words(code: str) -> str:
    match code:
        case "missing":
            return _("Kies een wachtwoord.")
        case "out_of_range":
            return _(
                "Dit wachtwoord is te kort. Neem minstens %(many)s tekens. Een zin mag ook.", many=SHORTEST_PASSWORD
            )
        case "too_many":
            return _("Dit wachtwoord is te lang. Neem hoogstens %(many)s tekens.", many=LONGEST_PASSWORD)
    return _("Dit wachtwoord is makkelijk te raden. Neem een zin die alleen jij kent.")
