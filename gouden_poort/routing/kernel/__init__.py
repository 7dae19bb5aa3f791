"""The inner loops of the planner, over plain arrays: compiled by numba where it is installed, the same without it."""
