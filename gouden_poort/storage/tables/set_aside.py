"""Rules that a coach set aside for one person, with the reason."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Column, ForeignKey, Index, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal
from gouden_poort.storage.types import Moment

_of_citizen = partial(personal, ground=Ground.PUBLIC_TASK, kept=Kept.DOSSIER, seen_by=SeenBy.COACH)

SET_ASIDE = Table(
    "set_aside",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id"), nullable=False),
    _of_citizen("rule_id", Text, nullable=False, purpose="to leave this rule out for this person"),
    _of_citizen("reason", Text, nullable=False, purpose="to tell the citizen why the rule does not count"),
    Column("made_by", Uuid, nullable=False),
    _of_citizen("made_at", Moment, nullable=False, purpose="to show since when the rule does not count"),
    _of_citizen("ended_at", Moment, purpose="to show until when the rule did not count"),
    Index("ix_set_aside_dossier_id", "dossier_id"),
    info=not_personal("made_by"),
)
