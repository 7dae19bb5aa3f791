"""Hiding small groups, and whatever else would let somebody work them out again.

A number below the threshold is hidden. The total of a row minus what is shown gives what is hidden together: when that
is one number, or still a small group, the smallest shown one is hidden too (complementary suppression), row by row and
column by column until nothing changes.
"""

from __future__ import annotations

from collections.abc import Sequence

FEWEST = 10

Row = Sequence[int | None]


def hidden_in_row(counts: Sequence[int], *, fewest: int = FEWEST) -> list[int | None]:
    """One row with a shown total; None in the place of what is hidden. A zero tells nothing about anyone, and stays.

    >>> hidden_in_row([40, 4, 25, 12])
    [40, None, 25, None]
    >>> hidden_in_row([40, 4, 3, 25])
    [40, None, None, None]
    >>> hidden_in_row([40, 0, 25])
    [40, 0, 25]
    """
    return hidden([counts], fewest=fewest)[0]


def hidden(table: Sequence[Sequence[int]], *, fewest: int = FEWEST) -> list[list[int | None]]:
    """A table whose rows and columns both have a shown total."""
    secret = [[0 < count < fewest for count in row] for row in table]
    changed = True
    while changed:
        changed = any([_cover_rows(table, secret, fewest), _cover_columns(table, secret, fewest)])
    return [
        [None if is_secret else count for count, is_secret in zip(row, secrets, strict=True)]
        for row, secrets in zip(table, secret, strict=True)
    ]


def _cover_rows(table: Sequence[Sequence[int]], secret: list[list[bool]], fewest: int) -> bool:
    changed = False
    for row, secrets in zip(table, secret, strict=True):
        place = _also(row, secrets, fewest)
        if place is not None:
            secrets[place] = changed = True
    return changed


def _cover_columns(table: Sequence[Sequence[int]], secret: list[list[bool]], fewest: int) -> bool:
    changed = False
    if len(table) < 2:
        return changed
    for column in range(len(table[0])):
        place = _also([row[column] for row in table], [secrets[column] for secrets in secret], fewest)
        if place is not None:
            secret[place][column] = changed = True
    return changed


def _also(counts: Sequence[int], secrets: Sequence[bool], fewest: int) -> int | None:
    """The place that must be hidden beside the hidden ones; None when nothing gives them away."""
    small = [count for count, is_secret in zip(counts, secrets, strict=True) if is_secret]
    if not small or (len(small) > 1 and sum(small) >= fewest):
        return None
    shown = [place for place, is_secret in enumerate(secrets) if not is_secret and counts[place] > 0]
    return min(shown, key=lambda place: counts[place], default=None)
