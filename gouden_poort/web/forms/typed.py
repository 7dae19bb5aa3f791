"""Days and numbers that may stay empty, from the fields of a form; services judge whether they fit."""

from __future__ import annotations

from datetime import date

from gouden_poort.web.forms.answers import DATE_PARTS, Form, read_date, tidy_number

_MOST_VERSIONS = 2**31 - 1
"""What a column of versions can hold."""
NO_DAY, NO_NUMBER = date.min, 0
"""What was filled in and is no day or number: before any day and below any number that is asked for."""


def day_in(form: Form, name: str) -> date | None:
    """The day of three fields; None when nothing was filled in."""
    return real_day_in(form, name) or (NO_DAY if _written_day(form, name) else None)


def real_day_in(form: Form, name: str) -> date | None:
    """The same; None too when what was filled in is no day."""
    try:
        return date.fromisoformat(_written_day(form, name))
    except ValueError:
        return None


def number_in(form: Form, name: str) -> int | None:
    """The whole number of a field; None when nothing was filled in."""
    written = tidy_number(form.get(name, ""))
    try:
        return int(written) if written else None
    except ValueError:
        return NO_NUMBER


def version_in(form: Form) -> int:
    """The version that a form was made for; one that never was when it was tampered with."""
    version = number_in(form, "version") or 0
    return version if 0 < version <= _MOST_VERSIONS else 0


def _written_day(form: Form, name: str) -> str:
    return read_date(*(form.get(f"{name}-{part}", "").strip() for part in DATE_PARTS))
