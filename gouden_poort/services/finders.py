"""The search indexes of a snapshot, built when first asked for and kept while it answers."""

from __future__ import annotations

from functools import lru_cache

from gouden_poort.catalogue.land import Land, land_of
from gouden_poort.catalogue.places import PlaceFinder
from gouden_poort.catalogue.skill_search import OccupationFinder, SkillFinder
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.story import StoryReader

# Snapshots compare by identity and the shelf hands out one object per version, so these hold the active
# catalogue, the one before it, and few more. Building twice in a race is harmless: the indexes are equal.
_KEPT = 4


@lru_cache(maxsize=_KEPT)
def place_finder(snapshot: Snapshot) -> PlaceFinder:
    """Places and postcode areas of a snapshot."""
    return PlaceFinder(snapshot.columns.places, snapshot.columns.postcode_areas)


@lru_cache(maxsize=_KEPT)
def land(snapshot: Snapshot) -> Land:
    """Where the country of a snapshot is."""
    return land_of(snapshot.columns.places, snapshot.columns.postcode_areas)


@lru_cache(maxsize=_KEPT)
def skill_finder(snapshot: Snapshot) -> SkillFinder:
    """Skills of a snapshot."""
    return SkillFinder(snapshot)


@lru_cache(maxsize=_KEPT)
def story_reader(snapshot: Snapshot) -> StoryReader:
    """Skills and work of a snapshot, as people tell of them."""
    return StoryReader(snapshot)


@lru_cache(maxsize=_KEPT)
def occupation_finder(snapshot: Snapshot) -> OccupationFinder:
    """Occupations of a snapshot."""
    return OccupationFinder(snapshot)
