"""Made-up people in any situation, for trying rules on the built-in catalogue; the same seed gives the same people."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import CEFR, Benefit, Daypart, Mode, PriorEducation, RightToWork, TargetGroup
from gouden_poort.profiles.profile import Circumstances, HeldSkill, Profile

PLACES = ((52.0907, 5.1214), (53.2194, 6.5665), (51.4416, 5.4697), (51.4988, 3.6110), (52.3702, 4.8952))
FIRST_MONDAY = date(2027, 1, 4)


def somebody(snapshot: Snapshot, random: Random) -> Profile:
    """Anyone from fifteen to sixty-six, with some papers and skills, who told some of their circumstances."""
    columns = snapshot.columns
    born = FIRST_MONDAY - timedelta(days=random.randint(15 * 366, 66 * 365))
    lat, lon = random.choice(PLACES)
    skills = random.sample(list(columns.skills.id), random.choice((0, 0, 4, 12, 30)))
    return Profile(
        profile_id="somebody",
        birth_date=born,
        available_from=FIRST_MONDAY + timedelta(weeks=random.randint(0, 40)),
        lat=lat,
        lon=lon,
        modes=frozenset(random.sample(list(Mode), random.randint(1, 3))),
        max_travel_minutes=random.choice((30, 60, 90)),
        hours_per_week=random.choice((16, 24, 32, 36, 40)),
        cefr=random.choice(list(CEFR)),
        nlqf=random.randint(0, 6),
        skills=tuple(HeldSkill(skill_id=skill, level=random.randint(1, 4)) for skill in sorted(skills)),
        credentials=frozenset(random.sample(list(columns.credentials.id), random.choice((0, 0, 1, 5)))),
        target_groups=frozenset(random.sample(list(TargetGroup), random.randint(0, 2))),
        benefit=random.choice(list(Benefit)),
        budget_eur=random.choice((0, 500, 3000, 20_000)),
        horizon_weeks=random.choice((52, 104, 208)),
        circumstances=_circumstances(random),
    )


def _circumstances(random: Random) -> Circumstances:
    return Circumstances(
        right_to_work=random.choice([None, RightToWork.FREE, RightToWork.FREE, *RightToWork]),
        prior_education=random.choice([None, *PriorEducation]),
        years_in_trade=random.choice([None, 0, 1, 3, 10]),
        dayparts=random.choice([None, frozenset({Daypart.DAY}), frozenset({Daypart.EVENING, Daypart.WEEKEND})]),
        integration_hours=random.choice([None, 0, 12]),
        wished_sectors=random.choice((frozenset(), frozenset({"metaal"}), frozenset({"bouw", "infra"}))),
        unwanted_sectors=random.choice((frozenset(), frozenset({"ict"}))),
    )
