"""Handing a mail to a mail server, and reading from what goes wrong whether it may be tried again.

What a server says may hold the address of whoever it is for: only its number is told on.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as ON_THE_WIRE
from email.utils import format_datetime

from gouden_poort.errors import MailPostponed, MailRefused, MailServerAway, MailUncertain
from gouden_poort.mail_settings import SMTP
from gouden_poort.services.ports import Mail

PATIENCE_SECONDS = 20
"""How long a server may take for one answer."""
_NAME = "Gouden Poort"


class SMTPMailer:
    """Fulfils `ports.Mailer` with a server that speaks SMTP: one connection for each mail."""

    def __init__(self, server: SMTP, clock: Callable[[], datetime], *, answers_to: str = "") -> None:
        self._settings = server
        self._clock = clock
        self._answers_to = answers_to

    def send(self, mail: Mail) -> None:
        """Hand over one mail. MailRefused, MailPostponed, MailServerAway or MailUncertain when that did not succeed."""
        try:
            letter = self._in_envelope(mail)
        except (ValueError, MessageError):  # a line break in a header, or an address that is none
            raise MailRefused("malformed") from None
        server = self._connected()
        try:
            server.send_message(letter, self._settings.sender, [mail.to])
        except smtplib.SMTPRecipientsRefused as refused:
            raise _verdict(next(iter(refused.recipients.values()))[0]) from None
        except smtplib.SMTPSenderRefused as refused:
            raise MailServerAway(f"our address: {refused.smtp_code}") from None
        except smtplib.SMTPDataError as refused:
            raise _verdict(refused.smtp_code) from None
        except smtplib.SMTPNotSupportedError:
            raise MailRefused("malformed") from None
        except (smtplib.SMTPException, OSError) as broken:
            raise MailUncertain(type(broken).__name__) from None
        finally:
            with suppress(smtplib.SMTPException, OSError):
                server.quit()

    def _in_envelope(self, mail: Mail) -> EmailMessage:
        home = self._settings.sender.partition("@")[2]
        letter = EmailMessage(policy=ON_THE_WIRE)
        letter["From"] = Address(_NAME, addr_spec=self._settings.sender)
        letter["To"] = Address(addr_spec=mail.to)
        if self._answers_to:
            letter["Reply-To"] = Address(addr_spec=self._answers_to)
        letter["Subject"] = mail.subject
        letter["Date"] = format_datetime(self._clock())
        letter["Message-ID"] = f"<{mail.id}@{home}>"  # the same mail always has the same one
        letter["Auto-Submitted"] = "auto-generated"  # nobody's holiday answers it
        letter.set_content(mail.text, cte="quoted-printable")
        letter.add_alternative(mail.html, subtype="html", cte="quoted-printable")
        letter["Content-Language"] = mail.language
        return letter

    def _connected(self) -> smtplib.SMTP:
        """A server that knows us."""
        try:
            server = self._reached()
        except (smtplib.SMTPException, OSError) as away:
            raise MailServerAway(_reason(away)) from None
        try:
            if self._settings.starttls and not self._settings.tls_at_once:
                server.starttls(context=ssl.create_default_context())
            if self._settings.user:
                server.login(self._settings.user, self._settings.password)
        except (smtplib.SMTPException, OSError) as away:
            server.close()
            raise MailServerAway(_reason(away)) from None
        return server

    def _reached(self) -> smtplib.SMTP:
        host, port, home = self._settings.host, self._settings.port, self._settings.sender.partition("@")[2]
        if self._settings.tls_at_once:
            secure = ssl.create_default_context()
            return smtplib.SMTP_SSL(host, port, home, timeout=PATIENCE_SECONDS, context=secure)
        return smtplib.SMTP(host, port, home, timeout=PATIENCE_SECONDS)


def _verdict(code: int) -> MailRefused | MailPostponed:
    """What a number of a server means: from 500 on it will never take this mail."""
    return MailRefused(str(code)) if code >= 500 else MailPostponed(str(code))


def _reason(error: Exception) -> str:
    return str(error.smtp_code) if isinstance(error, smtplib.SMTPResponseException) else type(error).__name__
