"""Builds the catalogue that travels with the package, from the facts in `tools/facts`.

Each module makes the files of one subject; `__main__` joins them. What the facts do not have (places where a
training is given, course dates, companies, positions) is generated as examples, always the same ones.
"""
