"""How easily the Dutch texts of the pages read: what may never stand in one, and which ones to look at again."""
