"""From offerings, positions and occupations to the network between them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.abilities import LEVELS, Numbering, entry_codes, essential_codes, given_codes
from gouden_poort.catalogue.columns import Ints, Longs, Ragged, stretches
from gouden_poort.catalogue.network import Network, Trainings
from gouden_poort.catalogue.snapshot import KIND_BBL, Occupations, Offerings, Positions


def build_network(
    numbering: Numbering, offerings: Offerings, positions: Positions, occupations: Occupations
) -> tuple[Network, Trainings]:
    """The network of a catalogue, and what its trainings give."""
    asked, given = entry_codes(offerings, numbering), given_codes(offerings, numbering)
    training = _alike(offerings.kind == KIND_BBL, asked, given)
    members = Ragged.grouped(int(training.max(initial=-1)) + 1, training, np.arange(len(training)))
    first = members.items[members.starts[:-1]]
    asked, given = asked.taken(first), given.taken(first)
    asked_at, asked_for = entry_codes(positions, numbering), essential_codes(occupations, numbering)
    needs = np.unique(np.concatenate([codes.items for codes in (asked, asked_at, asked_for)]))
    asks, gives = _numbered(needs, asked), _met(needs, given)
    on_the_way = offerings.kind[first] != KIND_BBL
    lists = {
        ("member_from", "members"): members,
        ("ask_from", "asks"): asks,
        ("give_from", "gives"): gives,
        ("asker_from", "askers"): _turned(asks, len(needs), on_the_way),
        ("giver_from", "givers"): _turned(gives, len(needs), on_the_way),
        ("position_ask_from", "position_asks"): _numbered(needs, asked_at),
        ("occupation_ask_from", "occupation_asks"): _numbered(needs, asked_for),
        ("position_from", "positions"): occupations.positions,
        ("awarding_from", "awarding"): _awarding(offerings, numbering.credentials),
    }
    network = Network(
        need_ability=_long(needs // LEVELS),
        need_level=_long(needs % LEVELS),
        training=training,
        start_from=_long(offerings.starts.starts),
        **{
            name: _long(part)
            for names, ragged in lists.items()
            for name, part in zip(names, (ragged.starts, ragged.items), strict=True)
        },
    )
    abilities, levels = (Ragged(given.starts, part) for part in np.divmod(given.items, np.int32(LEVELS)))
    return network, Trainings(abilities=abilities, levels=levels)


def _long(numbers: NDArray[Any]) -> Longs:
    return numbers.astype(np.int64)


def _alike(is_bbl: NDArray[np.bool_], asked: Ragged, given: Ragged) -> Longs:
    """For each offering its training, numbered by first offering; bbl is never alike to anything else."""
    groups = _told_apart(_told_apart(_long(is_bbl), asked), given)
    _, first, places = np.unique(groups, return_index=True, return_inverse=True)
    numbers = np.empty(len(first), dtype=np.int64)
    numbers[np.argsort(first)] = np.arange(len(first))
    return numbers[places]


def _told_apart(groups: Longs, lists: Ragged) -> Longs:
    """Split groups of rows until all rows of a group have the same list, one place of the lists after the other.

    Rows whose list is over keep their group; the others go on in new ones.
    """
    groups, lengths = groups.copy(), np.diff(lists.starts)
    for place in range(int(lengths.max(initial=0))):
        rows = np.flatnonzero(lengths > place)
        pairs = (groups[rows] << 32) + lists.items[lists.starts[rows] + place]
        groups[rows] = groups.max() + 1 + np.unique(pairs, return_inverse=True)[1]
    return groups


def _numbered(needs: Ints, codes: Ragged) -> Ragged:
    return Ragged(codes.starts, np.searchsorted(needs, codes.items).astype(np.int32))


def _met(needs: Ints, given: Ragged) -> Ragged:
    """For each row the needs that are met by what it gives, each once, ascending."""
    low = np.searchsorted(needs, given.items // LEVELS * LEVELS)
    counts = np.searchsorted(needs, given.items, side="right") - low
    owners = np.repeat(_long(given.owners()), counts)
    pairs = np.unique((owners << 32) + stretches(low, counts))
    return Ragged.grouped(len(given), pairs >> 32, pairs & 0xFFFFFFFF)


def _turned(lists: Ragged, count: int, wanted: NDArray[np.bool_]) -> Ragged:
    """For each item the wanted rows in whose list it stands."""
    owners = lists.owners()
    kept = wanted[owners]
    return Ragged.grouped(count, lists.items[kept], owners[kept])


def _awarding(offerings: Offerings, credentials: int) -> Ragged:
    """For each credential the rows of the bbl offerings that award it."""
    return _turned(offerings.awards, credentials, offerings.kind == KIND_BBL)
