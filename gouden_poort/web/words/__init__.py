"""What the catalogue, the rules and someone's answers say, in words: names, facts, sources, changes. Whoever reads it.

Nothing here knows a form, a page or who is visiting.
"""
