"""The pages of who finds out for themselves, without an account; templates/citizen/ mirrors them.

A subject of more than one file is a folder, with its addresses in `pages.py`. Pages for others do not import from here:
what both show stands in `words`, `forms`, `pictures` and `routes`.
"""
