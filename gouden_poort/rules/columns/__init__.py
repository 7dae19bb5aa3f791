"""Many cases at once: one person against every row of a catalogue, as bitmaps that carry `surely` and `possibly`."""
