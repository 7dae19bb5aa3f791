"""The screens on which journeys are walked."""

from __future__ import annotations

from dataclasses import dataclass

import pytest


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """The size of a screen, in CSS pixels."""

    name: str
    width: int
    height: int


@pytest.fixture(params=[Screen(name="phone", width=390, height=844), Screen(name="desk", width=1280, height=900)])
def screen(request: pytest.FixtureRequest) -> Screen:
    found: Screen = request.param
    return found
