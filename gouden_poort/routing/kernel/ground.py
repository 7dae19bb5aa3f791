"""What the inner loops walk on: the catalogue, one person's offers in it, and how soon and cheaply things come.

Weeks count from the person's week 0; needs and trainings are numbered as in `routing.network`. Lists for a row are
written end to end, `x_from[row]` up to `x_from[row + 1]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from gouden_poort.routing.kernel.compiled import record

Ints = NDArray[Any]
"""32 bits; the loops reckon in 64, and what stands in an array counts as a plain number to a reader."""
Longs = NDArray[Any]
"""64 bits."""
Flags = NDArray[Any]

if TYPE_CHECKING:

    def whole(number: Any) -> int:
        """A number of 64 bits: one width everywhere, so that each loop is compiled once."""

else:
    whole = np.int64

NEVER = 1_000_000
"""A week that never comes."""
UNREACHED = 1 << 60
"""Units or money of what cannot be had."""
YEAR = 52


@record
class Network(NamedTuple):
    """What leads to what in a catalogue."""

    need_ability: Ints
    need_level: Ints
    training: Ints
    """For each offering the training it gives."""
    member_from: Ints
    members: Ints
    """The offerings of each training."""
    ask_from: Ints
    asks: Ints
    """The needs that must be met before each training."""
    give_from: Ints
    gives: Ints
    """The needs that each training meets."""
    asker_from: Ints
    askers: Ints
    """The trainings that ask each need; bbl is never among them."""
    giver_from: Ints
    givers: Ints
    """The trainings that meet each need; bbl is never among them."""
    position_ask_from: Ints
    position_asks: Ints
    occupation_ask_from: Ints
    occupation_asks: Ints
    position_from: Ints
    positions: Ints
    """The positions of each occupation."""
    awarding_from: Ints
    awarding: Ints
    """The bbl offerings that award each credential."""
    start_from: Ints
    starts: Ints
    """The catalogue weeks in which each offering starts, ascending; none for what starts every week."""
    horizon: int
    most_givers: int
    most_asks: int
    """A bbl position and its training ask no more needs together than this."""


@record
class Catalogue(NamedTuple):
    """The columns of offerings and positions that the loops read."""

    kind_is_bbl: Flags
    weeks: Ints
    hours: Ints
    cost_eur: Ints
    rolling: NDArray[np.int8]
    position_is_job: Flags
    position_credential: Ints
    position_hours: Ints


@record
class Access(NamedTuple):
    """What is open to the person, from which week up to which, and how far it is."""

    offering_open: Flags
    offering_first: Ints
    offering_last: Ints
    offering_minutes: Ints
    position_open: Flags
    position_first: Ints
    position_last: Ints
    position_minutes: Ints


@record
class Rates(NamedTuple):
    """What counts as effort, in units, and what there is to spend."""

    week: int
    qualified: int
    euro: int
    minute: int
    step: int
    hours: int
    """Hours a week for training, the bbl work with it."""
    work_hours: int
    """The most hours a week of a job."""
    budget_eur: int
    horizon: int
    """The last week in which work may begin."""


@record
class Help(NamedTuple):
    """The schemes that pay for this person; weeks count from the person's week 0."""

    limit_eur: Ints
    """By scheme and offering."""
    cap_eur: Longs
    first: Longs
    last: Longs
    group: Longs
    """Of one group at most one scheme pays for a step."""
    bits: Longs
    """For each scheme the bit that stands for it in a cut."""
    cuts: Longs
    """Ways of cutting schemes off, as bits; the first cuts off none."""
    cut_caps_eur: Longs


@record
class Offers(NamedTuple):
    """The offerings that can be followed as steps, by training, the one with the least units first."""

    first_week: int
    """The person's week 0 as a week of the catalogue."""
    origin: int
    """The week of the first column of `ends`."""
    latest: int
    repeats: bool
    """Whether the last year of the catalogue goes on after it."""
    offer_from: Ints
    row: Ints
    first: Ints
    last: Ints
    weeks: Ints
    hours: Ints
    cost_eur: Ints
    own_eur: Longs
    units: Longs
    """Effort of the step apart from its time: money at the least, travel, and being a step."""
    rolling: NDArray[np.int8]
    start_from: Ints
    start_to: Ints
    """Where its starts stand in `Network.starts`."""
    dated: Flags
    """Whether the schemes that pay it differ with the start."""
    residues: Ints
    """By offer and cut of schemes: what is left to pay; worked out when first asked for."""
    known: Flags
    """Whether the residues of an offer are worked out."""
    ends: Ints
    """By training and week (from `origin`): the soonest end of a session that starts then or later, if asked for."""
    has_ends: Flags
    """Whether the ends of a training were ever asked for."""


@record
class Least(NamedTuple):
    """For each training the least that any of its offers takes."""

    units: Longs
    own_eur: Longs
    cost_eur: Longs
    other_units: Longs
    """Units without what money counts for."""
    weeks: Ints
    hours_in_all: Longs
    residues: Longs
    """By training and cut: what is left to pay; worked out when first asked for."""
    shared: NDArray[Any]
    """The same in few bits, to be shared over needs: never more."""
    known: Flags
    """Whether the residues of a training are worked out."""


@record
class Arrival(NamedTuple):
    """What needs and trainings take at the least, hours left out: no route beats it."""

    begin: int
    """The week from which on there is time."""
    held: Flags
    """Needs that are met at the beginning."""
    need_week: Ints
    need_units: Longs
    able: Flags
    """Trainings that can be finished and paid."""
    first_end: Ints
    route_units: Longs
    """Effort of a training with the hardest chain before it, its hours priced."""
