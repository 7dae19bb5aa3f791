"""Names of places as people write them: aliases, provinces behind them, hyphens and mistakes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from rapidfuzz import fuzz, process

from gouden_poort.catalogue.snapshot import Places
from gouden_poort.catalogue.words import LONGEST, fold

PROVINCES: Mapping[str, str] = MappingProxyType(
    {
        "dr": "drenthe",
        "fl": "flevoland",
        "fr": "friesland",
        "gld": "gelderland",
        "gn": "groningen",
        "gr": "groningen",
        "l": "limburg",
        "lb": "limburg",
        "nb": "noord brabant",
        "nh": "noord holland",
        "ov": "overijssel",
        "ut": "utrecht",
        "zh": "zuid holland",
        "zld": "zeeland",
    }
)
"""Provinces by the abbreviations that stand behind place names."""
_ARTICLES = frozenset({"de", "den", "der", "het", "t"})
_IN_BRACKETS = re.compile(r"\(.*?\)")
_LABEL, _ALIAS, _BARE, _MUNICIPALITY = range(4)
"""How sure a name is; a surer one wins: `Hengelo` is the place with that label, not `Hengelo (Gld)`."""
_LOOKS_LIKE, _NOT_WORSE_THAN = 62, 20
_SURE_BEGINNING = 3


class PlaceNames:
    """Every name of every place, and which rows it may mean."""

    def __init__(self, places: Places) -> None:
        self._places = places
        in_use = [self._name_in_use(row) for row in range(len(places.id))]
        shared = Counter(in_use)
        self._labels = [
            name if shared[name] == 1 else f"{name} ({municipality})"
            for name, municipality in zip(in_use, places.municipality, strict=True)
        ]
        self._rows: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for row in range(len(places.id)):
            for sureness, name in self._names_of(row):
                rows = self._rows[_key(name)][sureness]
                if row not in rows:
                    rows.append(row)
        self._keys = sorted(key for key in self._rows if key)

    def label(self, row: int) -> str:
        """The name of a row, with its municipality behind it when another place has the same name."""
        return self._labels[row]

    def rows(self, text: str) -> Sequence[int]:
        """The rows a name means: none, one, or the several places that share it."""
        if len(text) > LONGEST:
            return ()
        by_sureness = self._rows.get(_key(text))
        if not by_sureness:
            return ()
        surest = min(by_sureness)
        rows = by_sureness[surest]
        return [max(rows, key=self._stands_for_its_municipality)] if surest == _MUNICIPALITY else rows

    def like(self, text: str, limit: int) -> Sequence[int]:
        """Rows whose names begin with the text or look like it, most alike first."""
        key = _key(text)
        if not key or len(text) > LONGEST:
            return ()
        found = dict.fromkeys(self.rows(text))
        if len(key) >= _SURE_BEGINNING:
            for name in self._beginning_with(key):
                found.update(dict.fromkeys(self._surest(name)))
        alike = process.extract(key, self._keys, scorer=fuzz.ratio, score_cutoff=_LOOKS_LIKE, limit=3 * limit)
        best = alike[0][1] if alike else 0.0
        for name, score, _ in sorted(alike, key=lambda match: (-match[1], match[0])):
            if score >= best - _NOT_WORSE_THAN:
                found.update(dict.fromkeys(self._surest(name)))
        return list(found)[:limit]

    def _beginning_with(self, key: str) -> list[str]:
        """Names that begin so; sure names and large places first, as those are meant most often."""
        names = [name for name in self._keys if name.startswith(key)]
        return sorted(names, key=lambda name: (min(self._rows[name]), -max(map(self._size, self._surest(name))), name))

    def _surest(self, key: str) -> Sequence[int]:
        by_sureness = self._rows[key]
        return by_sureness[min(by_sureness)]

    def _size(self, row: int) -> int:
        return int(self._places.pc4_to[row] - self._places.pc4_from[row])

    def _stands_for_its_municipality(self, row: int) -> tuple[bool, int]:
        """Valkenburg for Valkenburg aan de Geul; else the place with the most postcodes."""
        namesake = _key(self._places.municipality[row]).startswith(_key(_bare(self._labels[row])))
        return namesake, self._size(row)

    def _name_in_use(self, row: int) -> str:
        """The label, unless the municipality goes by another name of the place: Den Haag for 's-Gravenhage."""
        municipality: str = self._places.municipality[row]
        return municipality if municipality in self._aliases(row) else self._places.label[row]

    def _names_of(self, row: int) -> Iterator[tuple[int, str]]:
        places, label = self._places, self._labels[row]
        yield _LABEL, label
        yield from ((_LABEL, name) for name in _with_province(label))
        for alias in self._aliases(row):
            yield _ALIAS, alias
            yield from ((_ALIAS, name) for name in _with_province(alias))
        yield _BARE, places.label[row]
        yield _BARE, _bare(label)
        if places.municipality[row]:
            yield _BARE, f"{_bare(label)} {places.municipality[row]}"
            yield _MUNICIPALITY, places.municipality[row]

    def _aliases(self, row: int) -> Sequence[str]:
        """Other names, in an extra column of the catalogue, separated by |."""
        aliases = self._places.extra.get("aliases")
        return aliases[row].split("|") if aliases and aliases[row] else ()


def _key(name: str) -> str:
    """One key for names that differ in case, accents, hyphens, spaces, `Sint` and `St.`, or an inner article."""
    first, *others = fold(name.replace("a/d", "aan de")).split() or [""]
    words = [first, *(word for word in others if word not in _ARTICLES)]
    return "".join("st" if word == "sint" else word for word in words)


def _bare(label: str) -> str:
    """The name without what stands behind it to tell it from others: `Bergen (NH)`, `Bergen L`, `Bleskensgraaf ca`."""
    words = _IN_BRACKETS.sub(" ", label).split()
    behind = {*PROVINCES, "ca"}
    return " ".join(words[:-1] if len(words) > 1 and fold(words[-1]) in behind else words)


def _with_province(label: str) -> Iterator[str]:
    """The same name with its province in full, when it ends on an abbreviation, and abbreviated when in full."""
    name, behind = fold(_bare(label)), fold(label).removeprefix(fold(_bare(label))).strip()
    for short, full in PROVINCES.items():
        if behind in (short, full):
            yield f"{name} {full}"
            yield f"{name} {short}"
