"""What is allowed: entry conditions and schemes, judged for one person on one date.

Knows profiles and the catalogue; knows no routes, no web and no database.
"""
