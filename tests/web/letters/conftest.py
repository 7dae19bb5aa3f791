"""A house on a real database, for letters that begin at a form."""

from tests.web.real_house import NOW, app, clock, database, desk, house

__all__ = ["NOW", "app", "clock", "database", "desk", "house"]
