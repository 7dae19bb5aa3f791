"""Where facts come from: a profile and what someone holds, and the rows of a catalogue."""
