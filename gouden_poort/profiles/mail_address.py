"""What a mail can be sent to, wherever an address comes from: a form, a file or a message that is to go out."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"[^@\s,;:<>()\[\]\\\"]+@[^@\s,;:<>()\[\]\\\"]+\.[^@\s.,;:<>()\[\]\\\"]+")
_LONGEST = 254


def is_mail_address(text: str) -> bool:
    """Whether it is one address and nothing beside it: no name, no second address.

    >>> is_mail_address("een@voorbeeld.example"), is_mail_address("Een <een@voorbeeld.example>")
    (True, False)
    """
    return len(text) <= _LONGEST and text.isprintable() and _ADDRESS.fullmatch(text) is not None
