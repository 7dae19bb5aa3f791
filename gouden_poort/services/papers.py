"""What a paper says about its holder: someone with a welding certificate can weld.

A catalogue may say so in the extra column `gives_skills` of its credentials (docs/formats.md, section 6).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import HeldSkill, Profile

COLUMN = "gives_skills"


def with_skills_of_papers(snapshot: Snapshot, profile: Profile) -> Profile:
    """The profile with what the papers prove; a skill already held at a higher level stays."""
    levels = {held.skill_id: held.level for held in profile.skills}
    for paper in profile.credentials:
        for skill_id, level in skills_given_by(snapshot, paper):
            levels[skill_id] = max(level, levels.get(skill_id, 0))
    return replace(
        profile, skills=tuple(HeldSkill(skill_id=skill_id, level=level) for skill_id, level in sorted(levels.items()))
    )


def skills_given_by(snapshot: Snapshot, credential_id: str) -> Iterator[tuple[str, int]]:
    """The skills that a paper proves, each with its level; none for a paper that this catalogue does not have."""
    credentials = snapshot.columns.credentials
    if COLUMN not in credentials.extra or credential_id not in credentials.id:
        return
    for given in filter(None, credentials.extra[COLUMN][credentials.id.row(credential_id)].split("|")):
        skill_id, _, level = given.rpartition(":")
        if skill_id in snapshot.columns.skills.id and level.isdecimal():
            yield skill_id, int(level)
