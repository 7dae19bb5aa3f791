"""What a citizen with a coach has: the own plan, and everything that is kept and shared about oneself."""
