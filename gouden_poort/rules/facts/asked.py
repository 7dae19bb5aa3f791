"""The conditions in words of a whole catalogue as columns: each different text is read once."""

from __future__ import annotations

import numpy as np

from gouden_poort.catalogue.columns import Texts
from gouden_poort.rules.columns.table import Column, NumberColumn, SetColumn, TruthColumn
from gouden_poort.rules.facts.conditions import AMOUNTS, ASKED_SKILLS, OTHER, YES_NO, Asked, read_conditions
from gouden_poort.rules.facts.shaping import distinct, lists, ragged


def condition_columns(texts: Texts, skills: Texts) -> dict[str, Column]:
    """All facts about conditions in words, known in every row: what a text does not ask is not asked."""
    codes, found = distinct(texts)
    asked = [read_conditions(text, skills) for text in found]
    truths = {
        fact: TruthColumn(values=np.asarray([fact in one.truths for one in asked], dtype=bool)[codes])
        for fact in YES_NO.values()
    }
    amounts = {
        fact: NumberColumn(values=np.asarray([one.amounts.get(fact, 0) for one in asked], dtype=np.int32)[codes])
        for fact, _ in AMOUNTS.values()
    }
    return {
        **truths,
        **amounts,
        ASKED_SKILLS: _skills(codes, asked),
        OTHER: lists(codes, [one.other for one in asked]),
    }


def _skills(codes: np.ndarray, asked: list[Asked]) -> SetColumn:
    named = sorted({skill for one in asked for skill in one.skills})
    items = ragged([[named.index(skill) for skill in one.skills] for one in asked])
    levels = ragged([list(one.skills.values()) for one in asked])
    return SetColumn(items=items.taken(codes), words=tuple(named), levels=levels.taken(codes))
