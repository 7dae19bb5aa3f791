"""One case: a verdict with its trace, reasons in words, what is missing, what would change it, what a scheme pays.

`evaluating` answers a test and `judging` a whole rule. From a verdict `reasons` makes texts (with `needs`,
`placeholders` and `wordings`) and `missing` makes questions. `changing` looks for what would open a door (with
`candidates`), `amounts` says what one scheme pays and `stacking` which of them go together.
"""
