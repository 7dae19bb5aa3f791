"""From the texts of a rulebook to the book, or to every fault in it at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from gouden_poort.errors import InvalidRulebook, RuleFault
from gouden_poort.rules.book.rule import Rulebook
from gouden_poort.rules.language.bounds import Patience
from gouden_poort.rules.language.words import WordList
from gouden_poort.rules.loading.faults import MOST_TOLD, Faults, in_order
from gouden_poort.rules.loading.folders import OURS
from gouden_poort.rules.loading.meaning import check_meaning
from gouden_poort.rules.loading.nodes import Items, Node
from gouden_poort.rules.loading.rules import Named, WrittenRule, read_rule
from gouden_poort.rules.loading.section import Section
from gouden_poort.rules.loading.series import check_exclusions, check_periods
from gouden_poort.rules.loading.texts import Texts
from gouden_poort.rules.loading.trying import check_examples
from gouden_poort.rules.loading.vocabulary import Vocabulary
from gouden_poort.rules.loading.yaml import read_nodes

ENGINE_VERSION = "2"
"""Raised when the same texts would answer otherwise than before."""
LARGEST_BOOK = 1_500_000
"""Signs of all files together."""
MOST_FILES = 500
MOST_TRIED = 50_000
"""Leaves times examples, over all rules of a book."""


def load_rulebook(texts: Mapping[str, str]) -> Rulebook:
    """The book that some files make, by name; raises InvalidRulebook with all that is wrong."""
    _refuse_too_large(texts)
    faults = {name: Faults(name) for name in sorted(texts)}
    vocabulary = Vocabulary()
    sections: dict[str, Section] = {}
    for name in sorted(texts, key=lambda name: (not name.startswith(OURS), name)):
        node = read_nodes(texts[name], faults[name])
        if node is None:
            vocabulary.doubts.unread(texts[name])
        else:
            section = Section(node, faults[name], "a rule file", optional=("facts", "parameters", "rules"))
            vocabulary.add_file(section, faults[name])
            sections[name] = section
    words = vocabulary.words()
    written: list[WrittenRule] = []
    named: list[Named] = []
    for name in sorted(sections):
        file_texts = Texts(words, faults[name], vocabulary.doubts)
        for node in _rules(sections[name].get("rules"), faults[name]):
            if faults[name].count >= MOST_TOLD:
                break
            rule, known_as = read_rule(node, file_texts)
            written += [rule] if rule is not None else []
            named += [known_as] if known_as is not None else []
    _check(written, named, vocabulary)
    if found := [fault for file in faults.values() for fault in file.told]:
        raise InvalidRulebook(in_order(found))
    return _book(words, written, texts)


def _refuse_too_large(texts: Mapping[str, str]) -> None:
    """Before anything is read: a book may have come from anyone, and reading takes time. Ours are not counted."""
    size = 0
    for count, name in enumerate(sorted(name for name in texts if not name.startswith(OURS)), 1):
        size += len(texts[name])
        if size > LARGEST_BOOK or count > MOST_FILES:
            found = "more, from this file on"
            expected = f"at most {MOST_FILES} files in a book, and {LARGEST_BOOK // 1000} kB together"
            raise InvalidRulebook([RuleFault(file=name, line=1, column=1, found=found, expected=expected)])


def faults_of(texts: Mapping[str, str]) -> tuple[RuleFault, ...]:
    """What is wrong with some files; nothing when they make a book."""
    try:
        load_rulebook(texts)
    except InvalidRulebook as invalid:
        return invalid.faults
    return ()


def _rules(node: Node | None, faults: Faults) -> tuple[Node, ...]:
    if node is None:
        return ()
    if not isinstance(node, Items):
        faults.at(node, "a list of rules")
        return ()
    return node.nodes


def _check(written: Sequence[WrittenRule], named: Sequence[Named], vocabulary: Vocabulary) -> None:
    check_periods(named)
    check_exclusions(written, named, vocabulary.doubts)
    patience, tried = Patience(), 0
    for rule in written:
        tried += len(rule.rule.leaves) * len(rule.examples)
        if tried > MOST_TRIED:
            expected = f"at most {MOST_TRIED} times a leaf in an example, over the whole book"
            rule.section.faults.at(rule.section.key("tests"), expected, found="more, from this rule on")
            break
        if check_meaning(rule, patience):
            check_examples(rule)


def _book(words: WordList, written: Sequence[WrittenRule], texts: Mapping[str, str]) -> Rulebook:
    return Rulebook(
        words=words,
        rules=tuple(one.rule for one in written),
        version=version_of(texts),
        texts=MappingProxyType({name: texts[name] for name in sorted(texts)}),
    )


def version_of(texts: Mapping[str, str]) -> str:
    """Names the contents of some files, whatever order they come in."""
    digest = hashlib.sha256(ENGINE_VERSION.encode())
    for name in sorted(texts):
        for part in (name, texts[name]):
            digest.update(hashlib.sha256(part.encode(errors="surrogatepass")).digest())
    return digest.hexdigest()[:16]
