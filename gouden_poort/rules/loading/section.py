"""Reading a mapping whose keys are known beforehand: what is missing, unknown or of the wrong sort is told."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from gouden_poort.rules.language.words import Wording
from gouden_poort.rules.loading.faults import Faults, one_of
from gouden_poort.rules.loading.nodes import Node, Pairs, Scalar

AnyEnum = TypeVar("AnyEnum", bound=Enum)
LANGUAGES = ("nl", "en")
CONDITIONS = ("all", "any", "not")
YES_NO = {"yes": True, "no": False, "true": True, "false": False}
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Section:
    """A mapping, a list of the keys it may have, and where its faults go."""

    def __init__(
        self, node: Node, faults: Faults, what: str, *, required: Collection[str] = (), optional: Collection[str] = ()
    ) -> None:
        self.at = node
        self.faults = faults
        self._entries: dict[str, tuple[Scalar, Node]] = {}
        self.unknown: list[str] = []
        """Keys that it may not have."""
        if not isinstance(node, Pairs):
            faults.at(node, f"{what}: a mapping with {', '.join(required or optional)}")
            return
        self._entries = node.entries
        known = (*required, *optional)
        self.unknown = [key for key in node.entries if key not in known]
        meant = {self._tell_unknown(*node.entries[key], known, what) for key in self.unknown}
        for name in required:
            if name not in node.entries and name not in meant:
                faults.at(node, f"`{name}` in {what}", found=f"no `{name}`")

    def _tell_unknown(self, key: Scalar, value: Node, known: Collection[str], what: str) -> str:
        """Tells a key that may not be there; what was probably meant by it."""
        if isinstance(value, Scalar) and not value.text:
            expected, guess = f"a key of {what} with a value", "quotes around a text with a comma in it"
        elif key.text in CONDITIONS and "when" in known:
            expected, guess = f"{key.text} inside `when` or `only_if`", "more spaces in front of it"
        else:
            expected, guess = one_of(known, f"a key of {what}"), self.faults.guess(key.text, known)
        self.faults.at(key, expected, guess=guess)
        return guess

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def get(self, key: str) -> Node | None:
        """The value as it stands."""
        entry = self._entries.get(key)
        return entry and entry[1]

    def key(self, key: str) -> Scalar:
        """The key itself, to point at."""
        return self._entries[key][0]

    def text(self, key: str) -> str:
        """A text; empty when it is not there."""
        node = self.get(key)
        return "" if node is None else text_of(node, self.faults)

    def word(self, key: str, words: Collection[str], default: str = "") -> str:
        """One of some words."""
        node = self.get(key)
        if node is None:
            return default
        if not isinstance(node, Scalar) or node.text not in words:
            self.faults.unknown(node, words, f"a {key}")
            return default
        return node.text

    def choice(self, key: str, kind: type[AnyEnum], default: AnyEnum) -> AnyEnum:
        """One of the words of an enum."""
        return kind(self.word(key, [member.value for member in kind], default.value))

    def yes(self, key: str, *, default: bool) -> bool:
        """Yes or no."""
        node = self.get(key)
        answer = default if node is None else yes_of(node, self.faults)
        return default if answer is None else answer

    def day(self, key: str) -> date | None:
        node = self.get(key)
        return None if node is None else day_of(node, self.faults)

    def whole(self, key: str, lowest: int, highest: int) -> int | None:
        """A whole number within bounds."""
        node = self.get(key)
        return None if node is None else units_of(node, self.faults, 0, lowest, highest)

    def wording(self, *, needed: bool = True) -> Wording | None:
        """The texts under `nl` and `en`: both, or where they are not needed neither."""
        present = [key for key in LANGUAGES if key in self]
        if len(present) == 1:
            other = "en" if present == ["nl"] else "nl"
            self.faults.at(self.key(present[0]), f"`{other}` beside it: the same in the other language")
        elif not present and needed and isinstance(self.at, Pairs):
            self.faults.at(self.at, "`nl` and `en`: the text in both languages", found="no text")
        if len(present) < 2:
            return None
        return Wording(nl=self.text("nl"), en=self.text("en"))


def wording_of(node: Node, faults: Faults, what: str) -> Wording | None:
    """A mapping of a text in both languages."""
    return Section(node, faults, what, optional=LANGUAGES).wording()


def text_of(node: Node, faults: Faults) -> str:
    """A text with something in it."""
    if isinstance(node, Scalar) and node.text.strip():
        return node.text.strip()
    faults.at(node, "a text")
    return ""


def yes_of(node: Node, faults: Faults) -> bool | None:
    """Yes or no."""
    if isinstance(node, Scalar) and node.text in YES_NO:
        return YES_NO[node.text]
    faults.at(node, "yes or no")
    return None


def day_of(node: Node, faults: Faults) -> date | None:
    """A date that is on the calendar."""
    if isinstance(node, Scalar) and _DAY.fullmatch(node.text):
        try:
            return date.fromisoformat(node.text)
        except ValueError:
            pass
    faults.at(node, "a date such as 2026-08-01")
    return None


def units_of(node: Node, faults: Faults, decimals: int, lowest: int | None, highest: int | None) -> int | None:
    """A number in whole units: 14.71 with two decimals is 1471. The bounds are in units too."""
    if not decimals and isinstance(node, Scalar) and _THOUSANDS.fullmatch(node.text):
        faults.at(node, "a number without a point between the thousands", guess=node.text.replace(".", ""))
        return None
    if not isinstance(node, Scalar) or not _NUMBER.fullmatch(node.text):
        faults.at(node, "a number")
        return None
    units = Decimal(node.text).scaleb(decimals)
    if units != int(units):
        faults.at(node, f"a number with {decimals} decimals at most" if decimals else "a whole number")
        return None
    if (lowest is not None and units < lowest) or (highest is not None and units > highest):
        bounds = [f"from {shown(lowest, decimals)}"] if lowest is not None else []
        bounds += [f"to {shown(highest, decimals)}"] if highest is not None else []
        faults.at(node, f"a number {' '.join(bounds)}")
        return None
    return int(units)


def shown(units: int, decimals: int) -> str:
    """Units as they are written: 1471 with two decimals is 14.71."""
    return str(Decimal(units).scaleb(-decimals)) if decimals else str(units)
