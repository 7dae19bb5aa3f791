"""The people of a file as one text, for the short while between the look and the last batch."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from gouden_poort.profiles.people.consent import Given, Line
from gouden_poort.services.dossiers.registering import Newcomer


def written(people: Iterable[Newcomer]) -> str:
    """As they are kept."""
    return json.dumps([_row(each) for each in people])


def read(text: str) -> Sequence[Newcomer]:
    """As they were before."""
    return [_newcomer(*row) for row in json.loads(text or "[]")]


def _row(who: Newcomer) -> list[object]:
    return [who.name, who.phone, who.email, who.language, dict(who.answers), list(who.lines), who.given]


def _newcomer(  # noqa: PLR0917 - in the order in which they were written
    name: str, phone: str, email: str, language: str, answers: dict[str, object], lines: list[str], given: str
) -> Newcomer:
    return Newcomer(
        name=name,
        phone=phone,
        email=email,
        language=language,
        answers={
            question: tuple(answer) if isinstance(answer, list) else answer  # type: ignore[misc]  # as JSON has it
            for question, answer in answers.items()
        },
        lines=tuple(map(Line, lines)),
        given=Given(given),
    )
