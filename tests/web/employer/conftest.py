"""A company before a house on a real database."""

from tests.web.real_house import app, clock, database, house, people

__all__ = ["app", "clock", "database", "house", "people"]
