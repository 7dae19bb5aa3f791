"""From the text of a file to nodes, or to what is wrong with it as YAML."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from gouden_poort.rules.loading.composing import HIDDEN, Composer, Refused
from gouden_poort.rules.loading.faults import Faults
from gouden_poort.rules.loading.nodes import Node, shortened

LARGEST = 512_000
"""Bytes in one file."""

MOST_MENDED = 20
"""Times that a file is read again after a sign that lacks quotes."""
_MEANS_SOMETHING = "?:{[&*!|>@`%"
"""Signs that end or change a text without quotes."""
_BRACES_OR_SIGN = re.compile(r"\{[^{}\n]*\}|\[[^\[\]\n]*\]|.")
_FIRST_KEY = re.compile(r" +(- )?[a-z_]+")
_LETTERS = str.maketrans(dict.fromkeys(_MEANS_SOMETHING + "}]", "_"))


def read_nodes(text: str, faults: Faults) -> Node | None:
    """The one document of a file; None when it is empty or was refused, and then the faults say why.

    A sign that only lacks quotes around its text is told, taken for a letter, and the file read on.
    """
    text = text.removeprefix("\ufeff")
    if not _fit_to_read(text, faults):
        return None
    for _ in range(MOST_MENDED):
        composer = Composer()
        try:
            node = composer.document(YAML(typ="base").parse(text))
        except Refused:
            node = None
        except YAMLError as error:
            mended = _tell(error, text, composer.spanning, faults)
            if mended is not None:
                text = mended
                continue
            node = None
        composer.tell(faults)
        return node
    return None


def _fit_to_read(text: str, faults: Faults) -> bool:
    if len(text.encode(errors="replace")) > LARGEST:
        faults.on(1, 1, f"a file of {len(text)} signs", f"at most {LARGEST // 1000} kB in one file")
        return False
    if hidden := HIDDEN.search(text):
        before = text[: hidden.start()]
        column = hidden.start() - (before.rfind("\n") + 1) + 1
        faults.on(before.count("\n") + 1, column, f"the sign U+{ord(hidden.group()):04X}", "signs that can be seen")
        return False
    return True


def _tell(error: YAMLError, text: str, spanning: Any, faults: Faults) -> str | None:
    """Tells what the parser cannot read; gives the text mended, if quotes are all that it lacks."""
    mark, unended = _where(error, spanning)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    lines = text.splitlines(keepends=True)
    there = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    said = " ".join(part for name in ("problem", "context") if (part := getattr(error, name, None)))
    sign, guess, mended = there[:1], "", None
    if unended:
        guess = "what ends it: a quote or bracket"
    elif sign == "\t" or "found a tab" in said:
        guess = "spaces instead of a tab"
    elif _begins_a_line(lines[line - 1] if line <= len(lines) else "", column):
        guess = "as many spaces in front as its neighbours have"
    elif sign and sign in _MEANS_SOMETHING and column > 1:
        guess = f"quotes around the whole text: {sign} means something in YAML"
        lines[line - 1] = lines[line - 1][: column - 1] + _BRACES_OR_SIGN.sub(_as_letters, there, count=1)
        mended = "".join(lines)
    faults.on(line, column, shortened(there) or "the end", f"YAML ({said})", guess)
    return mended


def _begins_a_line(line: str, column: int) -> bool:
    """Whether the parser stopped at the first word of a line, or at the colon after a single first word."""
    before, after = line[: column - 1], line[column - 1 :].strip()
    if not before.strip():
        return bool(after) and after[0] not in _MEANS_SOMETHING
    return after[:1] == ":" and _FIRST_KEY.fullmatch(before) is not None


def _where(error: YAMLError, spanning: Any) -> tuple[Any, bool]:
    """What does not end, rather than where that was noticed; and whether it is such a thing."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if spanning is not None and mark is not None and mark.line == spanning.end_mark.line:
        # A quote that was forgotten ends at the next one, lines further, and there nothing fits any more.
        return spanning.start_mark, True
    within = getattr(error, "context", None) or ""
    if context is not None and ("quoted" in within or "flow" in within) and (mark is None or context.line < mark.line):
        return context, True
    return mark, False


def _as_letters(match: re.Match[str]) -> str:
    return match.group().translate(_LETTERS)
