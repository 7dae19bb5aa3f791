"""The first look at a test, character by character: what can never be part of one is named before anything is parsed.

It also keeps what Python would understand in its own way (other digits, escapes, look-alike letters) from reaching
its parser at all.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Iterator

from gouden_poort.rules.language.faults import TextFault
from gouden_poort.rules.language.numbers import number, number_expected

DEEPEST_BRACKETS = 12

_PIECE = re.compile(
    r"""(?P<space>[ ]+)
    |(?P<quoted>'[^'\\]*'|"[^"\\]*")
    |(?P<number>[0-9][\w.]*)
    |(?P<name>[A-Za-z_][A-Za-z0-9_]*)
    |(?P<other>\*\*|//|<<|>>|<>|===|=>|=<|:=|&&|\|\|)
    |(?P<sign><=|>=|==|!=|[<>+\-*,.()\[\]])
    |(?P<strange>.)""",
    re.VERBOSE | re.DOTALL,
)

_DIVIDING = "no division: write * 0.5 instead of / 2"
_INSTEAD = {
    "/": (_DIVIDING, "*"),
    "//": (_DIVIDING, "*"),
    "÷": (_DIVIDING, "*"),
    "%": ("a share as a number: write * 0.25 for a quarter", ""),
    "**": ("no powers: write a * a", "*"),
    "×": ("* to multiply", "*"),
    "=": ("== to compare", "=="),
    "===": ("== to compare", "=="),
    "<>": ("!= for different", "!="),
    "≠": ("!= for different", "!="),
    "=>": (">= for at least", ">="),
    "≥": (">= for at least", ">="),
    "=<": ("<= for at most", "<="),
    "≤": ("<= for at most", "<="),
    "<<": ("< for less", "<"),
    ">>": ("> for more", ">"),
    "&": ("the word and", "and"),
    "&&": ("the word and", "and"),
    "|": ("the word or", "or"),
    "||": ("the word or", "or"),
    "!": ("the word not", "not"),
    "~": ("the word not", "not"),
    "–": ("- to subtract", "-"),
    "−": ("- to subtract", "-"),
    "‘": ("straight quotes around a word", "'"),
    "’": ("straight quotes around a word", "'"),
    "“": ("straight quotes around a word", '"'),
    "”": ("straight quotes around a word", '"'),
    "'": ("a quote at both ends of a word", ""),
    '"': ("a quote at both ends of a word", ""),
    "\\": ("a word without backslash", ""),
    "#": ("no remarks inside a test: write them on a line of their own", ""),
    "\n": ("a test of one line", ""),
    "\r": ("a test of one line", ""),
    "\t": ("a space", " "),
    "{": ("a list in square brackets, such as ['bol', 'bbl']", "["),
    "}": ("a list in square brackets, such as ['bol', 'bbl']", "]"),
}
_FORM = "a form from the table of tests in docs/rules.md"
_YES = ("the yes/no fact by itself, such as person.employed", "")
_NO = ("not in front of the fact, such as not person.employed", "")
_UNKNOWN = ("no word for not known: what is not known makes a question by itself", "")
_CONDITIONAL = ("and, or, not, or an only_if in the rule", "")
_WORDS_INSTEAD = {
    "en": ("the word and", "and"),
    "of": ("the word or", "or"),
    "niet": ("the word not", "not"),
    "is": ("== to compare", "=="),
    "True": _YES,
    "true": _YES,
    "yes": _YES,
    "False": _NO,
    "false": _NO,
    "no": _NO,
    "None": _UNKNOWN,
    "null": _UNKNOWN,
    "if": _CONDITIONAL,
    "else": _CONDITIONAL,
    "AND": ("small letters", "and"),
    "OR": ("small letters", "or"),
    "NOT": ("small letters", "not"),
    "IN": ("small letters", "in"),
}
_OWN_WORDS = {"and", "or", "not", "in"}


def spelling_faults(text: str) -> tuple[TextFault, ...]:
    """Everything in a text that no test may hold; when there is nothing, Python may parse it."""
    return (*_pieces_refused(text), *_brackets_refused(text))


def _pieces_refused(text: str) -> Iterator[TextFault]:
    for match in _PIECE.finditer(text):
        kind, piece = match.lastgroup, match[0]
        if kind == "number" and number(piece) is None:
            yield TextFault(offset=match.start(), found=shown(piece), expected=number_expected(piece))
        elif kind == "name" and _is_foreign(piece, text[: match.start()]):
            yield _fault(match.start(), piece, *_WORDS_INSTEAD.get(piece, (_FORM, "")))
        elif kind == "quoted" and not piece.isprintable():
            yield _fault(match.start(), piece, "a word without strange characters", "")
        elif kind in {"other", "strange"}:
            yield _fault(match.start(), piece, *_INSTEAD.get(piece, _plain_letter(piece)))


def _is_foreign(name: str, before: str) -> bool:
    """Whether it is a word of Python or of other languages; after a dot only what Python would not take for a name."""
    if name in _OWN_WORDS:
        return False
    return keyword.iskeyword(name) or (name in _WORDS_INSTEAD and not before.endswith("."))


def _plain_letter(piece: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKC", piece)
    alike = plain if plain != piece and plain.isascii() and plain.isprintable() else ""
    return ("plain letters, numbers and signs; anything else only inside quotes", alike)


def _fault(offset: int, found: str, expected: str, guess: str) -> TextFault:
    return TextFault(offset=offset, found=shown(found), expected=expected, guess=guess)


def _brackets_refused(text: str) -> Iterator[TextFault]:
    """Brackets without their other half, and brackets within brackets within brackets."""
    opened: list[tuple[str, int]] = []
    for match in _PIECE.finditer(text):
        if match[0] in ("(", "["):
            opened.append((match[0], match.start()))
            if len(opened) == DEEPEST_BRACKETS + 1:
                expected = f"brackets at most {DEEPEST_BRACKETS} deep"
                yield TextFault(offset=match.start(), found=match[0], expected=expected)
        elif match[0] in (")", "]"):
            if not opened or "()[]".find(opened[-1][0]) != "()[]".find(match[0]) - 1:
                yield TextFault(offset=match.start(), found=match[0], expected="its opening bracket before it")
                return
            opened.pop()
    if opened:
        yield TextFault(offset=opened[-1][1], found=opened[-1][0], expected="its closing bracket after it")


def shown(text: str) -> str:
    """A piece of text that is safe and short enough to print in a message."""
    safe = text if text.isprintable() else ascii(text)[1:-1]
    return safe if len(safe) <= 60 else f"{safe[:57]}..."
