"""The rooms of `web/`: who reads pages has a room, and what pages share lies below and does not know who visits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.test_floors import PACKAGE, imports_of

WEB = PACKAGE / "web"
READERS = ("account", "citizen", "desk", "employer")
BELOW = (
    {"language"},
    {"files", "filters", "whole_address", "wording"},
    {"words"},
    {"errors", "forms", "pictures"},
    {"letters", "routes"},
    set(READERS),
    {"choose_language", "gallery", "gallery_pictures", "registration"},
)
HEIGHT = {name: height for height, names in enumerate(BELOW) for name in names}


def breaches(room: str, source: str) -> Iterator[str]:
    """What a module of a room imports from a room above it, or from the room of another reader."""
    for module in imports_of(source):
        other = module.removeprefix("gouden_poort.web.").partition(".")[0]
        beside = room in READERS and other in READERS and room != other
        if module.startswith("gouden_poort.web.") and (HEIGHT.get(other, 0) > HEIGHT[room] or beside):
            yield f"{room} imports {module}"


def room_of(path: Path) -> str:
    return path.relative_to(WEB).parts[0].removesuffix(".py")


MODULES = [path for path in sorted(WEB.rglob("*.py")) if path != WEB / "__init__.py"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(WEB)))
def test_a_room_reaches_only_for_what_lies_below(path: Path) -> None:
    assert room_of(path) in HEIGHT, f"{room_of(path)} has no place: give it one here"
    assert list(breaches(room_of(path), path.read_text())) == []


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("words", "from gouden_poort.web.routes.notes import Note"),
        ("routes", "from gouden_poort.web.citizen import visitor"),
        ("forms", "def f():\n    import gouden_poort.web.citizen.visitor"),
    ],
)
def test_a_room_that_reaches_up_is_seen(room: str, source: str) -> None:
    assert list(breaches(room, source))
