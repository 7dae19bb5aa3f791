"""Words by which a thing is found again in any answer, and who may ever meet them.

`READERS` and `CHANGERS` are written by hand, as the table of rights is: they say in other words what is promised.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from itertools import count
from uuid import UUID

LETTERS = "abcdefghjkmnpqrstuvwxyz"


class What(StrEnum):
    """What a word is about."""

    NAME = auto()
    REACH = auto()
    """Telephone and mail address of a dossier, and where someone lives."""
    PAPER = auto()
    """What was written down: notes, agreements, labels, why a rule was set aside."""
    LETTER = auto()
    """The link in a letter that waits."""
    REFERRED = auto()
    """Whom a referral is about, why, what they want, and what was written about it."""
    ASKED = auto()
    """Who asks a coach or objects, and what."""
    COLLEAGUE = auto()
    """The name of someone of staff."""
    ADDRESS = auto()
    """The mail address with which someone signs in."""
    OWN = auto()
    """A saved view, the words for an own device."""
    ANSWERS = auto()
    """Answers of somebody without an account."""
    PROPOSED = auto()
    """What a company sees of somebody who said yes."""
    NOBODY = auto()
    """What is kept and never shown: the people of a file that was looked at, a form of another browser."""


READERS: Mapping[What, frozenset[str]] = {
    What.NAME: frozenset({"coach", "next_coach", "citizen"}),
    What.REACH: frozenset({"coach", "citizen"}),
    What.PAPER: frozenset({"coach", "citizen"}),
    What.LETTER: frozenset({"coach"}),
    What.REFERRED: frozenset({"counsellor", "receivers", "citizen"}),
    What.ASKED: frozenset({"receivers"}),
    What.COLLEAGUE: frozenset({"self", "colleagues", "partners", "clients"}),
    What.ADDRESS: frozenset({"self", "administrator"}),
    What.OWN: frozenset({"self"}),
    What.ANSWERS: frozenset({"self"}),
    What.PROPOSED: frozenset({"coach", "citizen", "company"}),
    What.NOBODY: frozenset(),
}
"""Which of those to whom a thing is tied may read what; all others never do."""
CHANGERS: Mapping[str, frozenset[str]] = {
    "dossier_id": frozenset({"coach"}),
    "note_id": frozenset({"coach"}),
    "agreement_id": frozenset({"coach", "citizen"}),
    "set_aside_id": frozenset({"coach"}),
    "commitment_id": frozenset({"coach", "citizen"}),
    "proof_id": frozenset({"coach", "citizen"}),
    "message_id": frozenset({"coach"}),
    "offer_id": frozenset({"coach", "citizen"}),
    "event_id": frozenset({"coach", "citizen"}),
    "place_id": frozenset({"receivers"}),
    "referral_id": frozenset({"counsellor", "receivers", "citizen"}),
    "request_id": frozenset({"receivers"}),
    "view_id": frozenset({"self"}),
    "import_id": frozenset({"self"}),
    "link_id": frozenset({"receivers", "administrator"}),
    "proposal_id": frozenset({"coach", "citizen"}),
    "surplus_id": frozenset({"receivers", "administrator"}),
    "session_id": frozenset({"self"}),
    "account_id": frozenset({"administrator"}),
}
"""Of each kind of thing, by the name it has in an address, who may change it."""
TAKERS: Mapping[str, str] = {
    "company_positions.keep": "company",
    "company_stopping.announce": "company",
    "company_stopping.withdraw": "company",
    "handing_over.accept": "next_coach",
    "handing_over.refuse": "next_coach",
    "requests.take_up": "takers",
}
"""Addresses at which others than the changers say yes or no to what is offered to them."""

Ties = Mapping[str, Sequence[str]]
"""The names of the actors to whom a thing is tied, by what they are to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something with an id that may stand in an address or a form."""

    kind: str
    """The name that the id has there."""
    id: UUID
    ties: Ties
    of_dossier: UUID | None = None

    def is_for(self, actor: str, endpoint: str) -> bool:
        """Whether an actor may change it at that address."""
        tied = CHANGERS[self.kind] | {TAKERS.get(endpoint, "")}
        return any(actor in self.ties.get(tie, ()) for tie in tied)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A word that stands in one place of the database and nowhere else."""

    text: str
    what: What
    readers: frozenset[str]
    of: str
    """What it is, for who reads about a leak."""


class Marks:
    """Makes words, and remembers who may meet them."""

    def __init__(self) -> None:
        self.all: list[Mark] = []
        self._numbers = count(1)

    def word(self, what: What, of: str, ties: Ties) -> str:
        """A word of letters."""
        number, letters = next(self._numbers), ""
        for _ in range(4):
            number, place = divmod(number, len(LETTERS))
            letters += LETTERS[place]
        return self._kept(f"Zq{letters}qz", what, of, ties)

    def phone(self, what: What, of: str, ties: Ties) -> str:
        """A telephone number."""
        return self._kept(f"06 4{next(self._numbers):07d}", what, of, ties)

    def email(self, what: What, of: str, ties: Ties) -> str:
        """A mail address."""
        return self._kept(f"zq{next(self._numbers):05d}@zq.example", what, of, ties)

    def found_in(self, text: str, *, but: str) -> list[Mark]:
        """Every mark in a text, but for those that were sent along to get it."""
        return [mark for mark in self.all if mark.text in text and mark.text not in but]

    def _kept(self, text: str, what: What, of: str, ties: Ties) -> str:
        readers = frozenset(actor for tie in READERS[what] for actor in ties.get(tie, ()))
        self.all.append(Mark(text=text, what=what, readers=readers, of=of))
        return text
