"""A page that is broken on purpose is seen by each measure, and a sound one by none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.acceptance import measuring
from tests.acceptance.measuring import PHONE

pytestmark = pytest.mark.browser
Measure = Callable[[Page], list[str]]


def by_name(name: str) -> Measure:
    return lambda page: measuring.wrong(page, name)


SOUND = {
    "axe": '<h1>Routes</h1><label for="a">Plaats</label><input id="a">',
    "wide": "<p>Gewone tekst die op elk scherm past.</p>",
    "small": '<a href="/x" style="display:block;padding:14px">Verder</a><p>Lees <a href="/x">dit</a> eerst.</p>',
    "touching": '<button style="height:48px">Ja</button><button style="height:48px;margin:8px">Nee</button>',
    "cut": '<p style="border:1px solid">Past</p>',
    "colliding": "<p>Een</p><p>Twee</p>",
    "large": '<p style="font-size:1rem;overflow-wrap:anywhere">Arbeidsmarktregio</p>',
    "spaced": "<p>Past ook met ruimte</p>",
    "mirrored": '<label class="choice" style="display:flex;width:12rem"><input type="radio"><span>كلمة</span></label>'
    '<p>كلمة <bdi dir="ltr">€ 1.850</bdi></p>',
    "pictures": '<figure class="picture"><svg role="img" width="90" viewBox="0 0 90 20"><title>T</title><desc>D</desc>'
    '<text y="14" font-size="14">Jaar</text></svg></figure><details><table><tr><td>1</td></tr></table></details>',
}
BROKEN = {
    "axe": '<h1>Routes</h1><input id="a">',
    "wide": '<p style="inline-size:1300px">Te breed</p>',
    "small": '<a href="/x" style="display:block">Verder</a>',
    "touching": '<button style="height:48px">Ja</button><button style="height:48px;margin-left:-20px">Nee</button>',
    "cut": '<p style="overflow:hidden;height:20px;width:60px">Deze tekst is veel te lang voor zijn vak</p>',
    "colliding": '<p>Een</p><p style="margin-top:-30px">Twee</p>',
    "large": '<p style="font-size:1rem;inline-size:20rem;white-space:nowrap">Een route die niet meer past</p>',
    "spaced": '<p style="white-space:nowrap;font-size:16px">Deze zin past nog net op het scherm van een telefoon</p>',
    "mirrored": '<label class="choice" style="display:flex;direction:ltr;width:12rem">'
    '<input type="radio"><span>كلمة</span></label>',
    "pictures": '<figure class="picture"><svg role="img" width="90" viewBox="0 0 900 200"><title>T</title>'
    '<text y="14" font-size="14">Jaar</text></svg></figure>',
}
MEASURES: dict[str, Measure] = {
    "axe": measuring.accessibility,
    "wide": measuring.too_wide,
    "large": measuring.large,
    "spaced": measuring.spaced,
    "pictures": measuring.unclear_pictures,
    **{name: by_name(name) for name in ("small", "touching", "cut", "colliding", "mirrored")},
}


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def show(page: Page, body: str, measure: str) -> None:
    language = 'lang="ar" dir="rtl"' if measure == "mirrored" else 'lang="nl"'
    page.set_content(
        f"<!DOCTYPE html><html {language}><head><title>Pagina</title>"
        '<meta name="viewport" content="width=device-width"></head>'
        f"<body><main>{body}</main></body></html>"
    )
    measuring.ready(page)


@pytest.mark.parametrize("measure", MEASURES)
def test_a_broken_page_is_seen(window: Page, measure: str) -> None:
    show(window, BROKEN[measure], measure)
    assert MEASURES[measure](window)


@pytest.mark.parametrize("measure", MEASURES)
def test_a_sound_page_is_left_alone(window: Page, measure: str) -> None:
    show(window, SOUND[measure], measure)
    assert MEASURES[measure](window) == []


SUMMARY = '<div data-test="error-summary" tabindex="-1" autofocus><a href="#a">Vul in</a></div>'
LINE = '<p class="error" id="a-fout">Vul in</p>'


@pytest.mark.parametrize(
    "body",
    [
        f'<h1>Kop</h1>{LINE}<input id="a" aria-describedby="a-fout">',
        f'{SUMMARY}<h1>Kop</h1><input id="a">',
        f'{SUMMARY}<h1>Kop</h1>{LINE}<input id="a">',
        f'{SUMMARY}<h1>Kop</h1>{LINE}<input id="b" aria-describedby="a-fout">',
        f'<h1>Kop</h1>{SUMMARY}{LINE}<input id="a" aria-describedby="a-fout">',
    ],
    ids=["no summary", "no line", "line alone", "link to nothing", "summary last"],
)
def test_a_fault_that_is_told_badly_is_seen(window: Page, body: str) -> None:
    show(window, body, "faults")
    window.evaluate("document.title = 'Fout: pagina'; document.querySelector('[autofocus]')?.focus()")
    assert measuring.wrong(window, "faults")


def test_a_fault_that_is_told_well_is_left_alone(window: Page) -> None:
    show(window, f'{SUMMARY}<h1>Kop</h1>{LINE}<input id="a" aria-describedby="a-fout">', "faults")
    window.evaluate("document.title = 'Fout: pagina'; document.querySelector('[autofocus]').focus()")
    assert measuring.wrong(window, "faults") == []


def test_a_picture_from_another_host_is_seen(window: Page) -> None:
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    show(window, '<img src="http://127.0.0.1:9/x.png" alt="">', "axe")
    assert asked == ["http://127.0.0.1:9/x.png"]
