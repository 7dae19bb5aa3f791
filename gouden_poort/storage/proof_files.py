"""Copies that lie with proofs; who lists them never loads what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, delete, select

from gouden_poort.development.proof_file import ProofFile
from gouden_poort.storage.tables.ten_years import PROOF_FILES, PROOFS
from gouden_poort.storage.values import as_value, keep

_TOLD = (PROOF_FILES.c.proof_id, PROOF_FILES.c.kind, PROOF_FILES.c.size)


class SQLProofFiles:
    """Fulfils `ports.ProofFiles`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, file: ProofFile, content: bytes) -> None:
        keep(self._connection, PROOF_FILES, file, content=content)

    def find(self, proof_id: UUID) -> ProofFile | None:
        query = select(*_TOLD).where(PROOF_FILES.c.proof_id == proof_id)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else as_value(ProofFile, row)

    def of(self, dossier_id: UUID) -> Sequence[ProofFile]:
        query = select(*_TOLD).join(PROOFS).where(PROOFS.c.dossier_id == dossier_id).order_by(PROOF_FILES.c.proof_id)
        return [as_value(ProofFile, row) for row in self._connection.execute(query).mappings()]

    def content(self, proof_id: UUID) -> bytes:
        query = select(PROOF_FILES.c.content).where(PROOF_FILES.c.proof_id == proof_id)
        return bytes(self._connection.execute(query).scalar_one())

    def remove(self, proof_id: UUID) -> None:
        self._connection.execute(delete(PROOF_FILES).where(PROOF_FILES.c.proof_id == proof_id))
