"""Looking through the catalogue: filters, pages and near misses."""

from __future__ import annotations

from datetime import date

import pytest

from gouden_poort.catalogue.near import near
from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.services import catalogue_search
from gouden_poort.services.catalogue_search import OfferingFilter
from gouden_poort.services.catalogue_views import LevelledSkill, Named
from tests.builders import a_snapshot

OFFERINGS = [
    {},
    {"offering_id": "T2", "kind": "language", "delivery": "online", "site_id": "", "awards_cefr": "B1"},
    {"offering_id": "T3", "kind": "module", "sector": "energy", "min_age": 18, "target_groups": "starter"},
]
SNAPSHOT = a_snapshot(offerings=OFFERINGS, offering_requires=[{}], offering_credentials=[{}], credentials=[{}])


def ids(wish: OfferingFilter) -> list[str]:
    return [item.id for item in catalogue_search.offerings(SNAPSHOT, wish, number=1, size=10).items]


def test_everything_comes_in_the_order_of_the_catalogue() -> None:
    assert ids(OfferingFilter()) == ["T1", "T2", "T3"]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (OfferingFilter(kind="module"), ["T1", "T3"]),
        (OfferingFilter(sector="energy"), ["T3"]),
        (OfferingFilter(site="L1"), ["T1", "T3"]),
        (OfferingFilter(skill="S1"), ["T1"]),
        (OfferingFilter(online=True), ["T2"]),
        (OfferingFilter(online=False), ["T1", "T3"]),
        (OfferingFilter(kind="module", sector="energy"), ["T3"]),
        (OfferingFilter(kind="bbl"), []),
    ],
)
def test_a_filter_keeps_what_fits(wish: OfferingFilter, found: list[str]) -> None:
    assert ids(wish) == found


def test_every_unknown_part_of_a_filter_is_told_with_its_likeness() -> None:
    with pytest.raises(InvalidInput) as caught:
        ids(OfferingFilter(sector="metall", site="X", skill="s1x"))
    assert [(fault.path, fault.near) for fault in caught.value.faults] == [
        ("sector", ("metal",)),
        ("site", ()),
        ("skill", ("S1",)),
    ]


def test_a_page_is_a_part_and_knows_the_whole() -> None:
    page = catalogue_search.offerings(SNAPSHOT, OfferingFilter(), number=2, size=2)
    assert ([item.id for item in page.items], page.total) == (["T3"], 3)
    assert catalogue_search.offerings(SNAPSHOT, OfferingFilter(), number=3, size=2).items == ()


def test_an_offering_tells_what_it_asks_and_gives() -> None:
    offering = catalogue_search.offering(SNAPSHOT, "T1")
    assert offering.site == Named(id="L1", label="Werkplaats")
    assert offering.teaches == (LevelledSkill(id="S1", label="Lassen", level=2),)
    assert offering.requires_skills == (LevelledSkill(id="S1", label="Lassen", level=1),)
    assert offering.awards == (Named(id="C1", label="Lascertificaat"),)
    assert offering.starts == (date(2027, 2, 1),)
    assert (offering.min_age, offering.max_age, offering.min_cefr, offering.awards_cefr) == (None, None, None, None)


def test_conditions_are_told_in_the_words_of_the_format() -> None:
    online, young = catalogue_search.offering(SNAPSHOT, "T2"), catalogue_search.offering(SNAPSHOT, "T3")
    assert (online.site, online.city, online.awards_cefr) == (None, None, "B1")
    assert (young.min_age, young.target_groups) == (18, ("starter",))


def test_an_occupation_tells_what_it_asks() -> None:
    snapshot = a_snapshot(transitions=[{}], occupations=[{"source": "facts"}])
    occupation = catalogue_search.occupation(snapshot, "O1")
    assert occupation.essential_skills == (LevelledSkill(id="S1", label="Lassen", level=2),)
    assert occupation.moves_to == (Named(id="O1", label="Lasser"),)
    assert occupation.extra == {"source": "facts"}


def test_occupations_of_one_sector() -> None:
    page = catalogue_search.occupations(SNAPSHOT, number=1, size=5, sector="metal")
    assert [item.id for item in page.items] == ["O1"]
    with pytest.raises(InvalidInput):
        catalogue_search.occupations(SNAPSHOT, number=1, size=5, sector="zorg")


def test_a_scheme_tells_its_conditions() -> None:
    snapshot = a_snapshot(schemes=[{"sectors": "metal", "offering_kinds": "module|bbl", "benefits": "ww"}])
    (scheme,) = catalogue_search.schemes(snapshot, number=1, size=5).items
    assert (scheme.sectors, scheme.offering_kinds, scheme.benefits) == (("metal",), ("module", "bbl"), ("ww",))
    assert (scheme.pays_percent, scheme.valid_from, scheme.valid_to) == (50, date(2027, 1, 1), date(2032, 12, 31))


def test_skills_are_listed_or_found_by_their_words() -> None:
    assert [skill.id for skill in catalogue_search.skills(SNAPSHOT, number=1, size=5).items] == ["S1"]
    assert [skill.id for skill in catalogue_search.skills(SNAPSHOT, number=1, size=5, search="lasen").items] == ["S1"]
    assert catalogue_search.skills(SNAPSHOT, number=1, size=5, search="xqzw").total == 0


@pytest.mark.parametrize("find", [catalogue_search.occupation, catalogue_search.offering])
def test_an_unknown_id_is_told(find: object) -> None:
    assert callable(find)
    with pytest.raises(UnknownThing, match="nope"):
        find(SNAPSHOT, "nope")


def test_near_is_near_whatever_the_capitals_and_stops_at_three() -> None:
    assert near("SK-LASSEN", ["sk-lassen-1", "sk-lassen-2", "sk-lassen-3", "sk-lassen-4", "other"]) == (
        "sk-lassen-1",
        "sk-lassen-2",
        "sk-lassen-3",
    )
    assert near("", ["a"]) == ()
