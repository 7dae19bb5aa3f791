"""What leads to what in a catalogue, as lists that the planner's inner loops walk along as they lie in the file.

A *need* is an ability at a level that somebody asks: an offering, a position or an occupation. Needs of one ability
stand together, in order of level. Offerings that ask and give the same are *alike*: one *training*, given at several
places and dates. Lists for a row are written end to end, `x_from[row]` up to `x_from[row + 1]`.
"""

from __future__ import annotations

from dataclasses import dataclass

from gouden_poort.catalogue.columns import Longs, Ragged


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Network:
    """Needs and trainings, and who asks and gives what."""

    need_ability: Longs
    need_level: Longs
    training: Longs  # of each offering
    member_from: Longs
    members: Longs  # the offerings of each training
    ask_from: Longs
    asks: Longs  # the needs that must be met before each training
    give_from: Longs
    gives: Longs  # the needs that each training meets
    asker_from: Longs
    askers: Longs  # the trainings that ask each need; bbl is never among them
    giver_from: Longs
    givers: Longs  # the trainings that meet each need; bbl is never among them
    position_ask_from: Longs
    position_asks: Longs  # needs
    occupation_ask_from: Longs
    occupation_asks: Longs  # needs
    position_from: Longs
    positions: Longs  # of each occupation
    awarding_from: Longs
    awarding: Longs  # the bbl offerings that award each credential
    start_from: Longs  # where the starts of each offering stand in Offerings.starts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trainings:
    """What each training gives, needed by somebody or not; levels run beside their abilities."""

    abilities: Ragged
    levels: Ragged
