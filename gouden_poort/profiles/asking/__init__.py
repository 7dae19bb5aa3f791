"""The questions of the assessment as data, a module for each block of them.

What someone did comes before diplomas. Words are Dutch at level B1, because the person who answers reads them.
A question says in `sets` what its answer decides; a test fails for one that decides nothing.
"""
