"""Who may sign in: inviting, choosing a password and a second factor, signing in and out, and getting back in.

What stands in a browser, a mail or an app is kept nowhere here: a hash of it at the most.
"""
