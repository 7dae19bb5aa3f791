"""Free seats of an organisation at openings of the catalogue, and to whom they are offered."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, Uuid, false

from gouden_poort.profiles.people.place_offer import OfferState, OpeningKind
from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal
from gouden_poort.storage.types import Choice, Moment

FREE_PLACES = Table(
    "free_places",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("organisation_id", Uuid, nullable=False),
    Column("kind", Choice(OpeningKind), nullable=False),
    Column("opening_id", Text, nullable=False),
    Column("seats", Integer, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("updated_by", Uuid, nullable=False),
    Column("by_company", Boolean(create_constraint=False), nullable=False, server_default=false()),
    UniqueConstraint("organisation_id", "kind", "opening_id", name="uq_free_places_opening"),
    info=not_personal(),
)

_of_offer = partial(personal, ground=Ground.PUBLIC_TASK, kept=Kept.DOSSIER, seen_by=SeenBy.COACH)

PLACE_OFFERS = Table(
    "place_offers",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("place_id", ForeignKey("free_places.id"), nullable=False),
    Column("dossier_id", ForeignKey("dossiers.id"), nullable=False),
    Column("offered_by", Uuid, nullable=False),
    _of_offer("offered_at", Moment, nullable=False, purpose="to know who was asked first"),
    _of_offer("answer_by", Date, nullable=False, purpose="to ask the next one in time"),
    _of_offer("state", Choice(OfferState), nullable=False, purpose="to give each seat to one person"),
    _of_offer("answered_at", Moment, purpose="to show when someone said yes or no"),
    Index("ix_place_offers_place_id", "place_id", "offered_at"),
    Index("ix_place_offers_dossier_id", "dossier_id"),
    info=not_personal("offered_by"),
)
