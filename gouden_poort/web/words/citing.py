"""Where a rule is written, when somebody read it there, and when it holds: in words that fit on one line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gouden_poort.rules.book.rule import Period, Rule
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import nl
from gouden_poort.web.wording import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """The source of a rule."""

    words: str
    url: str
    """Empty, or a web address."""
    read_on: date
    period: str
    """A sentence, or empty where no day is known."""


def cited(rule: Rule) -> Cited:
    """The source of a rule, for people who want to look it up."""
    source = rule.source
    title = nl(source.title)
    return Cited(
        words=say("law.article", title=title, article=nl(source.article)) if source.article else title,
        url=source.url if source.url.startswith("https://") else "",
        read_on=source.read_on,
        period=period_words(rule.period),
    )


def period_words(period: Period) -> str:
    """From when until when a rule holds; nothing where neither day is known."""
    first = dutch_date(period.first) if period.first else ""
    last = dutch_date(period.last) if period.last else ""
    if first and last:
        return say("law.between", first=first, last=last)
    if first or last:
        return say("law.from" if first else "law.until", day=first or last)
    return ""
