"""Reading rulebooks: YAML with its places, checked as a whole; what is wrong is refused with every fault at once.

`folders` gives texts, `yaml` makes nodes of them, `vocabulary` and `rules` make values of the nodes, `series`,
`meaning` and `trying` ask whether those make sense together, and `loading` does all of it.
"""
