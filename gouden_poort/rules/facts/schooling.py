"""What schooling opens by law, as far as it can be known: three answers, as everywhere in rules.

Schooling from abroad has not been valued here, so by itself it settles nothing.
"""

from __future__ import annotations

from gouden_poort.profiles.levels import PriorEducation

NO_WAY_INTO_MBO_2 = frozenset({PriorEducation.NONE, PriorEducation.PRIMARY})
"""Schooling that gives no right to enter mbo 2 (WEB, art. 8.2.1)."""
BELOW_START_QUALIFICATION = NO_WAY_INTO_MBO_2 | {
    PriorEducation.VMBO_BB,
    PriorEducation.VMBO_KB_GL_TL,
    PriorEducation.HAVO_VWO_3,
    PriorEducation.ENTREE,
}
"""Schooling below havo, vwo or mbo 2 (Leerplichtwet 1969, art. 1)."""
HIGHEST_OF_VMBO = 2
"""NLQF of vmbo kader and higher, which mbo 2 shares: the number alone does not tell them apart."""


def start_qualification(schooling: PriorEducation | None, nlqf: int, diploma_nlqf: int) -> bool | None:
    """Whether someone has a diploma of havo, vwo, mbo 2 or higher.

    `diploma_nlqf` is the level of the best diploma of the catalogue that they hold, which no vmbo school gives.
    """
    if diploma_nlqf >= HIGHEST_OF_VMBO:
        return True
    return _unless_above(HIGHEST_OF_VMBO, nlqf, schooling, BELOW_START_QUALIFICATION)


def qualifies_mbo_2(schooling: PriorEducation | None, nlqf: int, diploma_nlqf: int) -> bool | None:
    """Whether someone may enter mbo 2: vmbo, three years of havo or vwo, entree, or anything higher will do."""
    if diploma_nlqf >= 1:
        return True
    return _unless_above(1, nlqf, schooling, NO_WAY_INTO_MBO_2)


def _unless_above(
    level: int, nlqf: int, schooling: PriorEducation | None, without: frozenset[PriorEducation]
) -> bool | None:
    """No when the schooling is among those without; a higher NLQF says yes, except of schooling from abroad."""
    if schooling is PriorEducation.FOREIGN:
        return None
    if nlqf > level:
        return True
    return None if schooling is None else schooling not in without
