"""The ten years after a choice: plan, journal, check-ins, guarantee, drift and outcomes; no storage."""
