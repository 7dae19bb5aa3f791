"""People of an organisation at the desks of a house on a real database."""

from tests.web.real_house import NOW, app, clock, database, desk, house, people

__all__ = ["NOW", "app", "clock", "database", "desk", "house", "people"]
