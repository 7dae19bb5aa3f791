"""Asking a coach: what is shared, how to be reached, the receipt, and taking it back."""
