"""Every page of a company, for `registration` to put into an app."""

from __future__ import annotations

from gouden_poort.web.employer import door, people, positions, stopping
from gouden_poort.web.language.address import in_dutch_only

EMPLOYER_PAGES = tuple(in_dutch_only(part.pages) for part in (door, people, positions, stopping))
