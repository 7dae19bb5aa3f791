"""The audit trail, and the seal of its last entry. The database refuses to change or remove an entry.

No foreign keys: what someone did stays when their account or the dossier goes, under names that lead nowhere then.
"""

from __future__ import annotations

from functools import partial

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal
from gouden_poort.storage.types import Moment

_of_deed = partial(personal, ground=Ground.LEGAL_DUTY, kept=Kept.TRAIL, seen_by=SeenBy.HOUSE)

TRAIL = Table(
    "trail",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _of_deed("moment", Moment, nullable=False, purpose="to show when someone looked or changed something"),
    _of_deed("account_id", Uuid, purpose="to show who it was; empty: the machine"),
    _of_deed("role", Text, nullable=False, purpose="to show as what they did it"),
    _of_deed("organisation_id", Uuid, purpose="to show for which organisation"),
    _of_deed("deed", Text, nullable=False, purpose="to show what was done"),
    _of_deed("subject", Uuid, purpose="to show a citizen who looked; the pseudonym of a dossier"),
    _of_deed("why", Text, nullable=False, purpose="to show for what it was done"),
    Column("hash", Text, nullable=False),
    Index("ix_trail_subject", "subject", "seq"),
    Index("ix_trail_organisation", "organisation_id", "moment"),
    info=not_personal("seq", "hash"),
)

TRAIL_SEAL = Table(
    "trail_seal",
    METADATA,
    Column("id", Integer, CheckConstraint("id = 1", name="one"), primary_key=True, autoincrement=False),
    Column("seq", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    info=not_personal("seq", "hash"),
)
"""One row: how many entries there are and the hash of the last, so that a missing end is seen too."""
