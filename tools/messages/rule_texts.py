"""The Dutch texts of the built-in rules, and what is said around them: `rule_words` of the pages says them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from gouden_poort.rules.case import wordings
from gouden_poort.rules.language.words import Wording
from gouden_poort.web.words.rule_words import as_counted, as_message, has_words

ROOT = Path(__file__).parents[2]
FOLDER = "gouden_poort/rules"
_WORDINGS = "gouden_poort/rules/case/wordings.py"


def rule_texts() -> Iterator[tuple[str, str | tuple[str, str]]]:
    """Each message with the file in which it stands."""
    yield from ((_WORDINGS, forms) for forms in _counted() if has_words(forms[0]))
    yield from ((_WORDINGS, as_message(text)[0]) for text in _around())
    for path in sorted((*(ROOT / FOLDER / "format").glob("*.yaml"), *(ROOT / FOLDER / "builtin").glob("*.yaml"))):
        place = path.relative_to(ROOT).as_posix()
        yield from ((place, as_message(text)[0]) for text in _dutch(YAML(typ="safe").load(path)))


def _dutch(node: Any) -> Iterator[str]:
    """The Dutch of everything that is said in Dutch and in English."""
    if isinstance(node, dict):
        if isinstance(node.get("nl"), str) and isinstance(node.get("en"), str):
            yield node["nl"]
        yield from (text for each in node.values() for text in _dutch(each))
    elif isinstance(node, list):
        yield from (text for each in node for text in _dutch(each))


def _around() -> Iterator[str]:
    """The sentences and small words around the texts of rules."""
    for value in vars(wordings).values():
        among = value.values() if isinstance(value, dict) else (value,)
        yield from (each.nl for each in among if isinstance(each, Wording) and has_words(as_message(each.nl)[0]))


def _counted() -> Iterator[tuple[str, str]]:
    return (as_counted(one, more) for one, more in wordings.UNITS.values())
