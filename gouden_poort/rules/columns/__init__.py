"""Many cases at once: one person against every row of a catalogue, as bitmaps that carry `surely` and `possibly`.

`inward` makes one formula of a rule, `plan` the formulas of a day into functions. A part about the person alone is
`person`, one about the catalogue alone `settled`, one about both `waiting`; `ranked` and `sets` are the columns made
ready for those. `prepared.prepare` and `Prepared.judge` are what others call, and `amounts` for what schemes pay.
"""
