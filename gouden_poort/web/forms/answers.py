"""Between a form and an answer: what a form sends as a raw answer, and a kept answer as what the form shows.

A field is named for the place of its answer, such as `week.hours`, so a fault points straight at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from werkzeug.datastructures import MultiDict

from gouden_poort.profiles.home import Home
from gouden_poort.profiles.question import Answer, Kind, Question
from gouden_poort.web.filters import MONTHS

DATE_PARTS = ("day", "month", "year")
Form = MultiDict[str, str]
ALL = "all"
"""The button that confirms all that goes with work someone did."""
AND = "|"
"""Between things in one value of a form; ids never hold it, for it parts lists in the files of a catalogue."""
_LONGEST_NUMBER = 12


def read(question: Question, form: Form) -> object:
    """What was filled in, for `check_answer` to judge; nothing is refused here."""
    match question.kind:
        case Kind.DATE:
            return read_date(*(form.get(f"{question.id}-{part}", "").strip() for part in DATE_PARTS))
        case Kind.CHOICES | Kind.CREDENTIALS:
            return tuple(form.getlist(question.id))
        case Kind.NUMBERS:
            return {field.name: tidy_number(form.get(f"{question.id}.{field.name}", "")) for field in question.numbers}
        case Kind.SKILLS | Kind.OCCUPATIONS | Kind.SECTORS:
            return dict(_confirmed(form)) | {
                key: value for key, text in named_fields(question, form) if (value := tidy_number(text))
            }
        case Kind.NUMBER:
            return tidy_number(form.get(question.id, ""))
        case _:
            return form.get(question.id, "").strip()


def shown(question: Question, answer: Answer) -> Form:
    """The form as it looks with an answer that was kept; empty for one that is not known."""
    return MultiDict(_pairs(question, answer))


def named_fields(question: Question, form: Form) -> Iterator[tuple[str, str]]:
    """Fields that begin with the name of the question, by what comes after the point."""
    start = f"{question.id}."
    return ((name.removeprefix(start), value) for name, value in form.items() if name.startswith(start))


def tidy_number(text: str) -> str:
    """A number as people write it, in digits alone; anything else comes back as it was, to be refused in words.

    >>> tidy_number("€ 1.250"), tidy_number("30 min"), tidy_number("dertig")
    ('1250', '30', 'dertig')
    """
    bare = text.strip().removeprefix("€").strip()
    if found := re.fullmatch(r"(-?\d{1,3}(?:\.\d{3})+|-?\d+)(?:,(?:00|-+))?\s*(?:[a-z]+\.?(?: per week)?)?", bare):
        digits = found[1].replace(".", "")
        return str(int(digits)) if len(digits) <= _LONGEST_NUMBER else digits
    return text.strip()


def _pairs(question: Question, answer: Answer) -> Iterator[tuple[str, str]]:
    if answer is None:
        return
    if isinstance(answer, Mapping):
        yield from ((f"{question.id}.{key}", str(value)) for key, value in answer.items())
    elif question.kind is Kind.PLACE and isinstance(answer, Sequence):
        yield question.id, Home.from_answer(answer).label
    elif question.kind is Kind.DATE:
        year, month, day = str(answer).split("-")
        yield from zip(
            (f"{question.id}-{part}" for part in DATE_PARTS), (str(int(day)), str(int(month)), year), strict=True
        )
    elif isinstance(answer, str | int):
        yield question.id, str(answer)
    else:
        yield from ((question.id, value) for value in answer)


def _confirmed(form: Form) -> Iterator[tuple[str, str]]:
    """Skills as `id:level`, from work someone did: what was ticked, or all in one press; the highest of each last."""
    values = [part for value in (*form.getlist("confirm"), form.get(ALL, "")) for part in value.split(AND) if part]
    pairs = ((skill, level) for skill, _, level in (value.rpartition(":") for value in values))
    return iter(sorted(pairs, key=itemgetter(1)))


def read_date(day: str, month: str, year: str) -> str:
    """YYYY-MM-DD; empty when nothing was filled in; else something that is not a date."""
    if not day and not month and not year:
        return ""
    number = _month_number(month)
    if not (day.isdecimal() and len(day) <= 2 and year.isdecimal() and len(year) == 4 and number):
        return f"{day} {month} {year}"
    return f"{int(year):04}-{number:02}-{int(day):02}"


def _month_number(text: str) -> int:
    """A month in digits or by (the first letters of) its name; 0 when it is neither."""
    if text.isdecimal():
        return int(text) if len(text) <= 2 else 0
    found = [n for n, name in enumerate(MONTHS, start=1) if len(text) >= 3 and name.startswith(text.lower())]
    return found[0] if found else 0
