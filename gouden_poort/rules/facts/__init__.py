"""Where facts come from, by the names of `format/words.yaml`: what is not known there stays not known.

`person` reads a profile and what someone holds, with `schooling` for what diplomas open by law. `catalogue` makes
tables of offerings, positions and occupations, with `asked` and `conditions` for what a catalogue asks in words;
`shaping` has the work on columns that those share.
"""
