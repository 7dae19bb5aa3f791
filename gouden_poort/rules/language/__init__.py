"""What a rule may say: facts, parameters and one-line tests, read from text into a typed tree.

Knows nothing of files, rules or people; docs/rules.md tells the language to whoever writes rules.
"""
