"""Ways to break a rule file, each at one place: what everybody who writes rules does wrong sooner or later.

A kind of damage takes the text of a healthy file and gives back the broken text with the line at which that must be
told, or None where there is nothing in the file to break in this way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Broken = tuple[str, int] | None
DamageKind = Callable[[str], Broken]


def replacing(pattern: str, new: str, *, told: str = "", below: int = 0) -> DamageKind:
    """Breaks one match of a pattern; told some lines below its first, or at the last one before that begins so."""
    sought = re.compile(pattern, re.MULTILINE)

    def damage(text: str) -> Broken:
        matches = [match for match in sought.finditer(text) if not _in_comment(text, match.start())]
        if not matches:
            return None
        # Not always the first: which one depends on the length of the file alone, so it stays the same.
        match = matches[len(text) % len(matches)]
        line = text.count("\n", 0, match.start()) + 1 + below
        if told:
            lines = text.splitlines()[:line]
            line = max(number for number, said in enumerate(lines, 1) if re.match(told, said))
        return text[: match.start()] + match.expand(new) + text[match.end() :], line

    return damage


def _in_comment(text: str, index: int) -> bool:
    return text[text.rfind("\n", 0, index) + 1 :].lstrip().startswith("#")


def _again(text: str) -> Broken:
    """The first rule once more, at the end."""
    rule = re.search(r"^  - id: .*\n(?:    .*\n|\n)+", text, re.MULTILINE)
    if rule is None:
        return None
    kept = text.rstrip("\n") + "\n"
    return kept + rule.group(), kept.count("\n") + 1


def _redefined(text: str) -> Broken:
    """A fact of ours with another meaning."""
    if re.search(r"^facts:|^  - id: entry", text, re.MULTILINE):
        return None
    return f"facts:\n  person.age: {{kind: yes_no, nl: oud, en: old}}\n{text}", 2


def _second_document(text: str) -> Broken:
    kept = text.rstrip("\n") + "\n"
    return f"{kept}---\nrules: []\n", kept.count("\n") + 1


RULE = r"  - id: "
KINDS: Mapping[str, DamageKind] = {
    "an unknown fact in a test": replacing(r'(test: ".*?(?:person|offering|occupation|employer)\.\w+)', r"\1_q"),
    "an unknown fact in only_if": replacing(r'^(    only_if: ".*?(?:person|offering)\.\w+)', r"\1_q"),
    "an unknown fact in an example": replacing(r"(given: \{\w+\.\w+):", r"\1_q:"),
    "an unknown key of a rule": replacing(r"^    (kind|source|when|tests):", r"    \1_q:"),
    "an unknown key of a leaf": replacing(r"\{id: (\w+), ", r"{id: \1, why: so, "),
    "an unknown key of a fact": replacing(r"(\{kind: \w+), ", r"\1, minimum: 3, "),
    "an unknown kind of rule": replacing(r"^(    kind: \w+)$", r"\1_q"),
    "an unknown kind of fact": replacing(r"(\{kind: \w+)", r"\1_q"),
    "an unknown unit": replacing(r"unit: (year|month|hour|euro)", r"unit: \1_q"),
    "an unknown effect": replacing(r"effect: (\w+)", r"effect: \1_q"),
    "an unknown outcome": replacing(r"expect: (\w+)", r"expect: \1_q"),
    "an unknown leaf in because": replacing(r"because: \[(\w+)", r"because: [\1_q"),
    "an unknown fact in ask": replacing(r"ask: \[([\w.]+)", r"ask: [\1_q"),
    "an unknown name in braces": replacing(r'(n[l]: ".*?\{[\w.]+)\}', r"\1_q}"),
    "an example that says yes for no": replacing(r"expect: no\b(?!t)(?!_)", "expect: yes"),
    "an example that says no for yes": replacing(r"expect: yes", "expect: no"),
    "a value outside a choice": replacing(r"(offering\.kind: )\w+", r"\1nothing"),
    "a value outside the bounds": replacing(r"(person\.age(?:_on_1_august)?: )\d+", r"\g<1>999"),
    "a number in words": replacing(r"(person\.age(?:_on_1_august)?: )\d+", r"\1old"),
    "a cell outside the scale": replacing(r"cells: \{(\w+): ", r"cells: {\1_q: "),
    "a day that is none": replacing(r"(from: \d{4})-\d\d-", r"\1-13-"),
    "a day of reading that is none": replacing(r"(read_on: \d{4}-\d\d)-\d\d", r"\1-32"),
    "a last day before the first": replacing(r"valid: \{from: ([\d-]+)[^}]*\}", r"valid: {from: \1, to: 1900-01-01}"),
    "a text without its other language": replacing(r", en: [^,}\"]+\}$", "}"),
    "a rule without its other language": replacing(r"^(    nl: .*\n)    en: .*\n", r"\1"),
    "a rule without source": replacing(r"^    source: \{.*\n", "", told=RULE),
    "a rule without id": replacing(r"^  - id: .*\n    ", "  - "),
    "an id in capitals": replacing(r"^  - id: ", "  - id: Q"),
    "a fact in capitals": replacing(r"^  person\.", "  person.Q"),
    "points elsewhere": replacing(r"^    kind: (admission|scheme|obligation|warning)\n", "    points: 3\n\\g<0>"),
    "the same key twice": replacing(r"^    kind: (\w+)\n", r"    kind: \1\n    kind: \1\n", below=1),
    "the same rule twice": _again,
    "a fact of ours again": _redefined,
    "a second document": _second_document,
    "an anchor": replacing(r"kind: (\w+)", r"kind: &q \1"),
    "an alias": replacing(r"kind: (\w+)", "kind: *q"),
    "a tag": replacing(r"kind: (\w+)", r"kind: !!python/name:q \1"),
    "a merged key": replacing(r"^    kind: ", "    <<: {points: 3}\n    kind: "),
    "a tab": replacing(r"^    kind: ", "\tkind: "),
    "a quote that does not end": replacing(r'^(.*test: "[^"]*)"', r"\1"),
    "a bracket that does not end": replacing(r"^(  .*\{[^{}]*)\}$", r"\1"),
    "a bracket too many": replacing(r"^(  .*\})$", r"\1}"),
    "a sign that cannot be seen": replacing(r"kind: ", "kind: \0"),
    "something very deep": replacing(r"kind: \w+", "kind: " + "[" * 100 + "]" * 100),
    "half a test": replacing(r'test: "', 'test: "('),
    "a call in a test": replacing(r'test: "', "test: \"__import__('os') or "),
    "a sum with a yes": replacing(r'test: "', 'test: "1 + person.employed > 0 or '),
    "a test that is always yes": replacing(r'test: "[^"]*"', 'test: "offering.cost_eur >= 0"'),
}  # fmt: skip
