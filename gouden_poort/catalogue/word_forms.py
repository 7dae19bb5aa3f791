"""What the same word looks like in other sentences: the stems of Dutch and English, participles, and spelling."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

import snowballstemmer

from gouden_poort.catalogue.words import stem

_english = snowballstemmer.stemmer("english")
_stemming = threading.Lock()  # a stemmer keeps the word it works on in itself
_DOUBLED = re.compile(r"([a-z])\1")
_PARTICIPLE = re.compile(
    r"^(op|aan|af|uit|in|om|door|mee|los|vast|schoon|weg)?ge([a-z]{2,}?)(?:te[nr]?|de[nr]?|t|d|en)?$"
)
_PAST = re.compile(r"^([a-z]{3,}?)(?:te|de)n?$")
_DONE = re.compile(r"^(?:be|ver|ont|her)[a-z]+d$")
_SHORTEST, _SHORTEST_DONE = 3, 6
_SOFTENED = {"s": "z", "f": "v"}
"""`ik lees` and `lezen`, `ik schroef` and `schroeven`."""
IRREGULAR: Mapping[str, str] = MappingProxyType(
    {
        "gevlochten": "vlechten",
        "gehesen": "hijsen",
        "hees": "hijsen",
        "gereden": "rijden",
        "reed": "rijden",
        "geslepen": "slijpen",
        "gesneden": "snijden",
        "gegoten": "gieten",
        "gebogen": "buigen",
        "gezet": "zetten",
        "gaf": "geven",
        "gegeven": "geven",
        "gave": "give",
        "tillen": "optillen",  # else `tile`, which has the same stem
        "verving": "vervangen",
        "verkocht": "verkopen",
        "sold": "sell",
        "sneed": "snijden",
        "bracht": "brengen",
        "gebracht": "brengen",
        "schreef": "schrijven",
        "geschreven": "schrijven",
        "hielp": "helpen",
        "geholpen": "helpen",
        "wrote": "write",
        "written": "write",
        "til": "optillen",
        "tilde": "optillen",
        "legde": "leggen",
        "las": "lezen",
        "hersteld": "repareren",
        "herstelde": "repareren",
        "herstellen": "repareren",
        "fix": "repair",
        "fixed": "repair",
        "fixing": "repair",
        "laid": "lay",
        "laying": "lay",
        "drove": "drive",
        "driven": "drive",
        "built": "build",
        "made": "make",
        "taught": "teach",
        "led": "lead",
        "dug": "dig",
        "sewn": "sew",
        "ran": "run",
    }
)
"""Verbs of work whose past has another vowel, and words that mean the same."""

_WORK_TAILS = (
    *("werkzaamheden", "installatie", "installateur", "medewerker", "werkplaats", "bewerking", "specialist"),
    *("reparatie", "onderhoud", "technicus", "chauffeur", "bedrijf", "monteur", "branche", "afdeling", "werker"),
    *("fabriek", "meester", "makerij", "werken", "winkel", "maker", "klus", "werk", "vak"),
)
"""Dutch compounds of work end so, and what comes before says which work."""
_WORK_HEADS = ("leerling", "assistent", "hoofd", "hulp", "meester")
_LINKING = ("", "s", "e", "en")
_SHORTEST_BEFORE, _SHORTEST_AFTER = 4, 3


@lru_cache(maxsize=20_000)
def forms(word: str) -> frozenset[str]:
    """Everything a folded word may be filed under; two words are alike when they share one.

    >>> bool(forms("gelast") & forms("lassen")), bool(forms("repaired") & forms("repair"))
    (True, True)
    >>> bool(forms("lees") & forms("lezen")), bool(forms("schroef") & forms("schroeven"))
    (True, True)
    >>> bool(forms("gerepareerd") & forms("repareren")), bool(forms("glas") & forms("lassen"))
    (True, False)
    """
    usual = IRREGULAR.get(word, word)
    found = {word, usual, _single(stem(usual)), _english_stem(usual)}
    if word[-1:] in _SOFTENED:
        found.add(_single(stem(f"{word[:-1]}{_SOFTENED[word[-1]]}en")))
    if len(word) > _SHORTEST_DONE and (word.endswith("t") or _DONE.match(word)):  # `schildert`, `bediend`
        found.add(_single(stem(f"{word[:-1]}en")))
    for shape in (_PARTICIPLE, _PAST):
        if (match := shape.match(word)) and (root := "".join(filter(None, match.groups()))):
            found |= {_single(root), _single(stem(f"{root}en"))}
    return frozenset(form for form in found if len(form) >= _SHORTEST or form == word)


def without_work(word: str) -> Iterator[str]:
    """What is left of a compound without the part that only says that it is work, longest first.

    >>> list(without_work("schildersbedrijf")), list(without_work("hulpkok")), list(without_work("kok"))
    (['schilders', 'schilder'], ['kok'], [])
    """
    for tail in _WORK_TAILS:
        if word.endswith(tail) and len(root := word.removesuffix(tail)) >= _SHORTEST_BEFORE:
            yield from (root.removesuffix(link) for link in _LINKING if root.endswith(link))
    for head in _WORK_HEADS:
        if word.startswith(head) and len(root := word.removeprefix(head)) >= _SHORTEST_AFTER:
            yield root


def _english_stem(word: str) -> str:
    if word.isdigit():
        return word
    with _stemming:
        return str(_english.stemWord(word))


def _single(word: str) -> str:
    """Dutch writes `repareer` and `reparen`, `boor` and `boren`: doubled letters say nothing about which word it is."""
    return _DOUBLED.sub(r"\1", word)
