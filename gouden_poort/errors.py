"""What can go wrong, as facts: which thing, what was given, what was expected.

Errors carry facts and never sentences or statuses; each edge (page, API, command line) turns
them into words of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID


class GoudenPoortError(Exception):
    """The parent of every error the house raises on purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldError:
    """One fault in a document: where it stands, what was found there and what belongs there."""

    path: str
    """The member, in dots and numbers, such as `skills.3.level`; empty for the document itself."""
    code: str
    """What kind of fault: one of `missing`, `unknown_field`, `wrong_type`, `out_of_range`,
    `not_a_date`, `not_a_monday`, `not_a_choice`, `unknown_id`, `duplicate`, `too_many`, `too_large`, `full` (there
    is as much as there may be), `malformed`, `bsn`, `out_of_order` (it cannot come after what happened before) and
    `closed` (it is over: nothing more is taken)."""
    given: str
    expected: str
    near: tuple[str, ...] = ()


class InvalidInput(GoudenPoortError):
    """A document that was sent in does not say what it should; holds every fault at once."""

    def __init__(self, faults: Sequence[FieldError]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{f.path}: {f.given!r}, expected {f.expected}" for f in self.faults))


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleFault:
    """One fault in a catalogue bundle, with the place to look: file, line (1 = header, 0 = the whole file), column."""

    file: str
    line: int
    column: str
    code: str
    """One of `missing_file`, `unreadable`, `missing_column`, `missing_value`, `wrong_type`,
    `not_a_date`, `not_a_monday`, `not_a_choice`, `out_of_range`, `unknown_id`, `duplicate_key`,
    `wrong_shape`, `inconsistent`, `too_many`."""
    found: str
    expected: str


class InvalidBundle(GoudenPoortError):
    """A catalogue bundle is wrong somewhere; holds every fault, and nothing of it was taken in."""

    def __init__(self, faults: Sequence[BundleFault]) -> None:
        self.faults = tuple(faults)
        first = self.faults[0]
        super().__init__(
            f"{len(self.faults)} faults; the first: {first.file}:{first.line} {first.column}:"
            f" found {first.found!r}, expected {first.expected}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFault:
    """One fault in a rule file, with the place to look: lines and columns count from 1."""

    file: str
    line: int
    column: int
    found: str
    expected: str
    guess: str = ""
    """What was probably meant; empty when there is no good guess."""


class InvalidRulebook(GoudenPoortError):
    """A rulebook is wrong somewhere; holds every fault, in order of place, and nothing of it is used."""

    def __init__(self, faults: Sequence[RuleFault]) -> None:
        self.faults = tuple(faults)
        first = self.faults[0]
        super().__init__(
            f"{len(self.faults)} faults; the first: {first.file}:{first.line}:{first.column}:"
            f" found {first.found!r}, expected {first.expected}"
        )


class NoCatalogue(GoudenPoortError):
    """No catalogue version is active yet."""


class StorageUnavailable(GoudenPoortError):
    """The database cannot do it now: busy, restarting, full or out of reach. The same request may succeed later."""


class CannotBeRead(GoudenPoortError):
    """The plan or journal of a dossier is damaged, or of a form that is not known here; nothing of it was changed."""

    def __init__(self, dossier_id: UUID, kind: str) -> None:
        self.dossier_id = dossier_id
        self.kind = kind
        """What kind of error reading it was, never its text: that may hold personal data."""
        super().__init__(f"dossier {dossier_id}: {kind}")


class NoRoomToday(GoudenPoortError):
    """So many things of this kind came in today that no more are taken; tomorrow they are."""


class TooManyTries(GoudenPoortError):
    """Someone, or others at the same address, guessed too often; after a while it may be tried again."""

    def __init__(self, wait: timedelta) -> None:
        self.wait = wait
        super().__init__(f"too many tries; wait {int(wait.total_seconds())} s")


class UnknownThing(GoudenPoortError):
    """Something was asked for by an id that does not exist."""

    def __init__(self, kind: str, given: str) -> None:
        self.kind = kind
        self.given = given
        super().__init__(f"no {kind} {given!r}")


class UnknownPlace(GoudenPoortError):
    """A place name or postcode that is not in the place table, with names that look like it."""

    def __init__(self, given: str, near: Sequence[str] = ()) -> None:
        self.given = given
        self.near = tuple(near)
        super().__init__(f"no place {given!r}; near: {', '.join(self.near) or 'none'}")


class NotAllowed(GoudenPoortError):
    """Someone asked for what they have no right to; edges answer as if it does not exist."""

    def __init__(self, deed: str) -> None:
        self.deed = deed
        super().__init__(f"not allowed: {deed}")


class ChangedMeanwhile(GoudenPoortError):
    """Someone else changed the thing since it was shown; nothing was overwritten."""

    def __init__(self, kind: str, current: object) -> None:
        self.kind = kind
        self.current = current
        """The thing as it is now, so that both can be shown."""
        super().__init__(f"the {kind} was changed meanwhile")


class MailError(GoudenPoortError):
    """A mail was not handed over; carries why, in a word or the number of a mail server, never to whom."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class MailRefused(MailError):
    """Nobody will ever take this mail."""


class MailPostponed(MailError):
    """The server does not take this mail now; it may later."""


class MailServerAway(MailError):
    """The server is out of reach or does not know us: no mail can be sent now."""


class MailUncertain(MailError):
    """The server had the mail in its hands when the line broke: perhaps it was sent."""
