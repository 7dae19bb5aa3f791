"""Organisations and the people who may sign in, with what."""

from __future__ import annotations

from functools import partial

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text, Uuid

from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import Ground, Kept, SeenBy, not_personal, personal
from gouden_poort.storage.types import Moment

_of_account = partial(personal, ground=Ground.CONTRACT, kept=Kept.ACCOUNT)
_secret = partial(_of_account, seen_by=SeenBy.NOBODY)

ORGANISATIONS = Table(
    "organisations",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("phone", Text, nullable=False),
    info=not_personal(),
)
ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", Uuid, primary_key=True),
    _of_account("role", Text, nullable=False, purpose="what someone may do here", seen_by=SeenBy.HOUSE),
    _of_account("name", Text, nullable=False, purpose="how someone is called on screens", seen_by=SeenBy.HOUSE),
    # NULL for a citizen without a mail address
    _of_account("email", Text, unique=True, purpose="what someone signs in with", seen_by=SeenBy.HOUSE),
    _of_account(
        "phone",
        Text,
        nullable=False,
        server_default="",
        purpose="to call a colleague, also for citizens whom they help",
        seen_by=SeenBy.HOUSE,
    ),
    Column("organisation_id", ForeignKey("organisations.id")),
    _of_account("made_at", Moment, nullable=False, purpose="since when someone may sign in", seen_by=SeenBy.HOUSE),
    _of_account("language", Text, nullable=False, purpose="in which language messages are", seen_by=SeenBy.HOUSE),
    _of_account("disabled_at", Moment, purpose="whether someone may sign in", seen_by=SeenBy.HOUSE),
    Index(None, "organisation_id"),
)
ACCOUNT_CREDENTIALS = Table(
    "account_credentials",
    METADATA,
    Column("account_id", ForeignKey("accounts.id"), primary_key=True),
    _secret("password_hash", Text, purpose="to know whether a password is right"),
    _secret("app_draw", Integer, nullable=False, purpose="which secret the app of someone has"),
    _secret("app_confirmed_at", Moment, purpose="whether the app counts"),
    _secret("app_last_step", BigInteger, nullable=False, server_default="0", purpose="a code of the app works once"),
    _secret("recovery_draw", Integer, nullable=False, purpose="which codes someone has on paper"),
    _of_account("last_used_at", Moment, purpose="who no longer comes here", seen_by=SeenBy.HOUSE),
)
ACCOUNT_RECOVERY_CODES = Table(
    "account_recovery_codes",
    METADATA,
    Column("account_id", ForeignKey("accounts.id"), primary_key=True),
    _secret("code_hash", Text, primary_key=True, purpose="to know whether a code on paper is right"),
    _secret("used_at", Moment, purpose="a code on paper works once"),
)
