"""What workers take beside their job: the same training in at most eight hours a week, longer and without a contract.

A bbl or bol becomes the derde leerweg: the same diploma for someone who already works, without a school contract.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tools.build_catalogue.facts import OWN_ESTIMATE
from tools.build_catalogue.trainings import Training

HOURS_PER_WEEK = 8
HALF_DAYS = frozenset({"basis-techniek-16"})
"""The same as another training in fewer hours a week; the other one has the variant beside work."""
LONGEST_EVENING_HOURS = 200
"""Beyond this a course meets by day, one day a week."""
LONGEST_WEEKS = 156
LONGEST_COMPANY_SCHOOL_WEEKS = 104
PRICE_OF_LEVEL = {0: 950, 1: 2400, 2: 3200, 3: 3900, 4: 4900}
"""Own estimate of what the derde leerweg costs, whole course, by mbo level."""


def part_time(training: Training) -> Training | None:
    """The variant beside work; None when the training already fits or cannot be split."""
    if training.subkind in ("entree", "orientation") or training.target_groups or training.training_id in HALF_DAYS:
        return None
    if training.kind != "bbl" and training.hours_per_week <= HOURS_PER_WEEK:
        return None
    weeks = _weeks(training)
    return replace(
        training,
        training_id=f"{training.training_id}-dt",
        label=_label(training),
        label_en=f"{training.label_en} (part-time beside work)",
        subkind="part_time",
        kind="course" if training.kind in ("bbl", "bol") else training.kind,
        weeks=weeks,
        hours_per_week=HOURS_PER_WEEK,
        cost_eur=_price(training),
        employer_pays_eur=None,
        conditions=_conditions(training),
        daypart="evening" if training.total_hours <= LONGEST_EVENING_HOURS or training.online else "day",
        spread="few" if training.spread == "few" else "half",
        origin=OWN_ESTIMATE,
    )


def _weeks(training: Training) -> int:
    if training.subkind in ("bbl", "bol", "ad"):
        # One school day a week, as in a bbl; what a bol or Ad does more is practice and study at home.
        lengthened = training.weeks * (3 if training.subkind == "ad" else 2) // 2
        return min(training.weeks if training.subkind == "bbl" else lengthened, LONGEST_WEEKS)
    if training.subkind == "practice_certificate":
        return training.weeks * 3 // 2
    longest = LONGEST_COMPANY_SCHOOL_WEEKS if training.subkind == "company_school" else LONGEST_WEEKS
    return min(-(-training.total_hours // HOURS_PER_WEEK), longest)


def _price(training: Training) -> int:
    if training.subkind in ("bbl", "bol", "practice_certificate"):
        return PRICE_OF_LEVEL[training.level]
    return training.price_eur


def _label(training: Training) -> str:
    bare = re.sub(r"^(BBL|BOL|Bedrijfsvakschool( \w+)?:|Bedrijfsschool procesindustrie:) ", "", training.label)
    bare = re.sub(r"^Bedrijfsvakschool( \w+)?: ", "", bare)
    way = "derde leerweg" if training.subkind in ("bbl", "bol") else "deeltijd"
    return f"{bare[0].upper()}{bare[1:]}, {way} naast je werk"


def _conditions(training: Training) -> str:
    kept = [term for term in training.conditions.split(";") if term and not re.match("contract_hours|recognised", term)]
    if training.subkind in ("bbl", "bol", "company_school", "practice_certificate"):
        kept.append("work_or_placement_in_trade=true")
    return ";".join(kept)
