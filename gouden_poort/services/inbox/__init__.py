"""What people ask and object to, in one list for the coaches who answer it.

Nobody asks it of an organisation. So every coach sees that something waits, and no more; who takes it up reads it, with
the colleagues of the own organisation.
"""
