"""Faults, said in sentences: what was given, what belongs there, what may have been meant."""

from __future__ import annotations

from typing import Any

from gouden_poort.errors import BundleFault, FieldError, RuleFault

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


def described(fault: FieldError) -> dict[str, Any]:
    """The whole fault as JSON, for programs."""
    return {
        "path": fault.path,
        "code": fault.code,
        "given": shown(fault.given),
        "expected": fault.expected,
        "near": list(fault.near),
        "detail": sentence(fault),
    }


def bundle_sentence(fault: BundleFault) -> str:
    """A fault in a catalogue for a person to read, beginning with where to look.

    >>> bundle_sentence(BundleFault(file="skills.csv", line=2, column="label", code="missing_value",
    ...                             found="", expected="a text"))
    "skills.csv:2:label: found '', expected a text."
    """
    place = ":".join(part for part in (fault.file, str(fault.line or ""), fault.column) if part)
    found = "missing" if fault.code == "missing_file" and not fault.found else f"found {shown(fault.found)!r}"
    return (
        f"{place}: {found}, expected {shown(fault.expected)}."
        if place
        else f"{found}, expected {shown(fault.expected)}."
    )


def rule_sentence(fault: RuleFault) -> str:
    """A fault in a rule file for a person to read, beginning with where to look.

    >>> rule_sentence(RuleFault(file="age.yaml", line=4, column=9, found="person.agee", expected="a fact",
    ...                         guess="person.age"))
    'age.yaml:4:9: found person.agee; expected a fact; did you mean person.age?'
    """
    said = f"{fault.file}:{fault.line}:{fault.column}: found {fault.found}; expected {fault.expected}"
    line = f"{said}; did you mean {fault.guess}?" if fault.guess else said
    return "".join(character if character.isprintable() else "?" for character in line)
