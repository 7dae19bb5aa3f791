"""Hand-written stand-ins for what services reach through `services.ports`."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import NoCatalogue
from gouden_poort.services.ports import Assessments, Catalogues, Postcode


class ShelfWith:
    """A shelf on which one snapshot lies, or none."""

    def __init__(self, snapshot: Snapshot | None) -> None:
        self.snapshot = snapshot

    def active(self) -> Snapshot:
        if self.snapshot is None:
            raise NoCatalogue
        return self.snapshot

    def holds(self, content_hash: str) -> bool:
        return self.snapshot is not None and self.snapshot.version == content_hash

    def prepare(self, bundle: Bundle, content_hash: str) -> None:
        raise AssertionError(f"{bundle.name} ({content_hash}) should not be taken in here")


class PostcodesInMemory:
    """Exact postcodes, for as long as the object lives."""

    def __init__(self) -> None:
        self.kept: dict[int, Postcode] = {}

    def replace_all(self, postcodes: Sequence[Postcode]) -> int:
        self.kept = {postcode.pc4: postcode for postcode in postcodes}
        return len(self.kept)

    def find(self, pc4: int) -> Postcode | None:
        return self.kept.get(pc4)


class UnitInMemory:
    """A unit of work with postcodes; whoever needs more brings a database."""

    def __init__(self) -> None:
        self.postcodes = PostcodesInMemory()
        self.committed = False

    @property
    def catalogues(self) -> Catalogues:
        raise AssertionError("no catalogues are kept here")

    @property
    def assessments(self) -> Assessments:
        raise AssertionError("no assessments are kept here")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def commit(self) -> None:
        self.committed = True
