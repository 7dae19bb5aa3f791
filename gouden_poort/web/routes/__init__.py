"""How a route, or work without one, looks to anybody who reads it: cards, sheets, reasons, notes and years.

Nothing here knows who is visiting, so that whoever helps someone sees the same as they do.
"""
