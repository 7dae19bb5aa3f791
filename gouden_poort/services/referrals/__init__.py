"""Referring someone to an organisation, answering that, and seeing what became of it; rights decide each time."""
