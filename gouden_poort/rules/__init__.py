"""What is allowed: rules with dates, reasons and sources, entry conditions and schemes, judged for a person on a day.

Knows profiles and the catalogue; knows no routes, no web and no database.
"""
