"""What the rules say in Dutch: pages show it as it stands in their files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from gouden_poort import rules
from tools.readability.sentences import Text, text

_FILES = Path(rules.__file__).parent / "builtin"


def rule_texts() -> Iterator[Text]:
    """Every Dutch text of the built-in rules, once for each file."""
    for path in sorted(_FILES.glob("*.yaml")):
        found = dict.fromkeys(words for document in YAML(typ="safe").load_all(path) for words in _dutch(document))
        yield from (text(words, f"gouden_poort/rules/builtin/{path.name}") for words in found)


def _dutch(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "nl" and isinstance(value, str):
                yield value
            else:
                yield from _dutch(value)
    elif isinstance(node, list):
        for each in node:
            yield from _dutch(each)
