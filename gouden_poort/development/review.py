"""What was found when a plan was looked at again, beside the catalogue and the rules that were looked in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from gouden_poort.development.drift import Drift, DriftKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The last look at the plan of one dossier. It is about that plan: another one makes it void."""

    dossier_id: UUID
    plan_id: UUID
    catalogue_version: str
    rules_version: str
    reviewed_at: datetime
    kind: DriftKind | None = None
    """What there is to tell; None when nothing is."""
    since: date | None = None
    """The day on which it was seen first."""
    occupation_id: str = ""
    label: str = ""
    """The work that it is about, by its name on that day."""
    kept_at: datetime | None = None
    """When somebody said that the plan stays as it is, knowing this."""
    kept_by: UUID | None = None

    @property
    def drift(self) -> Drift | None:
        """The same as a reason to look again."""
        if self.kind is None or self.since is None:
            return None
        return Drift(kind=self.kind, since=self.since, label=self.label)

    @property
    def gist(self) -> str:
        """What it tells, for a form that answers to it; empty when there is nothing to tell."""
        return f"{self.kind} {self.occupation_id}" if self.kind else ""

    def says_as_much_as(self, other: Review | None) -> bool:
        """Whether both tell the same about the same plan, whatever they were found in."""
        return other is not None and (self.plan_id, self.gist) == (other.plan_id, other.gist)

    def after(self, before: Review | None) -> Review:
        """This one in the place of one before: what was known stays known, and so does a plan that somebody keeps."""
        if before is None or not self.says_as_much_as(before):
            return self
        return replace(self, since=before.since, kept_at=before.kept_at, kept_by=before.kept_by)
