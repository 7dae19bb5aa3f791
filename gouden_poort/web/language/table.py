"""The one table of languages in which pages can speak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language, and how far it may be trusted."""

    code: str
    """As `lang` of a page, and as the first part of its address; Dutch has none there."""
    name: str
    """What the language calls itself."""
    direction: str = "ltr"
    read_by_native: bool = False
    """Whether someone who grew up with the language read all of it; until then every page says that it is a concept."""

    @property
    def from_right(self) -> bool:
        """Whether it is written from right to left."""
        return self.direction == "rtl"


DUTCH = Language(code="nl", name="Nederlands", read_by_native=True)
TRANSLATED = (
    Language(code="en", name="English"),
    Language(code="ar", name="العربية", direction="rtl"),
    Language(code="uk", name="Українська"),
    Language(code="tr", name="Türkçe"),
    Language(code="ti", name="ትግርኛ"),
)
LANGUAGES: Mapping[str, Language] = MappingProxyType({language.code: language for language in (DUTCH, *TRANSLATED)})
"""By code, in the order in which they are offered."""
