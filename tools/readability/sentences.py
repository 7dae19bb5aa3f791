"""The Dutch sentences of the product, as a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.messages.collecting import Messages

_VALUE = re.compile(r"%\(\w+\)s|\{[\w.]+\}")
_SAMPLE = "Zwolle"
"""Stands where a page fills something in: one name, as most of them are."""
_END = re.compile(r"(?<=[.?:!])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One Dutch text with the first file that says it."""

    words: str
    place: str

    def sentences(self) -> Iterator[str]:
        """What ends as a sentence does; a label or the words of a button are none."""
        return (part for part in _END.split(self.words) if part and part[-1] in ".?!")


def text(words: str, place: str) -> Text:
    """One text as it stands in a file, with a name where a page fills something in."""
    return Text(words=_VALUE.sub(_SAMPLE, words).replace("%%", "%"), place=place)


def texts_of(messages: Messages) -> Iterator[Text]:
    """Every text, with both forms of what counts something."""
    for message, files in messages.items():
        for form in (message,) if isinstance(message, str) else message:
            yield text(form, files[0])


def length(sentence: str) -> int:
    """How many words it has; a dash or a sum sign by itself is none."""
    return sum(any(sign.isalnum() for sign in word) for word in sentence.split())
