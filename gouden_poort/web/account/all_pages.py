"""Every page about signing in, for `registration` to put into an app."""

from __future__ import annotations

from gouden_poort.web.account import link, mailed_link, own, signing_in, welcome
from gouden_poort.web.language.address import in_dutch_only

ACCOUNT_PAGES = (signing_in.pages, mailed_link.pages, link.pages, in_dutch_only(welcome.pages), own.pages)
