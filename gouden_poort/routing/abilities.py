"""What offerings, positions and occupations ask and give; `catalogue.abilities` says how abilities are numbered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouden_poort.catalogue.abilities import Numbering
from gouden_poort.catalogue.columns import Ints, Longs
from gouden_poort.catalogue.network import Network, Trainings
from gouden_poort.catalogue.snapshot import Snapshot

Level = tuple[int, int]
"""An ability and a level of it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Abilities(Numbering):
    """The abilities of one catalogue; who asks or gives some hands them over with their levels beside them."""

    network: Network
    trainings: Trainings

    def asked_by(self, offering: int) -> tuple[Longs, Longs]:
        """What must be held to enter an offering."""
        network = self.network
        return self._needs(network.ask_from, network.asks, int(network.training[offering]))

    def asked_at(self, position: int) -> tuple[Longs, Longs]:
        """What must be held to enter a position."""
        return self._needs(self.network.position_ask_from, self.network.position_asks, position)

    def asked_for(self, occupation: int) -> tuple[Longs, Longs]:
        """What must be held to start in an occupation."""
        return self._needs(self.network.occupation_ask_from, self.network.occupation_asks, occupation)

    def given_by(self, offering: int) -> tuple[Ints, Ints]:
        """What is held when an offering is over."""
        training = int(self.network.training[offering])
        return self.trainings.abilities[training], self.trainings.levels[training]

    def giving(self, level: Level) -> Ints:
        """The offerings that give an ability at a level or higher, ascending."""
        gives, levels = self.trainings.abilities, self.trainings.levels
        wanted = np.zeros(len(gives), dtype=bool)
        wanted[gives.owners()[(gives.items == level[0]) & (levels.items >= level[1])]] = True
        return np.flatnonzero(wanted[self.network.training]).astype(np.int32)

    def _needs(self, starts: Longs, needs: Longs, row: int) -> tuple[Longs, Longs]:
        asked = needs[starts[row] : starts[row + 1]]
        return self.network.need_ability[asked], self.network.need_level[asked]


def abilities_of(snapshot: Snapshot) -> Abilities:
    """Those of a catalogue, as its snapshot has them."""
    columns = snapshot.columns
    return Abilities(
        skills=len(columns.skills.id),
        credentials=len(columns.credentials.id),
        network=columns.network,
        trainings=columns.trainings,
    )
