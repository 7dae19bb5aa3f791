"""One function for each thing a person wants done. Pages, API and command line all call these.

Storage is reached through the protocols in `ports`; nothing here imports a web framework or a database.
"""
