"""How long the sentences of a page are, measured on its HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser


class _Texts(HTMLParser):
    """The texts of a page between main and its end, each block apart."""

    BLOCKS = ("p", "li", "h1", "h2", "h3", "button", "label", "span", "summary", "dd", "dt")
    HIDDEN = ("title", "option")

    def __init__(self) -> None:
        super().__init__()
        self.inside, self.hidden, self.found = False, False, [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.inside = self.inside or tag == "main"
        self.hidden = tag in self.HIDDEN
        if tag in self.BLOCKS:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "main"
        self.hidden = False
        if tag in self.BLOCKS:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self.inside and not self.hidden:
            self.found[-1] += data


def mean_words(page: str) -> float:
    """Words in a sentence of the main part of a page, on average."""
    reader = _Texts()
    reader.feed(page)
    sentences = [part for text in reader.found for part in re.split(r"(?<=[.?:])\s", " ".join(text.split())) if part]
    assert sentences
    return sum(len(sentence.split()) for sentence in sentences) / len(sentences)
