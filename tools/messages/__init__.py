"""Collects every Dutch message of the product, and brings the files of translations in step with them."""
