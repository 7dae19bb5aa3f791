"""Signing in and out, the one-time link, and one's own account.

What citizens meet here speaks their language; what only staff meet is Dutch, as all their pages.
"""
