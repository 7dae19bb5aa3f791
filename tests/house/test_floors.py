"""The floors of the house: an import points down, or sideways within its own package, and never up."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "gouden_poort"

FLOORS = (
    {"errors"},
    {"profiles"},
    {"catalogue"},
    {"rules"},
    {"routing"},
    {"development"},
    {"services"},
    {"storage", "settings", "mail_settings", "smtp"},
    {"wiring"},
    {"http"},
    {"web", "api"},
    {"app"},
    {"commands", "route_files", "sending_meanwhile"},
    {"cli"},
)
FLOOR_OF = {name: height for height, names in enumerate(FLOORS) for name in names}
PURE = FLOOR_OF["services"]
FRAMEWORKS = {"flask", "sqlalchemy", "marshmallow", "alembic", "flask_login", "flask_smorest", "flask_wtf", "werkzeug"}
NEVER = {("web", "storage"), ("api", "storage"), ("web", "api"), ("api", "web")}


def imports_of(source: str) -> Iterator[str]:
    """Every module a piece of code imports, wherever in the code the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide which floor they reach"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def breaches(name: str, source: str) -> list[str]:
    """What a module of the package imports that it may not; `name` is its part, such as `routing`."""
    found = []
    for module in imports_of(source):
        top, _, rest = module.partition(".")
        part = rest.split(".")[0]
        if top == "gouden_poort" and part in FLOOR_OF and part != name:
            if FLOOR_OF[part] > FLOOR_OF[name] or (name, part) in NEVER:
                found.append(f"{name} imports {module}")
        elif top in FRAMEWORKS and FLOOR_OF[name] <= PURE:
            found.append(f"{name} imports {module}, a framework")
    return found


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    name = part_of(path)
    assert name in FLOOR_OF, f"{name} has no floor: give it one here and in the README"
    assert breaches(name, path.read_text()) == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("routing", "from gouden_poort.services import ports"),
        ("profiles", "import gouden_poort.catalogue.snapshot"),
        ("services", "import flask"),
        ("catalogue", "def f():\n    from sqlalchemy.orm import Session"),
        ("web", "from gouden_poort.storage.engine import make_engine"),
        ("api", "from gouden_poort import web"),
    ],
)
def test_an_import_that_points_up_is_seen(name: str, source: str) -> None:
    assert breaches(name, source)


def test_an_import_that_points_down_is_fine() -> None:
    assert breaches("web", "import flask\nfrom gouden_poort.services.ports import UnitOfWork") == []
