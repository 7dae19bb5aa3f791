"""Referrals: about a person until they led to nothing or the dossier goes; then only the numbers are left."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Table, Text, Uuid

from gouden_poort.profiles.people.consent import Given, LegalGround
from gouden_poort.profiles.people.referral import ReferralState
from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal
from gouden_poort.storage.types import Choice, Moment

_referred = partial(personal, ground=Ground.PUBLIC_TASK, kept=Kept.REFERRED, seen_by=SeenBy.REFERRAL)
_to_reach = partial(_referred, nullable=False, purpose="to get in touch")
_step = partial(_referred, purpose="to show the counsellor what became of it")

REFERRALS = Table(
    "referrals",
    METADATA,
    Column("id", Uuid, primary_key=True),
    _referred("pseudonym", Uuid, nullable=False, seen_by=SeenBy.NOBODY, purpose="to name it in the audit trail"),
    Column("counsellor_id", Uuid, nullable=False),
    Column("from_organisation_id", Uuid, nullable=False),
    Column("to_organisation_id", Uuid, nullable=False),
    _to_reach("name", Text),
    _to_reach("phone", Text),
    _to_reach("email", Text),
    _referred("birth_date", Date, purpose="to tell people with the same name apart, and to find a route by age"),
    _to_reach("language", Text),
    _referred("place", Text, nullable=False, purpose="to find routes near someone"),
    Column("region", Text, nullable=False),
    _referred("wish", Text, nullable=False, purpose="to begin with what someone wants"),
    _referred("reason", Text, nullable=False, purpose="to know why someone was referred"),
    _referred("ground", Choice(LegalGround), nullable=False, purpose="to show why it might be passed on"),
    _referred("given", Choice(Given), nullable=False, purpose="to show how someone said yes, or was told"),
    _referred("given_at", Moment, nullable=False, purpose="to show when someone said yes, or was told"),
    _step("sent_at", Moment, nullable=False),
    Column("answer_by", Date, nullable=False),
    _step("state", Choice(ReferralState), nullable=False),
    _step("answered_at", Moment),
    Column("answered_by", Uuid),
    _referred("back_reason", Text, nullable=False, purpose="to show why it was sent back"),
    Column("dossier_id", Uuid, ForeignKey("dossiers.id")),
    _step("first_talk_on", Date),
    _step("started_on", Date),
    _step("stopped_on", Date),
    _step("withdrawn_at", Moment),
    Column("version", Integer, nullable=False),
    Index("ix_referrals_counsellor_id", "counsellor_id", "sent_at"),
    Index("ix_referrals_received", "to_organisation_id", "state", "answer_by"),
    Index("ix_referrals_from_organisation_id", "from_organisation_id", "sent_at"),
    Index("ix_referrals_dossier_id", "dossier_id"),
    info=not_personal(
        "counsellor_id", "from_organisation_id", "to_organisation_id", "region", "answer_by", "answered_by", "version"
    ),
)

REFERRAL_MESSAGES = Table(
    "referral_messages",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("referral_id", Uuid, ForeignKey("referrals.id"), nullable=False),
    Column("author_id", Uuid, nullable=False),
    _referred("written_at", Moment, nullable=False, purpose="to read messages in their order"),
    _referred("text", Text, nullable=False, purpose="to arrange things between counsellor and coach"),
    Index("ix_referral_messages_referral_id", "referral_id", "written_at"),
    info=not_personal("author_id"),
)
