"""Bringing in many citizens from one file: a look that keeps nobody, a yes, and batches that never make a double."""
