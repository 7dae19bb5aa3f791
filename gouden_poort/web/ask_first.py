"""Entry conditions that a catalogue gives in words of its own, and that nobody checked for this person.

Ages, levels and skills are checked by the planner and stand among the reasons; what is left is asked of the person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouden_poort.web.wording import SENTENCES, say

_TERM = re.compile(r"(?:not )?[a-z_0-9]+")


def ask_first(conditions: str) -> tuple[str, ...]:
    """The conditions of a step that we have words for, as sentences.

    >>> ask_first("age>=18;licence_b=true;years_in_trade>=3")
    ('Je hebt rijbewijs B nodig.', 'Je hebt 3 jaar ervaring in dit vak nodig.')
    """
    return tuple(_sentences(term.strip() for term in conditions.split(";")))


def _sentences(terms: Iterator[str]) -> Iterator[str]:
    for term in terms:
        name = _TERM.match(term)
        key = f"ask.{name[0]}" if name else ""
        if key in SENTENCES:
            yield say(key, many=term.partition(">=")[2])
