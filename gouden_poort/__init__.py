"""Gouden Poort: one front door to technical work, from first question to year ten."""

__version__ = "0.1.0"
