"""Examples in the API's description; the people in them do not exist."""

from __future__ import annotations

A_PROFILE = {
    "profile_id": "example",
    "birth_date": "1998-09-14",
    "available_from": "2027-01-04",
    "lat": 52.5168,
    "lon": 6.083,
    "modes": ["bike", "transit"],
    "max_travel_minutes": 60,
    "hours_per_week": 36,
    "cefr": "B1",
    "nlqf": 1,
    "skills": [],
    "target_groups": ["career_changer"],
    "benefit": "none",
    "budget_eur": 500,
}
