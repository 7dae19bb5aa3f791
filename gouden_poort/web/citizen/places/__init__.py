"""Places to learn and work near someone, or near a place they name, on a map and as a list."""
