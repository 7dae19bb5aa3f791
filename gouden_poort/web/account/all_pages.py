"""Every page about signing in, for `registration` to put into an app."""

from __future__ import annotations

from gouden_poort.web.account import link, mailed_link, own, signing_in, welcome

ACCOUNT_PAGES = tuple(part.pages for part in (signing_in, mailed_link, link, welcome, own))
