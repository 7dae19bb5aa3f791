"""Where lines, dots and words of a picture stand, as values; templates write them down as SVG."""
