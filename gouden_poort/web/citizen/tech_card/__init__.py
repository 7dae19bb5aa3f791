"""The Techniekkaart: pictures for a child to pick from, and the card that comes of it. No database knows of it."""
