"""A style sheet is sent without what a browser does not need, and says the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from gouden_poort.web.registration import SHEETS, STATIC, slim_sheet

pytestmark = pytest.mark.browser
READ = """sheet => {
    const read = new CSSStyleSheet();
    read.replaceSync(sheet);
    return [...read.cssRules].map(rule => rule.cssText);
}"""


@pytest.mark.parametrize("name", SHEETS)
def test_a_browser_reads_the_same_rules(browser: Browser, name: str) -> None:
    page = browser.new_page()
    whole, slim = (page.evaluate(READ, sheet) for sheet in ((STATIC / name).read_text(), slim_sheet(name)))
    page.close()
    assert len(whole) > 10
    assert slim == whole
