"""What a database cannot keep is refused beforehand and by name, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gouden_poort.catalogue.cells import HIGHEST_INTEGER
from gouden_poort.catalogue.entries import Bundle, Value
from gouden_poort.catalogue.format import FILES, Cell, Column, FileSpec
from gouden_poort.errors import BundleFault, InvalidBundle

_NUMBERS = {Cell.INTEGER, Cell.SHARE}
_LISTS = {Cell.CHOICES, Cell.TEXTS}
_TEXTS = {Cell.TEXT, Cell.ID, Cell.CHOICE}


def cannot_be_kept(text: str) -> bool:
    """PostgreSQL keeps no NUL; half a surrogate pair is not a character and cannot become UTF-8."""
    return "\0" in text or not _is_unicode(text)


def refuse_what_cannot_be_kept(bundle: Bundle) -> None:
    """InvalidBundle with every cell that no column could hold. A bundle read from files has none."""
    faults = [
        fault
        for spec in FILES
        for column in spec.columns
        for fault in _faults(spec, column, bundle.files[spec.name].columns[column.name])
    ]
    if faults:
        raise InvalidBundle(faults)


def _faults(spec: FileSpec, column: Column, values: Sequence[Value]) -> Iterator[BundleFault]:
    """One pass says whether a column is clean; only when it is not, each cell is looked at."""
    if column.cell not in _NUMBERS | _TEXTS | _LISTS or not _is_unkeepable(column, set(values)):
        return
    for line, value in enumerate(values, start=2):
        if _is_unkeepable(column, (value,)):
            yield BundleFault(
                file=f"{spec.name}.csv",
                line=line,
                column=column.name,
                code="out_of_range" if column.cell in _NUMBERS else "unreadable",
                found=repr(value)[:80],
                expected=f"at most {HIGHEST_INTEGER}" if column.cell in _NUMBERS else "text without NUL or half pairs",
            )


def _is_unkeepable(column: Column, values: Iterable[Value]) -> bool:
    if column.cell in _NUMBERS:
        return any(value is not None and abs(value) > HIGHEST_INTEGER for value in values)
    if column.cell in _LISTS:
        return any(cannot_be_kept(member) for members in values for member in members)
    return column.cell in _TEXTS and any(value is not None and cannot_be_kept(value) for value in values)


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
