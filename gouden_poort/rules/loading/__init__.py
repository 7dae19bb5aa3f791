"""Reading rulebooks: YAML with its places, checked as a whole; what is wrong is refused with every fault at once."""
