"""What sectors are called: one source, the catalogue."""

from __future__ import annotations

from gouden_poort.catalogue.bundle import BUILTIN, read_bundle
from gouden_poort.web.words.names import sector_name, small_print
from tests.fakes import ShelfWith
from tests.web.conftest import NUMBER, Visitor, a_web_snapshot

LONGEST_TAG = 32


def test_the_catalogue_names_its_sectors() -> None:
    unnamed = {"occupation_id": "O0", "sector": "metal", "sector_label": ""}
    snapshot = a_web_snapshot(occupations=[unnamed, {"sector": "metal", "sector_label": "Metaal en machines"}])
    assert sector_name(snapshot, "metal") == "Metaal en machines"


def test_a_sector_without_a_name_goes_by_its_id() -> None:
    assert sector_name(a_web_snapshot(occupations=[{"sector": "green_energy"}]), "green_energy") == "Green energy"
    assert sector_name(a_web_snapshot(occupations=[{"sector_label": "Metaal"}]), "no_work_here") == "No work here"


def test_a_day_in_a_source_is_written_as_people_do() -> None:
    snapshot = a_web_snapshot(occupations=[{"source": "UWV 2025-12-18; blad 2025-99-99"}])
    assert small_print(snapshot.columns.occupations, 0).source == "UWV 18 december 2025; blad 2025-99-99"


def test_every_page_says_the_same_name(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(occupations=[{"sector_label": "Metaal en machines"}])
    visitor.answer_all()
    for address in (f"/vraag/{NUMBER['sectors']}", "/controle", "/routes", "/routes/O1"):
        assert "Metaal en machines" in visitor.read(address), address


def test_the_built_in_sectors_have_one_short_name_each() -> None:
    occupations = read_bundle(BUILTIN).files["occupations"]
    names = set(zip(occupations.columns["sector"], occupations.extra["sector_label"], strict=True))
    assert len(names) == len(dict(names))
    assert [name for _, name in names if not 0 < len(name) <= LONGEST_TAG] == []
