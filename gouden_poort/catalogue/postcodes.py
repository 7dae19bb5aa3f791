"""Dutch postcodes as people write them; only the four digits are used, the letters say more than we need."""

from __future__ import annotations

import re
import unicodedata

LOWEST, HIGHEST = 1000, 9999
_AT_THE_START = re.compile(r"(?:nl\b[\s-]*)?([1-9]\d{3})(?:\s*-?\s*[a-z]{2})?(?=$|[\s,;(])", re.IGNORECASE | re.ASCII)
_IN_AN_ADDRESS = re.compile(r"\b([1-9]\d{3})\s?[a-z]{2}\b", re.IGNORECASE | re.ASCII)
_LONGEST = 200


def read_pc4(text: str) -> int | None:
    """The four digits of a postcode, written with or without letters, alone or in an address; None when absent.

    >>> read_pc4("8011ab"), read_pc4("NL-8011 AB Zwolle"), read_pc4("Zwolle"), read_pc4("80111")
    (8011, 8011, None, None)
    """
    plain = unicodedata.normalize("NFKC", text[:_LONGEST]).strip()
    found = _AT_THE_START.match(plain) or _IN_AN_ADDRESS.search(plain)
    return int(found[1]) if found else None
