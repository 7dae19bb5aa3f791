"""Dutch, reading and writing, and the highest diploma."""

from __future__ import annotations

from gouden_poort.profiles.levels import CEFR, PriorEducation
from gouden_poort.profiles.question import NO, YES, YES_OR_NO, Choice, Kind, Question

BLOCK = "Taal en school"
QUESTIONS: tuple[Question, ...] = (
    Question(
        id="dutch",
        kind=Kind.CHOICE,
        block=BLOCK,
        short="Nederlands",
        text="Hoe gaat het met je Nederlands?",
        help="Kies wat je nu kunt.",
        why="Soms heb je eerst een taalcursus nodig. Die zetten we dan in je route.",
        choices=(
            Choice(value=CEFR.A0.name, label="Ik begin net", help="Ik ken een paar woorden."),
            Choice(value=CEFR.A1.name, label="Een beetje (A1)", help="Ik kan korte zinnen zeggen over mezelf."),
            Choice(
                value=CEFR.A2.name,
                label="Het gaat in de winkel en met buren (A2)",
                help="Ik begrijp een kort, gewoon gesprek.",
            ),
            Choice(
                value=CEFR.B1.name,
                label="Het gaat op het werk (B1)",
                help="Ik kan uitleg volgen en een gewone brief lezen.",
            ),
            Choice(
                value=CEFR.B2.name,
                label="Het gaat goed (B2)",
                help="Ik volg een vergadering en schrijf een verslag.",
            ),
            Choice(value=CEFR.C1.name, label="Het gaat vanzelf (C1)", help="Ik lees en schrijf ook moeilijke teksten."),
            Choice(
                value=CEFR.C2.name,
                label="Ik kan alles in het Nederlands (C2)",
                help="Ik schrijf zonder fouten over elk onderwerp.",
            ),
        ),
        sets=("profile.cefr", "person.cefr", "person.spoken_dutch"),
    ),
    Question(
        id="first_language",
        kind=Kind.CHOICE,
        block=BLOCK,
        short="Moedertaal",
        text="Is Nederlands je moedertaal?",
        help="Dat is de taal die je als kind leerde.",
        why="Voor sommige cursussen en hulp met taal maakt dat uit.",
        choices=YES_OR_NO,
        sets=("person.dutch_first_language",),
    ),
    Question(
        id="basics",
        kind=Kind.CHOICE,
        block=BLOCK,
        short="Lezen en schrijven",
        text="Is lezen of schrijven in het Nederlands soms lastig?",
        help="Bijvoorbeeld een brief, een formulier of de uitleg bij een machine.",
        why="Veel mensen vinden dat lastig. Er zijn gratis cursussen, en soms betaalt iemand mee.",
        choices=(
            Choice(value=YES, label="Ja, soms of vaak"),
            Choice(value=NO, label="Nee, dat gaat goed"),
        ),
        sets=("person.basic_skills_below_2f",),
    ),
    Question(
        id="schooling",
        kind=Kind.CHOICE,
        block=BLOCK,
        short="Hoogste diploma",
        text="Wat is je hoogste diploma?",
        help="Kies de school die je afmaakte. Begon je wel, maar stopte je? Kies dan de school daarvoor.",
        why="Je diploma bepaalt op welk niveau je mag beginnen op het mbo.",
        choices=(
            Choice(value=PriorEducation.NONE.value, label="Geen of weinig school"),
            Choice(value=PriorEducation.PRIMARY.value, label="Basisschool, of vmbo zonder diploma"),
            Choice(value=PriorEducation.VMBO_BB.value, label="Vmbo basis"),
            Choice(value=PriorEducation.VMBO_KB_GL_TL.value, label="Vmbo kader, gemengd of theoretisch (mavo)"),
            Choice(
                value=PriorEducation.HAVO_VWO_3.value,
                label="3 jaar havo of vwo",
                help="Je mocht naar klas 4, maar je hebt geen diploma.",
            ),
            Choice(value=PriorEducation.HAVO.value, label="Havo"),
            Choice(value=PriorEducation.VWO.value, label="Vwo"),
            Choice(value=PriorEducation.ENTREE.value, label="Entree (mbo 1)"),
            Choice(value=PriorEducation.MBO_2.value, label="Mbo 2"),
            Choice(value=PriorEducation.MBO_3.value, label="Mbo 3"),
            Choice(value=PriorEducation.MBO_4.value, label="Mbo 4"),
            Choice(value=PriorEducation.AD.value, label="Associate degree (Ad)"),
            Choice(value=PriorEducation.HBO.value, label="Hbo"),
            Choice(value=PriorEducation.WO.value, label="Universiteit"),
            Choice(
                value=PriorEducation.FOREIGN.value,
                label="Een diploma uit een ander land",
                help="De waarde in Nederland kun je later laten bepalen.",
            ),
        ),
        sets=(
            "profile.nlqf",
            "person.nlqf",
            "person.schooling",
            "person.start_qualification",
            "person.qualifies_mbo_2",
            "person.foreign_diploma",
        ),
    ),
)
