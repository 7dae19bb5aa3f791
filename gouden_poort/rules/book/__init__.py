"""The rulebook: rules as dated data, each with its source. Values only: `loading` makes them, nothing changes them."""
