"""Papers prove skills, as far as the catalogue says so."""

from __future__ import annotations

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import HeldSkill, Profile
from gouden_poort.services.papers import with_skills_of_papers
from tests.builders import a_profile, a_snapshot


def levels(profile: Profile) -> dict[str, int]:
    return {held.skill_id: held.level for held in profile.skills}


def test_a_paper_gives_the_skills_it_proves(builtin: Snapshot) -> None:
    holder = a_profile(skills=(), credentials=frozenset({"cr-b-vca"}))
    assert levels(with_skills_of_papers(builtin, holder))["sk-vca-basis"] >= 2


def test_a_higher_level_stays(builtin: Snapshot) -> None:
    expert = a_profile(skills=(HeldSkill(skill_id="sk-vca-basis", level=5),), credentials=frozenset({"cr-b-vca"}))
    assert levels(with_skills_of_papers(builtin, expert))["sk-vca-basis"] == 5


def test_a_paper_that_says_nothing_gives_nothing() -> None:
    snapshot = a_snapshot()
    holder = a_profile(credentials=frozenset({snapshot.columns.credentials.id[0], "unknown"}))
    assert levels(with_skills_of_papers(snapshot, holder)) == levels(holder)
