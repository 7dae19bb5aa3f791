"""Where messages stand: in templates, in the code of pages, and in the data that pages show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel.messages.extract import extract
from jinja2.ext import babel_extract

from gouden_poort.settings import templates_dir
from tools.messages.data_texts import data_texts

ROOT = Path(__file__).parents[2]
KEYWORDS: dict[str, Any] = {"_": None, "later": None, "ngettext": (1, 2)}
"""The functions that say a message, and which of their arguments are one."""
_OPTIONS = {"silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}
"""A template is read as the app reads it, and one that cannot be read is not passed over."""
MessageId = str | tuple[str, str]
"""A text, or its two Dutch forms where it counts something."""
Messages = dict[MessageId, list[str]]
"""Each message with the files that say it, in the order of files and then of lines."""


def collected() -> Messages:
    """Every message of the product."""
    found: Messages = {}
    for place, message in _everywhere():
        files = found.setdefault(message, [])
        if place not in files:
            files.append(place)
    return found


def _everywhere() -> Iterator[tuple[str, MessageId]]:
    yield from ((place, message) for place, message in data_texts() if message)
    for path in sorted((ROOT / "gouden_poort" / "web").rglob("*.py")):
        yield from _in_file(path, "python")
    for path in sorted(templates_dir().rglob("*.html")):
        yield from _in_file(path, babel_extract)


def _in_file(path: Path, method: Any) -> Iterator[tuple[str, MessageId]]:
    place = path.relative_to(ROOT).as_posix()
    with path.open("rb") as file:
        for _line, message, _comments, _context in extract(method, file, KEYWORDS, options=_OPTIONS):
            yield place, message if isinstance(message, str) else _both(message)


def _both(forms: Iterable[str]) -> tuple[str, str]:
    one, more = forms
    return one, more
