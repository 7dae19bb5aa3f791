"""Between a form and what is kept: reading it, saying what is wrong with it, and answering it by a redirect."""
