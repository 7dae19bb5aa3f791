"""Four people who come through the gate, as the answers they give; nobody of them exists.

Each stands for one of the groups the service is for, with the least that makes the group what it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gouden_poort.profiles.question import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A name for the test, and an answer for each question in the order of the assessment."""

    name: str
    answers: Mapping[str, Answer]


STATUS_HOLDER = Visitor(
    name="status_holder",
    answers={
        "place": "Zwolle",
        "birth_date": "1997-05-03",
        "situation": ["status_holder"],
        "benefit": "bijstand",
        "right_to_work": "free",
        "dutch": "A1",
        "schooling": "primary",
        "former_work": {},
        "skills": {"sk-gereedschap-hand": 2, "sk-rekenen-basis": 2, "sk-samenwerken": 3},
        "papers": [],
        "transport": ["bike", "transit"],
        "travel_minutes": 60,
        "week": {"hours": 36, "integration": 0, "care": 0},
        "dayparts": ["day", "evening"],
        "start": "2027-01-04",
        "budget": 500,
        "sectors": {},
    },
)
STARTER = Visitor(
    name="starter",
    answers={
        **STATUS_HOLDER.answers,
        "place": "6511",
        "birth_date": "2008-09-14",
        "situation": ["starter"],
        "benefit": "none",
        "dutch": "B2",
        "skills": {"sk-gereedschap-hand": 1, "sk-digitaal-basis": 3, "sk-rekenen-basis": 2},
        "budget": 300,
    },
)
CAREER_CHANGER = Visitor(
    name="career_changer",
    answers={
        **STATUS_HOLDER.answers,
        "place": "1315 AB",
        "birth_date": "1991-02-20",
        "situation": ["career_changer"],
        "benefit": "none",
        "dutch": "C1",
        "schooling": "mbo_3",
        "skills": {"sk-klantgericht": 4, "sk-digitaal-basis": 3, "sk-rekenen-basis": 3, "sk-samenwerken": 4},
        "transport": ["bike", "transit", "car"],
        "budget": 1500,
    },
)
EXPERIENCED = Visitor(
    name="experienced",
    answers={
        **STATUS_HOLDER.answers,
        "place": "Emmen",
        "birth_date": "1980-07-01",
        "situation": ["experienced"],
        "benefit": "ww",
        "dutch": "C1",
        "schooling": "mbo_2",
        "former_work": {"oc-lasser": 20},
        "skills": {"sk-lassen-migmag": 4, "sk-lassen-tig": 3, "sk-gereedschap-hand": 4},
        "transport": ["transit", "car"],
        "week": {"hours": 38, "integration": 0, "care": 0},
        "budget": 1000,
    },
)
VISITORS = (STATUS_HOLDER, STARTER, CAREER_CHANGER, EXPERIENCED)
