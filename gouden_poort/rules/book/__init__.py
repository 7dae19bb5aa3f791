"""The rulebook: rules as dated data, each with its source."""
