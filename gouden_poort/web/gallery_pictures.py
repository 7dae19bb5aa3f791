"""Sample data for the pictures of the page with every part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gouden_poort.profiles.levels import Benefit
from gouden_poort.services.finders import land
from gouden_poort.services.ten_years.staying import Point
from gouden_poort.web.citizen.places.spots import PlaceLine, TownSpot
from gouden_poort.web.pictures.metro import MetroMap, metro_map
from gouden_poort.web.pictures.month_bars import MonthBars, month_bars
from gouden_poort.web.pictures.outcome_picture import OutcomePicture, outcome_picture
from gouden_poort.web.pictures.place_map import PlaceMap, Spot, place_map
from gouden_poort.web.pictures.ten_boxes import Mark, Stretch, TenBoxes, turned
from gouden_poort.web.routes.sheet import RouteSheet
from gouden_poort.web.words.months import Month, MonthMoney
from gouden_poort.wiring import house

LONG = "Eerste monteur elektrotechnische industriële installaties en besturingssystemen"


def sample_towns() -> tuple[TownSpot, ...]:
    """A school and two companies in two towns."""
    school = PlaceLine(
        title="Voorbeeldschool", kind="School", url="", example=True, work=(("sample", LONG),), taught="metaal"
    )
    company = PlaceLine(title="Voorbeeldbedrijf 014", kind="Bedrijf", url="", example=True, work=(), taught="")
    return (
        TownSpot(number=1, town="Emmen", lat=52.78, lon=6.9, travel="dicht bij jou", places=(school, company)),
        TownSpot(number=2, town="Assen", lat=52.99, lon=6.56, travel="ongeveer 56 minuten reizen", places=(company,)),
    )


def sample_map(towns: Sequence[TownSpot]) -> PlaceMap:
    """The surroundings of Emmen, as far as this catalogue knows them."""
    snapshot = house().shelf.active()
    spots = [Spot(number=each.number, name=each.town, lat=each.lat, lon=each.lon) for each in towns]
    return place_map(land(snapshot), snapshot.columns.places, (52.78, 6.9), spots, 30)


def sample_metro(sheet: RouteSheet) -> MetroMap:
    """Two routes that begin with the same course."""
    course, *_others, work = sheet.bars
    return metro_map([(sheet.occupation, sheet.bars), ("Monteur", (course, replace(work, start=date(2027, 6, 7))))])


def sample_months() -> MonthBars:
    """A course, a leerbaan and the work after it, beside what comes in today."""
    wages = (0, 0, 0, 930, 1850, 1850, 1850, 1850, 1850, 1850, 2600, 2600, 2600)
    months = tuple(
        Month(
            first=date(2027 + at // 12, at % 12 + 1, 1),
            words="Je leert en bereidt je voor" if not wage else "Je leert en werkt" if wage < 2000 else LONG,
            wage_eur=wage,
            is_steady=wage != 930,
            is_whole=wage != 930,
            own_eur=150 if at == 0 else 0,
        )
        for at, wage in enumerate(wages)
    )
    return month_bars(MonthMoney(months=months, income_eur=1650, benefit=Benefit.NONE))


def sample_outcome() -> OutcomePicture:
    """Four years; after ten everyone is gone."""
    left = {1: (84, 80, 88), 3: (71, 66, 76), 5: (63, 57, 68), 10: (0, 0, 4)}
    return outcome_picture(
        [
            Point(years=years, share=share, low=low, high=high, at_risk=1200 // years)
            for years, (share, low, high) in left.items()
        ]
    )


def sample_boxes() -> TenBoxes:
    """A course, work with a pause in it, and what is to come."""
    parts = (("learn", 0, 17), ("job-2", 17, 60), ("rest", 77, 14), ("job-2", 91, 50))
    marks = (("done", 0, False), ("done", 17, False), ("failed", 110, False), ("open", 180, False), ("done", 34, True))
    rows = [(f"Jaar {year}", "Werken", "Jaargesprek: Komt nog", "1") for year in range(1, 11)]
    return TenBoxes(
        description="Van 6 september 2027 tot 6 september 2037. 3 van 5 mijlpalen zijn klaar.",
        numbers=tuple((turned(34 * year - 17), year) for year in range(1, 11)),
        lines=tuple(34.0 * year for year in range(1, 10)),
        beyond=None,
        stretches=tuple(
            Stretch(x=int(min(turned(x), turned(x + width))), width=width, look=look) for look, x, width in parts
        ),
        marks=tuple(Mark(x=turned(x), look=look, is_talk=is_talk) for look, x, is_talk in marks),
        now=date(2031, 11, 1),
        now_x=turned(141),
        rows=tuple(rows),
    )
