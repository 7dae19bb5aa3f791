"""Whether two names are of one employer, who is written now with its legal form and now without."""

from __future__ import annotations

from itertools import groupby

from gouden_poort.profiles.people.dossier import name_key

_FORMS = (("b", "v"), ("bv",), ("n", "v"), ("nv",), ("v", "o", "f"), ("vof",), ("holding",))
"""What stands behind a name and is no part of it, as `name_key` leaves it: points have become spaces."""


def is_same_employer(name: str, other: str) -> bool:
    """Whether the whole of both names is the same, but for how it is written; never for a name without letters."""
    key = employer_key(name)
    return bool(key) and key == employer_key(other)


def employer_key(name: str) -> str:
    """A name as it is compared: small letters without points, accents and the legal forms at the end; & is en.

    A name that is nothing but a legal form stays as it is.

    >>> employer_key("Staal & Zn. Holding B.V."), employer_key("A.B. Staal"), employer_key("Holding")
    ('staal en zn', 'ab staal', 'holding')
    """
    words = _without_forms(name_key(name.replace("&", " en ")).split())
    joined = ("".join(run) if is_initial else " ".join(run) for is_initial, run in groupby(words, _is_initial))
    return " ".join(joined)


def _without_forms(words: list[str]) -> list[str]:
    for form in _FORMS:
        if len(words) > len(form) and tuple(words[-len(form) :]) == form:
            return _without_forms(words[: -len(form)])
    return words


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha()
