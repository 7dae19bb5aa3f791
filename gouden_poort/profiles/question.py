"""What a question is: its kind, its words, and the JSON value its answer is kept as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

Answer = str | int | Sequence[str] | Mapping[str, int] | None
"""The JSON value of one answer; None is `Dat weet ik nog niet`, which every question allows."""

UNKNOWN = "Dat weet ik nog niet"
"""The words of the answer None."""


class Kind(Enum):
    """What sort of answer a question takes, and the JSON value it is kept as."""

    PLACE = "place"  # four texts, see `profiles.home.Home`
    DATE = "date"  # "YYYY-MM-DD"
    CHOICE = "choice"  # the value of one choice
    CHOICES = "choices"  # a list of values
    NUMBER = "number"  # a whole number
    NUMBERS = "numbers"  # whole numbers by the name of their field; a field left out is not known
    SKILLS = "skills"  # levels 1-5 by skill id
    OCCUPATIONS = "occupations"  # whole years by occupation id
    CREDENTIALS = "credentials"  # a list of credential ids
    SECTORS = "sectors"  # WISHED or UNWANTED by sector


YES, NO = "yes", "no"
"""The values of the two choices of a question that is answered with yes or no."""
WISHED = 1
UNWANTED = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to pick, with its words."""

    value: str
    label: str
    help: str = ""


YES_OR_NO = (Choice(value=YES, label="Ja"), Choice(value=NO, label="Nee"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberField:
    """One whole number to fill in; both ends are allowed."""

    name: str
    label: str
    unit: str
    lowest: int
    highest: int
    example: int = 1
    """Something a person might well answer, for who wonders how to write it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question with everything a page needs to ask it."""

    id: str
    kind: Kind
    block: str
    """The heading it stands under; questions of a block follow each other."""
    short: str
    """Two or three words for the list of answers."""
    text: str
    why: str
    help: str = ""
    choices: tuple[Choice, ...] = ()
    numbers: tuple[NumberField, ...] = ()
    """One for NUMBER; several for NUMBERS."""
    fewest: int = 0
    """How many choices must be picked at least; when 0, picking none means `none of these`."""
    ahead: bool = False
    """A date that lies ahead (or a year back at most) instead of behind."""
    needed: bool = False
    """No route can be made while this is not known."""
    in_own_words: bool = False
    """Skills may be told in a story, from which those that are recognised are offered."""
    sets: tuple[str, ...]
    """What its answer decides: facts that rules read (`person.…`), fields of the profile (`profile.…`), and what it
    holds besides (`circumstances.…`)."""


OCCUPATION_YEARS = NumberField(name="years", label="Hoeveel jaar?", unit="jaar", lowest=0, highest=60, example=4)
"""How long someone did a former occupation."""
