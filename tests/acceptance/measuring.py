"""Asking a page in a browser what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 844}
WIDTHS = (320, 1280, 768, 390)
"""Screens on which no page may scroll sideways; the phone last, for the other measures look there."""
MEASURES = (Path(__file__).parent / "measure.js").read_text()
_WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
_TWICE = "html { font-size: 225% !important }"  # the sheet itself asks 112.5 %
_SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }"""
"""What WCAG 1.4.12 lets a reader set."""


def ready(page: Page) -> None:
    """Put the measures into a page, and unfold what is folded."""
    page.evaluate(MEASURES)
    page.evaluate("measure.unfold()")


def wrong(page: Page, measure: str) -> list[str]:
    """What one of the measures finds."""
    found = page.evaluate(f"measure.{measure}()")
    assert isinstance(found, list)
    return found


def accessibility(page: Page, *, colours: bool = True) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA. `colours`: contrast too, which takes longer than all else together."""
    page.evaluate(Axe().axe_script)
    options = {**_WCAG, "rules": {"color-contrast": {"enabled": colours}}}
    # Only the violations come back: all that axe found to be well is most of its answer, and slow to hand over.
    found = page.evaluate("options => axe.run(options).then((found) => found.violations)", options)
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


def too_wide(page: Page) -> list[str]:
    """Where the page scrolls sideways, on each width of screen."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        found += [f"{width} px: {each}" for each in wrong(page, "wide")]
    return found


def unclear_pictures(page: Page) -> list[str]:
    """What is wrong with pictures on the smallest phone."""
    if not page.evaluate("measure.hasPictures()"):
        return []
    page.set_viewport_size({"width": WIDTHS[0], "height": 844})
    found = wrong(page, "pictures")
    page.set_viewport_size(PHONE)
    return found


def unreadable_with(page: Page, style: str) -> list[str]:
    """What is cut off, over each other or beside the screen when a reader sets text otherwise."""
    look = page.add_style_tag(content=style)
    found = [f"{measure}: {each}" for measure in ("wide", "cut", "colliding") for each in wrong(page, measure)]
    look.evaluate("e => e.remove()")
    return found


def large(page: Page) -> list[str]:
    """What goes wrong when text is twice as large."""
    return unreadable_with(page, _TWICE)


def spaced(page: Page) -> list[str]:
    """What goes wrong when letters, words and lines stand further apart."""
    return unreadable_with(page, _SPACED)
