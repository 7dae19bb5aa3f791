"""The second factor: a code of an app on the telephone, or one of the codes on paper when that is gone.

The secret of the app is worked out from the key of the installation, the account and a number, and so are the codes on
paper: both are kept nowhere. With another key of the installation everyone needs a new start.
"""

from __future__ import annotations

import base64
import hmac
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import pyotp

from gouden_poort.services.resume_code import hashed, work_out

MANY_CODES = 10
_ISSUER = "Gouden Poort"
_SECONDS = 30
_SECRET_BYTES = 20


def app_secret(key: str, account_id: UUID, draw: int) -> str:
    """What the app must know, in the letters that apps take."""
    digest = hmac.digest(key.encode(), f"second factor\0{account_id}/{draw}".encode(), "sha256")
    return base64.b32encode(digest[:_SECRET_BYTES]).decode()


def app_address(secret: str, email: str) -> str:
    """What the QR picture says to the app."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=_ISSUER)


def step_of(secret: str, code: str, moment: datetime) -> int | None:
    """Of which half minute a code is: the present one or a neighbour, as clocks differ; None for a wrong code."""
    now, totp = int(moment.timestamp()) // _SECONDS, pyotp.TOTP(secret)
    digits = "".join(letter for letter in code if letter in "0123456789")
    steps = (now, now - 1, now + 1)
    right = [step for step in steps if hmac.compare_digest(totp.generate_otp(step), digits)]
    return right[0] if right else None


def recovery_codes(key: str, account_id: UUID, draw: int) -> Sequence[str]:
    """The codes on paper of one draw; each opens the door once."""
    own = f"recovery\0{key}"
    return [work_out(own, account_id, draw * MANY_CODES + number) for number in range(MANY_CODES)]


def recovery_hash(key: str, code: str) -> str:
    """What is kept of a code on paper."""
    return hashed(f"recovery\0{key}", code)
