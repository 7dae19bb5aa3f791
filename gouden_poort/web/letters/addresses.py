"""Where a message leads that is made when nobody visits: on the base address of the installation."""

from __future__ import annotations

from collections.abc import Callable

from gouden_poort.web.language.table import TRANSLATED

THIS_MACHINE = "http://127.0.0.1:8000"
"""Without a base address nothing is mailed, and whoever reads it on a screen is here."""


def questions_of_a_year(base_url: str) -> Callable[[str, int], str]:
    """The page with the questions of a year, in a language that we speak, else in Dutch."""
    spoken = {language.code for language in TRANSLATED}

    def address(language: str, year: int) -> str:
        prefix = f"/{language}" if language in spoken else ""
        return f"{base_url or THIS_MACHINE}{prefix}/mijn-10-jaar/vragen/{year}"

    return address
