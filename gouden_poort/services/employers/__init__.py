"""Companies that keep up what they have here by a link, without an account."""
