"""People: what they can, what they hold, where they live and what they may.

This is the ground floor. It knows no catalogue, no rules and no web; it uses only the standard library.
"""
