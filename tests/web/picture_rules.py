"""What every picture of every page must keep: name, description, few bytes, readable text, a table that agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

MOST_BYTES = 15_000
WIDEST = 366
"""Units across: with 14 units to a letter, text is then 11 pixels high on the smallest phone."""
_DAY = re.compile(r"\d{1,2} [a-z]+ \d{4}")
_AMOUNT = re.compile(r"€\s?[\d.]*\d")
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


def faults_in_pictures(page: str) -> list[str]:
    """Everything that is wrong with the pictures of a page, in words; empty when they are fine."""
    return [fault for found in _SVG.finditer(page) for fault in _faults(page, found)]


def pictures_in(page: str) -> list[str]:
    """The drawings that tell something with numbers: those in a figure, and the boxes of skills."""
    return [found[0] for found in _SVG.finditer(page) if _tells(page, found)]


def _faults(page: str, found: re.Match[str]) -> Iterator[str]:
    drawing = found[0]
    opening = drawing.partition(">")[0]
    if 'aria-hidden="true"' in opening:
        if "<text" in drawing:
            yield f"text in a picture that nobody hears: {drawing[:80]}"
        return
    name = _inside("title", drawing) or ("aria-label" in opening and not _tells(page, found))
    if 'role="img"' not in opening or not name:
        yield f"a picture without a name: {drawing[:80]}"
    if not _tells(page, found):
        return
    if not _inside("desc", drawing):
        yield f"a picture without a description: {drawing[:80]}"
    if len(drawing.encode()) >= MOST_BYTES:
        yield f"a picture of {len(drawing.encode())} bytes: {drawing[:80]}"
    width = re.search(r'viewBox="0 0 (\d+)', opening)
    if "lying" not in opening and (width is None or int(width[1]) > WIDEST):
        yield f"text too small on a phone: {opening}"
    table = page[found.end() :].partition("<details")[2].partition("</details>")[0]
    if "<table" not in table:
        yield f"a picture without a table: {drawing[:80]}"
    elif "flag" in drawing:
        if _boxes(drawing) not in _rows(table):
            yield f"the table says something else than {_boxes(drawing)}"
    else:
        yield from (f"{told} is not in the table" for told in _told(drawing) - _told_in_table(table))


def _tells(page: str, found: re.Match[str]) -> bool:
    before = page[: found.start()]
    in_figure = before.rfind('<figure class="picture') > before.rfind("</figure>")
    return in_figure or before.rfind('<ul class="gaps"') > before.rfind("</ul>")


def _inside(tag: str, drawing: str) -> str:
    found = re.search(rf"<{tag}\b[^>]*>(.*?)</{tag}>", drawing, re.DOTALL)
    return found[1].strip() if found else ""


def _boxes(drawing: str) -> tuple[str, str, str]:
    """A skill, how many boxes are full, and at which one the flag stands."""
    boxes = re.findall(r'<rect class="([a-z-]+)"|(<path class="flag")', drawing)
    needed = next(n for n, (_box, flag) in enumerate(boxes) if flag)
    return _inside("title", drawing), str(sum(box == "have" for box, _flag in boxes)), str(needed)


def _rows(table: str) -> list[tuple[str, ...]]:
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
    return [tuple(map(_words, re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL))) for row in rows]


def _words(part: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", part)).strip()


def _told(drawing: str) -> set[str]:
    """The days and numbers that are drawn; the months along an axis belong to no fact."""
    lying = "lying" in drawing.partition(">")[0]
    texts = re.findall(r"<tspan[^>]*>(.*?)</tspan>" if lying else r"<text[^>]*>(.*?)</text>", drawing, re.DOTALL)
    return {told for text in texts for told in _days_and_numbers(_words(text))}


def _told_in_table(table: str) -> set[str]:
    """All days and amounts, the numbers of the first cell of each row, and those with which another cell begins.

    A second cell that is only a number tells it too.
    """
    told: set[str] = set()
    for first, *others in _rows(table):
        numbers = _days_and_numbers(first)
        span = [int(each) for each in numbers if each.isdecimal()]
        told |= {str(each) for each in range(min(span), max(span) + 1)} if len(span) == 2 else set(numbers)
        told |= {cell for cell in others[:1] if cell.isdecimal()}
        for cell in others:
            told |= set(_DAY.findall(cell)) | set(_AMOUNT.findall(cell)) | set(re.findall(r"^\W*(\d+)\. ", cell))
    return told


def _days_and_numbers(words: str) -> list[str]:
    return re.findall(rf"{_DAY.pattern}|{_AMOUNT.pattern}|\d+", words)
