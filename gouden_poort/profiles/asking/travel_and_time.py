"""How far and how someone travels, and the time there is."""

from __future__ import annotations

from gouden_poort.profiles.levels import Daypart, Mode
from gouden_poort.profiles.question import Choice, Kind, NumberField, Question


def _hours(name: str, label: str, *, lowest: int, highest: int, example: int) -> NumberField:
    return NumberField(name=name, label=label, unit="uur per week", lowest=lowest, highest=highest, example=example)


BLOCK = "Reizen en tijd"
QUESTIONS: tuple[Question, ...] = (
    Question(
        id="transport",
        kind=Kind.CHOICES,
        block=BLOCK,
        short="Vervoer",
        text="Hoe kun je reizen?",
        help="Kies alles wat je kunt gebruiken.",
        why="Zo rekenen we uit hoe lang je onderweg bent.",
        fewest=1,
        choices=(
            Choice(value=Mode.BIKE.value, label="Fiets"),
            Choice(value=Mode.TRANSIT.value, label="Trein, bus, tram of metro"),
            Choice(value=Mode.CAR.value, label="Auto"),
        ),
        sets=("profile.modes", "person.modes"),
    ),
    Question(
        id="travel_minutes",
        kind=Kind.NUMBER,
        block=BLOCK,
        short="Reistijd",
        text="Hoe lang wil je hoogstens reizen?",
        help="Tel de tijd van huis naar je werk of school. Alleen heen.",
        why="Plekken die verder weg zijn, laten we niet zien.",
        numbers=(NumberField(name="minutes", label="Minuten", unit="minuten", lowest=5, highest=180, example=45),),
        sets=("profile.max_travel_minutes", "person.max_travel_minutes"),
    ),
    Question(
        id="week",
        kind=Kind.NUMBERS,
        block=BLOCK,
        short="Uren per week",
        text="Hoeveel uur per week kun je leren en werken?",
        help="Tel les en werk samen. Uren voor inburgering of zorg vul je apart in.",
        why="Zo past je route in je week. Ook naast inburgering of zorg.",
        numbers=(
            _hours("hours", "Uren voor leren en werken", lowest=1, highest=60, example=32),
            _hours("integration", "Uren voor inburgering", lowest=0, highest=60, example=8),
            _hours("care", "Uren voor zorg, zoals kinderen", lowest=0, highest=100, example=10),
        ),
        sets=("profile.hours_per_week", "person.hours_per_week", "person.integration_hours", "person.care_hours"),
    ),
    Question(
        id="dayparts",
        kind=Kind.CHOICES,
        block=BLOCK,
        short="Wanneer",
        text="Wanneer kun je naar een cursus?",
        help="Je mag er meer kiezen.",
        why="Cursussen zijn overdag, in de avond of in het weekend.",
        fewest=1,
        choices=(
            Choice(value=Daypart.DAY.value, label="Overdag"),
            Choice(value=Daypart.EVENING.value, label="In de avond"),
            Choice(value=Daypart.WEEKEND.value, label="In het weekend"),
        ),
        sets=("circumstances.dayparts", "person.dayparts"),
    ),
    Question(
        id="start",
        kind=Kind.DATE,
        block=BLOCK,
        short="Beginnen",
        text="Vanaf wanneer kun je beginnen?",
        help="We rekenen vanaf de eerste maandag op of na die dag.",
        why="Je route begint nooit eerder dan jij kunt.",
        ahead=True,
        sets=("profile.available_from",),
    ),
)
