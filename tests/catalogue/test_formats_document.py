"""docs/formats.md is what users write bundles and profiles by, so it names everything the program reads."""

from __future__ import annotations

import re
from dataclasses import fields
from enum import Enum
from pathlib import Path

import pytest

from gouden_poort.catalogue.checks import SETTINGS
from gouden_poort.catalogue.format import FILES, FileSpec
from gouden_poort.profiles import levels
from gouden_poort.profiles.profile import Circumstances, HeldSkill, Profile, Weights
from gouden_poort.routing.route import Funding, Placement, Route, Step

TEXT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def about(file: str) -> str:
    """What the document says about one file: from its name up to the next."""
    return TEXT.split(f"\n**{file}**", 1)[1].split("\n**", 1)[0]


@pytest.mark.parametrize("spec", FILES, ids=lambda spec: spec.name)
def test_every_file_is_described_with_its_columns_and_key(spec: FileSpec) -> None:
    said = about(f"{spec.name}.csv")
    for column in spec.columns:
        assert f"`{column.name}`" in said
        if column.required and column.name not in {"level", "kind", "ref_id"}:
            assert f"`{column.name}`*" in said
        for choice in column.choices:
            assert f"`{choice}`" in TEXT
    key = re.search(r"Key: (all three columns|`[^.]*`)\.", said)
    assert key
    if key[1] != "all three columns":
        assert tuple(re.findall(r"`(\w+)`", key[1])) == spec.key


@pytest.mark.parametrize("value", [Profile, HeldSkill, Weights, Circumstances, Route, Step, Placement, Funding])
def test_every_member_of_profile_and_route_is_described(value: type) -> None:
    members = {part.name for part in fields(value)}
    assert {name for name in members if f"`{name}`" not in TEXT and f'"{name}"' not in TEXT} == set()


def test_every_word_of_a_profile_is_described() -> None:
    words = [
        member for kind in vars(levels).values() if isinstance(kind, type) and issubclass(kind, Enum) for member in kind
    ]
    written = [word.value if isinstance(word.value, str) else word.name for word in words]
    assert {word for word in written if f"`{word}`" not in TEXT} == set()


def test_every_setting_is_described() -> None:
    assert {column.name for column in SETTINGS if f"`{column.name}`" not in about("bundle.csv")} == set()
