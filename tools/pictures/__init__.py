"""Makes the pictures of docs/pictures small enough to keep."""
