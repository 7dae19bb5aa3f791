"""The scales and closed lists a profile is written in, with their official names.

CEFR: Council of Europe, Common European Framework of Reference; here the level of Dutch.
NLQF: Dutch Qualifications Framework, 1-8 (0 = none held).
"""

from __future__ import annotations

from enum import Enum, IntEnum

NLQF_HIGHEST = 8
SKILL_LEVEL_HIGHEST = 5
"""Skill levels: 1 with help, 2 under supervision, 3 independent, 4 experienced, 5 expert or teaches."""


class CEFR(IntEnum):
    """Levels of Dutch; A0 is a beginner. They compare in order."""

    A0 = 0
    A1 = 1
    A2 = 2
    B1 = 3
    B2 = 4
    C1 = 5
    C2 = 6


class Mode(Enum):
    """A way to travel."""

    BIKE = "bike"
    TRANSIT = "transit"
    CAR = "car"


class TargetGroup(Enum):
    """The four groups the service is for; a person may belong to several or to none."""

    STATUS_HOLDER = "status_holder"
    STARTER = "starter"
    EXPERIENCED = "experienced"
    CAREER_CHANGER = "career_changer"


class Benefit(Enum):
    """The benefit someone lives on now."""

    NONE = "none"
    WW = "ww"
    BIJSTAND = "bijstand"
    WAJONG = "wajong"
    WIA = "wia"


class Daypart(Enum):
    """When in the week a course meets."""

    DAY = "day"
    EVENING = "evening"
    WEEKEND = "weekend"


class RightToWork(Enum):
    """What the residence paper or nationality says about work (Wet arbeid vreemdelingen)."""

    FREE = "free"
    PERMIT_NEEDED = "permit_needed"
    NOT_ALLOWED = "not_allowed"


class Permit(Enum):
    """The passport or residence permit someone has, as far as laws about work and integration tell them apart."""

    DUTCH_EU = "dutch_eu"
    ASYLUM_PERMIT = "asylum_permit"
    ASYLUM_PROCEDURE = "asylum_procedure"
    UKRAINE = "ukraine"
    FAMILY = "family"
    HIGHLY_SKILLED = "highly_skilled"
    STUDENT = "student"
    OTHER = "other"


class IntegrationDuty(Enum):
    """Whether someone must integrate (inburgeren), and under which act."""

    NONE = "none"
    WI2021 = "wi2021"
    EARLIER = "earlier"
    DONE = "done"


class Now(Enum):
    """What fills most of someone's days now."""

    WORK = "work"
    WORK_AT_RISK = "work_at_risk"
    SCHOOL = "school"
    NO_WORK = "no_work"


class PriorEducation(Enum):
    """The highest Dutch schooling finished, in the words that decide admission to mbo (WEB art. 8.2.1)."""

    NONE = "none"
    PRIMARY = "primary"
    VMBO_BB = "vmbo_bb"
    VMBO_KB_GL_TL = "vmbo_kb_gl_tl"
    HAVO_VWO_3 = "havo_vwo_3"
    HAVO = "havo"
    VWO = "vwo"
    ENTREE = "entree"
    MBO_2 = "mbo_2"
    MBO_3 = "mbo_3"
    MBO_4 = "mbo_4"
    AD = "ad"
    HBO = "hbo"
    WO = "wo"
    FOREIGN = "foreign"
