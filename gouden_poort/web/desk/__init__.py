"""Screens of staff: Dutch only, tighter than those of citizens, and with no language in the address."""
