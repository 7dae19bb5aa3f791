"""One fault in a document, said in a sentence: what was given, what belongs there, what may have been meant."""

from __future__ import annotations

from collections.abc import Iterable

from gouden_poort.errors import FieldError

LONGEST_SHOWN = 80


def shown(value: object) -> str:
    """A value as it may be repeated in a message: one short line that is always valid text.

    >>> shown("Zwolle" + "e" * 100)[-10:]
    'eeeeeee...'
    """
    if isinstance(value, bool | None):
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    text = "".join(character if character.isprintable() else "?" for character in str(value)[: LONGEST_SHOWN + 1])
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 3] + "..."


def sentence(fault: FieldError) -> str:
    """The whole fault for a person to read.

    >>> sentence(FieldError(path="cefr", code="not_a_choice", given="B3", expected="one of B1, B2", near=("B2",)))
    'cefr: given B3, expected one of B1, B2. Did you mean B2?'
    """
    place = f"{fault.path}: " if fault.path else ""
    if fault.code == "missing":
        said = f"{place}missing, expected {fault.expected}."
    else:
        said = f"{place}given {shown(fault.given)}, expected {fault.expected}."
    return f"{said} Did you mean {' or '.join(fault.near)}?" if fault.near else said


def sentences(faults: Iterable[FieldError]) -> str:
    """One line for each fault."""
    return "\n".join(sentence(fault) for fault in faults)
