"""Reading `facts:` and `parameters:`: the word list that tests are checked against."""

from __future__ import annotations

import unicodedata
from datetime import date
from types import MappingProxyType

from gouden_poort.rules.language.words import Fact, Kind, Parameter, Wording
from gouden_poort.rules.loading.faults import Faults
from gouden_poort.rules.loading.names import fact_name, plain_name
from gouden_poort.rules.loading.nodes import Items, Node, Pairs, Scalar
from gouden_poort.rules.loading.section import Section, day_of, text_of, units_of, wording_of

UNITS = ("year", "month", "week", "hour", "minute", "euro", "euro/hour", "euro/month", "euro/year", "percent")
MOST_DECIMALS = 6
_OPTIONAL = ("unit", "decimals", "min", "max", "values", "changeable", "effort", "question", "nl", "en")
_UNSAID = Wording(nl="", en="")
_NUMBERS = {Kind.NUMBER, Kind.MONEY}
_WORDS = {Kind.LEVEL, Kind.CHOICE, Kind.SET}
_ONLY_FOR = {"unit": _NUMBERS, "decimals": _NUMBERS, "min": _NUMBERS, "max": _NUMBERS, "values": _WORDS}


def read_fact(key: Scalar, node: Node, faults: Faults) -> Fact | None:
    """One fact; None when something is wrong with it."""
    before = faults.count
    section = Section(node, faults, "a fact", required=("kind",), optional=_OPTIONAL)
    fact_name(key, faults)
    wording = section.wording()
    kind = section.choice("kind", Kind, Kind.YES_NO)
    if isinstance(section.get("kind"), Scalar) and kind.value == section.text("kind"):
        _check_keys(section, key, kind)
        fact = _fact(key.text, kind, wording or _UNSAID, section)
        return fact if faults.count == before else None
    return None


def _check_keys(section: Section, key: Scalar, kind: Kind) -> None:
    """Some keys belong to some kinds, and a level cannot do without its values."""
    for name, kinds in _ONLY_FOR.items():
        if name in section and kind not in kinds:
            section.faults.at(section.key(name), f"no `{name}` at a fact of kind {kind.value}")
    if kind is Kind.LEVEL and "values" not in section:
        section.faults.at(key, "`values` of a level, in rising order", found="no `values`")


def _fact(name: str, kind: Kind, wording: Wording, section: Section) -> Fact:
    words = _values(section)
    lowest, highest, decimals = _bounds(section, kind)
    effort = section.whole("effort", 0, 1000)
    return Fact(
        name=name,
        kind=kind,
        wording=wording,
        unit=_unit(section, kind),
        decimals=decimals,
        lowest=lowest,
        highest=highest,
        values=tuple(words),
        value_wordings=MappingProxyType({word: said for word, said in words.items() if said is not None}),
        changeable=section.yes("changeable", default=False),
        effort=1 if effort is None else effort,
        question=section.text("question"),
    )


def _unit(section: Section, kind: Kind) -> str:
    unit = section.word("unit", UNITS)
    if kind is Kind.MONEY and "unit" not in section:
        section.faults.at(section.at, "`unit` of money, such as euro or euro/month", found="no `unit`")
    elif unit and (kind is Kind.MONEY) is not unit.startswith("euro"):
        node = section.get("unit")
        section.faults.at(node or section.at, "euros for money, and for money alone")
    return unit


def _bounds(section: Section, kind: Kind) -> tuple[int | None, int | None, int]:
    decimals = section.whole("decimals", 0, MOST_DECIMALS) or 0
    if kind not in _NUMBERS:
        return None, None, 0
    ends: dict[str, int | None] = {}
    for name in ("min", "max"):
        node = section.get(name)
        if node is None:
            section.faults.at(section.at, f"`{name}` of a number", found=f"no `{name}`")
        ends[name] = None if node is None else units_of(node, section.faults, decimals, None, None)
    lowest, highest = ends["min"], ends["max"]
    if lowest is not None and highest is not None and lowest > highest:
        section.faults.at(section.get("max") or section.at, "a highest value that is not below the lowest")
    return lowest, highest, decimals


def _values(section: Section) -> dict[str, Wording | None]:
    """Every word a level, choice or set can have, with how it is said where that is written."""
    node, faults = section.get("values"), section.faults
    words: dict[str, Wording | None] = {}
    alike: set[str] = set()
    if isinstance(node, Pairs) and node.entries:
        for key, said in node.entries.values():
            words[_value(key, alike, faults)] = wording_of(said, faults, "a value")
    elif isinstance(node, Items) and node.nodes:
        for item in node.nodes:
            words[_value(item, alike, faults)] = None
    elif node is not None:
        faults.at(node, "a list of words, or a mapping from word to {nl, en}")
    return words


def _value(node: Node, alike: set[str], faults: Faults) -> str:
    """A word that looks like no other: whoever reads a rule must be able to tell which of them it names."""
    word = text_of(node, faults)
    look = unicodedata.normalize("NFKC", word).casefold()
    if look in alike:
        faults.at(node, "each value once, and no two that differ in capitals alone")
    elif word == "else" or not _is_latin(look):
        faults.at(node, "a value in Latin letters, and another than else")
    alike.add(look)
    return word


def _is_latin(word: str) -> bool:
    return all(unicodedata.name(sign, "").startswith("LATIN ") for sign in word if sign.isalpha())


def read_parameter(key: Scalar, node: Node, faults: Faults) -> Parameter | None:
    """One parameter; None when something is wrong with it."""
    before = faults.count
    section = Section(
        node, faults, "a parameter",
        required=("values", "source"),
        optional=("unit", "decimals", "nl", "en"),
    )  # fmt: skip
    plain_name(key, faults, "the name of a parameter")
    decimals = section.whole("decimals", 0, MOST_DECIMALS) or 0
    parameter = Parameter(
        name=key.text,
        unit=section.word("unit", UNITS),
        decimals=decimals,
        values=_dated(section.get("values"), decimals, faults),
        wording=section.wording() or _UNSAID,
        source=section.text("source"),
    )
    return parameter if faults.count == before else None


def _dated(node: Node | None, decimals: int, faults: Faults) -> tuple[tuple[date, int], ...]:
    if node is None:
        return ()
    if not isinstance(node, Pairs) or not node.entries:
        faults.at(node, "a mapping from the first day of each value to that value")
        return ()
    dated = []
    for key, value in node.entries.values():
        day, units = day_of(key, faults), units_of(value, faults, decimals, None, None)
        if day is not None and units is not None:
            dated.append((day, units))
    return tuple(sorted(dated))
