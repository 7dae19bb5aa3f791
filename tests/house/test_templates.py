"""Every template compiles and is used: rendered by a view, extended, or imported by one that is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import Environment, meta

from gouden_poort.settings import templates_dir
from gouden_poort.web.filters import add_filters
from gouden_poort.web.language.templates import add_language

FOLDER = templates_dir()


def environment() -> Environment:
    """Jinja as the app has it: with our filters and messages, and with html escaped."""
    app = Flask(__name__, template_folder=str(FOLDER))
    add_filters(app)
    add_language(app)
    return app.jinja_env


ENVIRONMENT = environment()
NAMES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.html"))
PACKAGE = Path(__file__).parents[2] / "gouden_poort"


def rendered(folder: Path) -> set[str]:
    """The templates that code renders by name."""
    return {
        argument.value
        for path in folder.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "render_template"
        for argument in call.args[:1]
        if isinstance(argument, ast.Constant)
    }


def referred(name: str) -> set[str | None]:
    """The templates that one extends, includes or imports."""
    source = (FOLDER / name).read_text()
    return set(meta.find_referenced_templates(ENVIRONMENT.parse(source)))


def reached(start: set[str]) -> set[str]:
    found: set[str] = set()
    to_do = set(start)
    while to_do:
        name = to_do.pop()
        found.add(name)
        to_do |= {other for other in referred(name) if other} - found
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_template_compiles(name: str) -> None:
    ENVIRONMENT.get_template(name)


def test_every_template_is_used() -> None:
    assert set(NAMES) - reached(rendered(PACKAGE)) == set()


def test_every_template_that_is_asked_for_exists() -> None:
    assert reached(rendered(PACKAGE)) - set(NAMES) == set()


def test_the_page_of_parts_shows_something_of_every_part() -> None:
    # Who offers an installation stands at the foot of that page too, once the settings say who that is.
    parts = {name for name in NAMES if name.startswith("parts/")} - {"parts/organisation.html"}
    assert parts - referred("parts_gallery.html") == set()


def test_names_of_templates_are_written_out() -> None:
    """A computed name would hide from these tests which template is used."""
    assert not any(None in referred(name) for name in NAMES)
    assert rendered(PACKAGE)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "letters/mail.html"])  # no sheet reaches a mail
def test_no_template_holds_script_or_style_of_its_own(name: str) -> None:
    source = (FOLDER / name).read_text()
    assert "<script" not in source
    assert "style=" not in source
    assert "<style" not in source
    assert not re.search(r"[^'\"\s]\s*\|\s*safe", source), "only text that is written out here is safe as it stands"
