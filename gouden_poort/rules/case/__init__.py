"""One case: a verdict with its trace, reasons in words, what is missing, what would change it, what a scheme pays."""
