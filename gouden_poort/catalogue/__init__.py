"""What the country offers: occupations, skills, offerings, companies, schemes and places.

A catalogue travels as a bundle (a folder of CSV files), is kept in versions, and is read by rules and
planner as a snapshot (columns). Knows profiles; knows no rules, no routes and no database.
"""
