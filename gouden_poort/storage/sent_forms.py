"""Forms that come back to their sender, in the database."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection, delete, insert, select

from gouden_poort.storage.tables.sent_forms import SENT_FORMS


class SQLSentForms:
    """Fulfils `ports.SentForms`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, content: str, moment: datetime) -> UUID:
        """Keep a form under an id that cannot be guessed, for whoever has it may read the form."""
        form_id = uuid4()
        self._connection.execute(insert(SENT_FORMS).values(id=form_id, kept_at=moment, content=content))
        return form_id

    def find(self, form_id: UUID, *, kept_after: datetime) -> str | None:
        query = select(SENT_FORMS.c.content).where(SENT_FORMS.c.id == form_id, SENT_FORMS.c.kept_at > kept_after)
        found: str | None = self._connection.scalar(query)
        return found

    def remove(self, form_id: UUID) -> None:
        self._connection.execute(delete(SENT_FORMS).where(SENT_FORMS.c.id == form_id))

    def remove_kept_until(self, moment: datetime) -> None:
        self._connection.execute(delete(SENT_FORMS).where(SENT_FORMS.c.kept_at <= moment))

    def keep_newest(self, many: int) -> None:
        """Remove what came before the newest so many."""
        newest_that_goes = select(SENT_FORMS.c.kept_at).order_by(SENT_FORMS.c.kept_at.desc()).offset(many).limit(1)
        self._connection.execute(delete(SENT_FORMS).where(SENT_FORMS.c.kept_at <= newest_that_goes.scalar_subquery()))
