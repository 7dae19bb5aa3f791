"""Knowing someone again: as the same person, or as somebody who looks like them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from gouden_poort.profiles.people.bringing_in import Finding
from gouden_poort.profiles.people.dossier import name_key
from gouden_poort.services.dossiers.registering import Newcomer
from gouden_poort.services.ports import Known

HERE = 0
"""In the place of a row: somebody who has a dossier already."""
Identity = tuple[str, date, str]


class Acquaintances:
    """Everyone who is known so far, by what they share with others; each with the row they stand in, or `HERE`."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._same: dict[Identity, int] = {}
        self._born: defaultdict[date, list[tuple[frozenset[str], int]]] = defaultdict(list)
        self._reach: dict[str, int] = {}
        for each in known:
            self.add(each, HERE)

    def add(self, who: Known, row: int) -> None:
        """From now on this one is known too."""
        for identity in identities(who):
            self._same.setdefault(identity, row)
        self._born[who.birth_date].append((_words(who), row))
        for way in _ways(who):
            self._reach.setdefault(way, row)

    def recognise(self, who: Known) -> tuple[Finding, int] | None:
        """What is to be said of someone, and of which row; None when nobody is like them."""
        for identity in identities(who):
            if identity in self._same:
                row = self._same[identity]
                return (Finding.HERE if row == HERE else Finding.IN_FILE), row
        for words, row in self._born.get(who.birth_date, ()):
            if words & _words(who):
                return Finding.ALIKE, row
        row_by_way = next((self._reach[way] for way in _ways(who) if way in self._reach), None)
        return None if row_by_way is None else (Finding.ALIKE, row_by_way)


def identities(who: Known) -> Sequence[Identity]:
    """The name and the birth date, with each way to reach them: one of these in common is the same person."""
    return [(who.name_key, who.birth_date, way) for way in _ways(who)]


def known_by(newcomer: Newcomer) -> Known:
    """By what a newcomer is known again."""
    return Known(
        name_key=name_key(newcomer.name),
        birth_date=newcomer.birth_date,
        phone=newcomer.phone,
        email=newcomer.email,
    )


def _ways(who: Known) -> Sequence[str]:
    """A telephone number by its last nine digits, with +31 or with a zero before them; an address in small letters."""
    digits = "".join(letter for letter in who.phone if letter.isdecimal())[-9:]
    return [way for way in (digits, who.email.casefold()) if way]


def _words(who: Known) -> frozenset[str]:
    return frozenset(word for word in who.name_key.split() if len(word) > 1)
