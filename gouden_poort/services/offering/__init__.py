"""Offering free seats: each seat to one person at a time, and never two yeses on one."""
