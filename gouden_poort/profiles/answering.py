"""Checking one answer: what came in from a form or a document becomes the JSON value that is kept.

Forms send texts and documents send numbers; both are taken. Faults say where, what and what belongs there.
Whether an id exists is not known here: services compare ids with the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.levels import SKILL_LEVEL_HIGHEST
from gouden_poort.profiles.question import OCCUPATION_YEARS, UNWANTED, WISHED, Answer, Kind, NumberField, Question

MOST_THINGS = 200
"""How many skills, papers or occupations one answer may hold."""
LONGEST_TEXT = 100
OLDEST_YEARS = 100
LATEST_START_DAYS = 3 * 365


def check_answer(question: Question, raw: object, *, today: date) -> Answer:
    """The answer as it is kept; None (not known yet) is always one. InvalidInput when it cannot be one."""
    if raw is None:
        return None
    if question.kind is Kind.DATE:
        return _date(question, raw, today)
    return _CHECKS[question.kind](question, raw)


def fault(path: str, code: str, given: object, expected: str) -> InvalidInput:
    """One fault as an error; what was given is cut short, so that a message stays a message."""
    return InvalidInput([FieldError(path=path, code=code, given=_shown(given), expected=expected)])


def _shown(given: object) -> str:
    text = given if isinstance(given, str) else repr(given)
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"


def _place(question: Question, raw: object) -> Answer:
    expected = "a place that was looked up"
    if not isinstance(raw, Sequence) or isinstance(raw, str) or not all(isinstance(part, str) for part in raw):
        raise fault(question.id, "wrong_type", raw, expected)
    try:
        home = Home.from_answer(raw)
    except ValueError:
        raise fault(question.id, "malformed", raw, expected) from None
    _check_text(question.id, home.label)
    return home.as_answer()


def _date(question: Question, raw: object, today: date) -> Answer:
    if raw == "":
        raise fault(question.id, "missing", raw, "a date")
    day = _read_date(raw)
    if day is None:
        raise fault(question.id, "not_a_date", raw, "a date such as 1998-09-14")
    earliest, latest = _date_bounds(question, today)
    if not earliest <= day <= latest:
        raise fault(question.id, "out_of_range", raw, f"{earliest} to {latest}")
    return day.isoformat()


def _read_date(raw: object) -> date | None:
    """Only YYYY-MM-DD: other ISO forms, such as week dates, would surprise whoever reads them back."""
    if not isinstance(raw, str) or len(raw) != len("YYYY-MM-DD"):
        return None
    try:
        day = date.fromisoformat(raw)
    except ValueError:
        return None
    return day if day.isoformat() == raw else None


def _date_bounds(question: Question, today: date) -> tuple[date, date]:
    if question.ahead:
        return today - timedelta(days=365), today + timedelta(days=LATEST_START_DAYS)
    return date(today.year - OLDEST_YEARS, 1, 1), today


def _choice(question: Question, raw: object) -> Answer:
    allowed = [choice.value for choice in question.choices]
    if raw == "":
        raise fault(question.id, "missing", raw, " | ".join(allowed))
    if not isinstance(raw, str) or raw not in allowed:
        raise fault(question.id, "not_a_choice", raw, " | ".join(allowed))
    return raw


def _choices(question: Question, raw: object) -> Answer:
    allowed = [choice.value for choice in question.choices]
    picked = _texts(question.id, raw)
    for value in picked:
        if value not in allowed:
            raise fault(question.id, "not_a_choice", value, " | ".join(allowed))
    if len(picked) < question.fewest:
        raise fault(question.id, "missing", "", f"at least {question.fewest} of {' | '.join(allowed)}")
    return tuple(value for value in allowed if value in picked)


def _ids(question: Question, raw: object) -> Answer:
    return tuple(sorted(set(_texts(question.id, raw))))


def _texts(path: str, raw: object) -> Sequence[str]:
    if isinstance(raw, str) or not isinstance(raw, Sequence):
        raise fault(path, "wrong_type", raw, "a list of texts")
    _check_count(path, raw)
    for text in raw:
        _check_text(path, text)
    return raw


def _check_count(path: str, things: Sequence[object] | Mapping[object, object]) -> None:
    if len(things) > MOST_THINGS:
        raise fault(path, "too_many", str(len(things)), f"at most {MOST_THINGS}")


def _check_text(path: str, text: object) -> None:
    if not isinstance(text, str):
        raise fault(path, "wrong_type", text, "a text")
    if not 0 < len(text) <= LONGEST_TEXT or not text.isprintable():
        raise fault(path, "malformed", text, f"1 to {LONGEST_TEXT} readable characters")


def _number(question: Question, raw: object) -> Answer:
    return _whole(question.id, raw, question.numbers[0])


def _numbers(question: Question, raw: object) -> Answer:
    given = _mapping(question.id, raw)
    fields = {field.name: field for field in question.numbers}
    faults: list[FieldError] = []
    numbers: dict[str, int] = {}
    for name, value in given.items():
        path = f"{question.id}.{name}"
        try:
            if name not in fields:
                raise fault(path, "unknown_field", name, " | ".join(fields))
            if value not in ("", None):
                numbers[name] = _whole(path, value, fields[name])
        except InvalidInput as wrong:
            faults += wrong.faults
    if faults:
        raise InvalidInput(faults)
    if not numbers:
        raise fault(question.id, "missing", "", "at least one number")
    return numbers


def _whole(path: str, raw: object, field: NumberField) -> int:
    expected = f"a whole number from {field.lowest} to {field.highest}"
    if raw == "":
        raise fault(path, "missing", raw, expected)
    number = _read_whole(raw)
    if number is None:
        raise fault(path, "wrong_type", raw, expected)
    if not field.lowest <= number <= field.highest:
        raise fault(path, "out_of_range", raw, expected)
    return number


def _read_whole(raw: object) -> int | None:
    """Numbers and digits only; True is not 1, and thousands of digits are not a number anyone means."""
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and (text := raw.strip()).isascii() and len(text) <= 12:
        digits = text.removeprefix("-")
        return int(text) if digits.isdigit() else None
    return None


def _skills(question: Question, raw: object) -> Answer:
    return _by_id(question.id, raw, NumberField(name="", label="", unit="", lowest=1, highest=SKILL_LEVEL_HIGHEST))


def _occupations(question: Question, raw: object) -> Answer:
    return _by_id(question.id, raw, OCCUPATION_YEARS)


def _sectors(question: Question, raw: object) -> Answer:
    """Wishes by sector; 0 (no wish) is left out."""
    number = NumberField(name="", label="", unit="", lowest=UNWANTED, highest=WISHED)
    return {sector: wish for sector, wish in _by_id(question.id, raw, number).items() if wish}


def _by_id(path: str, raw: object, number: NumberField) -> dict[str, int]:
    faults: list[FieldError] = []
    kept: dict[str, int] = {}
    for key, value in sorted(_mapping(path, raw).items()):
        try:
            _check_text(path, key)
            kept[key] = _whole(f"{path}.{key}", value, number)
        except InvalidInput as wrong:
            faults += wrong.faults
    if faults:
        raise InvalidInput(faults)
    return kept


def _mapping(path: str, raw: object) -> Mapping[str, object]:
    if not isinstance(raw, Mapping) or not all(isinstance(key, str) for key in raw):
        raise fault(path, "wrong_type", raw, "numbers by name")
    _check_count(path, raw)
    return raw


_CHECKS: Mapping[Kind, Callable[[Question, object], Answer]] = {
    Kind.PLACE: _place,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.NUMBER: _number,
    Kind.NUMBERS: _numbers,
    Kind.SKILLS: _skills,
    Kind.OCCUPATIONS: _occupations,
    Kind.CREDENTIALS: _ids,
    Kind.SECTORS: _sectors,
}
