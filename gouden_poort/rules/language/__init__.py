"""What a rule may say: facts, parameters and one-line tests, read from text into a typed tree.

`words` are the facts and parameters, `tree` is what a test becomes. `reading` reads: `spelling` looks at the signs,
`parsing` has Python make a syntax tree of them, `values` and `memberships` turn its nodes into ours, `comparing` keeps
kinds and units apart (by `sorts` and `ranges`), and everything that is wrong comes back as `faults`. Nothing from a
text is ever compiled.

For whoever has a tree: `walking` tells what it reads, `reckoning` and `kleene` what its signs mean. `bounds` tells
which tests can have one answer only, by `trying` them in made-up `worlds`.

Knows nothing of files, rules or people; docs/rules.md tells the language to whoever writes rules.
"""
