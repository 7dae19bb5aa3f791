"""What is allowed: rules with dates, reasons and sources, entry conditions and schemes, judged for a person on a day.

Knows profiles and the catalogue; knows no routes, no web and no database. What a rule may say is `language`, what it is
once read `book`; `loading` reads a folder of YAML into a book, or tells everything that is wrong with it. `case` judges
one rule for one case, with reasons; `columns` judges a whole catalogue for one person. Both read what `facts` makes of
profiles and catalogues. The book of this package stands in `builtin`, on the words and entry conditions of `format`.

`judge` lays a book over a catalogue. `opening` and `paying` tell the planner which doors are open and what schemes pay,
in each of the `stretches` of time in which nothing turns. `doors`, `entry` and `schemes` are what the catalogue format
says of that by itself.
"""
