"""What a rule may say: facts, parameters and one-line tests, read from text into a typed tree.

`reading` reads: `spelling` looks at the characters, `parsing` has Python make a syntax tree of them, `values` and
`memberships` turn its nodes into ours (`tree`), `comparing` keeps kinds and units apart, and everything that is wrong
comes back as `faults`. `bounds` tells which tests can have one answer only. Nothing from a text is ever compiled.

Knows nothing of files, rules or people; docs/rules.md tells the language to whoever writes rules.
"""
