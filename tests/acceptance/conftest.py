"""Guests of one site, and every page as it was seen in a language."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from gouden_poort.web.language.table import LANGUAGES
from tests.acceptance.looking import Sight, look_everywhere
from tests.acceptance.stands import Guests
from tests.browsing import Site


@pytest.fixture(scope="session")
def guests(site: Site) -> Guests:
    return Guests(site)


@pytest.fixture(scope="session")
def dutch(browser: Browser, guests: Guests) -> tuple[Sight, ...]:
    """Every page in Dutch."""
    return tuple(look_everywhere(browser, guests, LANGUAGES["nl"]))


@pytest.fixture(scope="session")
def arabic(browser: Browser, guests: Guests) -> tuple[Sight, ...]:
    """Every page from right to left."""
    return tuple(look_everywhere(browser, guests, LANGUAGES["ar"]))
