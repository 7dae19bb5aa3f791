"""Five people for whom the service is made, as what they answer; nobody of them exists, and nobody has a name.

What someone would not know, or was not asked when this was written, is left out: they press `Dat weet ik nog niet`.
"""

from __future__ import annotations

from tests.journeys.people import Visitor

STARTER = Visitor(
    name="starter-emmen",  # 18, left the vmbo without a diploma
    answers={
        "place": "Emmen",
        "birth_date": "2008-04-11",
        "situation": ["starter"],
        "now": "no_work",
        "benefit": "none",
        "right_to_work": "free",
        "permit": "dutch_eu",
        "integration": "none",
        "dutch": "C1",
        "first_language": "yes",
        "basics": "no",
        "schooling": "primary",
        "former_work": {},
        "skills": {"sk-gereedschap-hand": 1, "sk-digitaal-basis": 2},
        "papers": [],
        "transport": ["bike", "transit"],
        "travel_minutes": 60,
        "week": {"hours": 36},
        "dayparts": ["day"],
        "start": "2027-02-01",
        "budget": 0,
    },
)
SHOP_WORKER = Visitor(
    name="shop-worker-zwolle",  # works in a shop, wants to work with bicycles and goes everywhere by bicycle
    answers={
        "place": "Zwolle",
        "birth_date": "1994-10-23",
        "situation": ["career_changer"],
        "now": "work",
        "benefit": "none",
        "right_to_work": "free",
        "permit": "dutch_eu",
        "integration": "none",
        "dutch": "C1",
        "first_language": "yes",
        "basics": "no",
        "schooling": "mbo_2",
        "former_work": {},
        "skills": {"sk-klantgericht": 4, "sk-samenwerken": 4, "sk-rekenen-basis": 3, "sk-gereedschap-hand": 1},
        "papers": [],
        "transport": ["bike"],
        "travel_minutes": 30,
        "week": {"hours": 32, "care": 6},
        "dayparts": ["day", "evening"],
        "start": "2027-03-01",
        "budget": 500,
        "sectors": {"mobiliteit": 1},
    },
)
STATUS_HOLDER = Visitor(
    name="status-holder-roermond",  # came from Eritrea, repaired machines there, speaks a little Dutch
    answers={
        "place": "Roermond",
        "birth_date": "1996-01-15",
        "situation": ["status_holder"],
        "now": "no_work",
        "benefit": "bijstand",
        "right_to_work": "free",
        "permit": "asylum_permit",
        "integration": "wi2021",
        "dutch": "A1",
        "first_language": "no",
        "basics": "yes",
        "schooling": "primary",
        "former_work": {},
        "skills": {"sk-gereedschap-hand": 3, "sk-samenwerken": 3},
        "papers": [],
        "transport": ["bike", "transit"],
        "travel_minutes": 60,
        "week": {"hours": 28, "integration": 12},
        "dayparts": ["day", "evening"],
        "start": "2027-01-04",
        "budget": 100,
    },
)
WELDER = Visitor(
    name="welder-hengelo",  # lost his work after twenty years at the same firm
    answers={
        "place": "Hengelo",
        "birth_date": "1979-06-30",
        "situation": ["experienced"],
        "now": "no_work",
        "benefit": "ww",
        "right_to_work": "free",
        "permit": "dutch_eu",
        "integration": "none",
        "dutch": "C1",
        "first_language": "yes",
        "basics": "no",
        "schooling": "mbo_2",
        "former_work": {"oc-lasser": 20},
        "skills": {"sk-lassen-migmag": 4, "sk-tekening-metaal": 3, "sk-gereedschap-hand": 4},
        "papers": ["cr-b-vca"],
        "transport": ["bike", "car"],
        "travel_minutes": 45,
        "week": {"hours": 38},
        "dayparts": ["day"],
        "start": "2027-01-11",
        "budget": 750,
    },
)
ELECTRICIAN = Visitor(
    name="electrician-amsterdam",  # has work, and wants to go to the electricity grid
    answers={
        "place": "1019",
        "birth_date": "1990-08-05",
        "situation": ["experienced"],
        "now": "work",
        "benefit": "none",
        "right_to_work": "free",
        "permit": "dutch_eu",
        "integration": "none",
        "dutch": "C1",
        "first_language": "yes",
        "basics": "no",
        "schooling": "mbo_3",
        "former_work": {"oc-monteur-elektro": 8},
        "skills": {"sk-groepenkast": 4, "sk-nen1010": 3, "sk-meten-elektrisch": 3, "sk-kabels-trekken": 5},
        "papers": ["cr-b-vca", "cr-mbo2-elektro"],
        "transport": ["bike", "transit", "car"],
        "travel_minutes": 60,
        "week": {"hours": 36},
        "dayparts": ["evening", "day"],
        "start": "2027-02-01",
        "budget": 1000,
        "sectors": {"energie": 1, "infra": 1},
    },
)
STORIES = ((STARTER, "nl"), (SHOP_WORKER, "nl"), (STATUS_HOLDER, "ti"), (WELDER, "nl"), (ELECTRICIAN, "nl"))
"""Each with the language in which it is walked."""
