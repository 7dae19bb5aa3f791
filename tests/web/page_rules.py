"""What every page must keep, checked on its HTML: well formed, labelled, no script, nothing from other hosts."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "hr", "img"}
DRAWN = {"path", "rect", "circle", "ellipse"}  # closed in themselves inside svg
MOST_BYTES = 60_000


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.headings: list[str] = []
        self.fields: list[str | None] = []
        self.labelled: set[str] = set()
        self.pointed: set[str] = set()
        self.count: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.count[tag] += 1
        self._check_attributes(tag, values)
        if len(values) != len(attrs):
            self.faults.append(f"{tag} has an attribute twice: {attrs}")
        if identity := values.get("id"):
            self.ids.append(identity)
        if tag == "label" and values.get("for"):
            self.labelled.add(str(values["for"]))
        if tag in ("input", "select", "textarea") and values.get("type") != "hidden" and "label" not in self.open:
            self.fields.append(values.get("id"))
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        for name in ("aria-describedby", "aria-labelledby"):
            self.pointed |= set((values.get(name) or "").split())
        if (values.get("href") or "").startswith("#"):
            self.pointed.add(str(values["href"])[1:])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in DRAWN | VOID:
            self.faults.append(f"<{tag}/> does not close itself in HTML")
        self._check_attributes(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def _check_attributes(self, tag: str, values: dict[str, str | None]) -> None:
        if tag in ("script", "style", "iframe"):
            self.faults.append(f"a {tag} element")
        for name, value in values.items():
            if name == "style" or name.startswith("on"):
                self.faults.append(f"{tag} has {name}=")
            if name in ("src", "action") and not (value or "").startswith("/"):
                self.faults.append(f"{tag} {name} goes elsewhere: {value}")
        if tag == "link" and not (values.get("href") or "").startswith("/static/"):
            self.faults.append(f"a look from elsewhere: {values}")


def faults_in_page(page: str) -> list[str]:
    """Everything that is wrong with a page, in words; empty when it is fine."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    faults = [*reader.faults]
    faults += [f"<{tag}> stays open" for tag in reader.open]
    faults += [f"id {name!r} occurs {many} times" for name, many in Counter(reader.ids).items() if many > 1]
    faults += [f"nothing has the id {name!r}" for name in sorted(reader.pointed - set(reader.ids))]
    faults += [f"field {name!r} has no label" for name in reader.fields if name not in reader.labelled]
    if reader.headings[:1] != ["h1"] and "error-summary" not in page:
        faults.append(f"begins with {reader.headings[:1]}")
    if reader.count["h1"] != 1:
        faults.append(f"{reader.count['h1']} first headings")
    if reader.count["main"] != 1:
        faults.append("not exactly one main")
    if not page.startswith("<!DOCTYPE html>\n<html lang="):
        faults.append("does not begin as an HTML page in a language")
    return faults
