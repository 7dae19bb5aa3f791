"""People who work with the service and people they work for: accounts, rights, dossiers, and what was agreed."""
