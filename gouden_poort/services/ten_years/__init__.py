"""The ten years of a dossier: choosing a plan, writing down what happened, and reading both back."""
