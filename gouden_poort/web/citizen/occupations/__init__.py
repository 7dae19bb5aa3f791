"""Looking for work, and everything about one occupation, with answers or without."""
