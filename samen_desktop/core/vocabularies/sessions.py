"""Terms about sessions and letters: their kind, whether they were held, how far the report is."""

from __future__ import annotations

from .terms import Vocabulary, closed_list, open_list

LISTS: tuple[Vocabulary, ...] = (
    closed_list(
        "session_status",
        "sessiestatus",
        "session status",
        ("GEPL", "gepland", "planned"),
        ("UITGEN", "uitgenodigd", "invited"),
        ("GEHOUD", "gehouden", "held"),
        ("VERZET", "verzet", "moved"),
        ("AFGEL", "afgelast", "cancelled"),
    ),
    closed_list(
        "report_status",
        "verslagstatus",
        "report status",
        ("GEEN", "geen", "none"),
        ("CONCEPT", "concept", "draft"),
        ("TERINZ", "ter controle bij deelnemers", "with participants for checking"),
        ("VASTG", "vastgesteld", "adopted"),
        ("PUBL", "gepubliceerd", "published"),
    ),
    open_list(
        "session_kind",
        "soort sessie",
        "kind of session",
        ("START", "startbijeenkomst", "kick-off"),
        ("INFOR", "informatiebijeenkomst", "information meeting"),
        ("WERKS", "werksessie / werkatelier", "working session"),
        ("RONDE", "ronde-tafelgesprek", "round table"),
        ("INTERV", "interview / gesprek", "interview"),
        ("KLANK", "klankbordgroep", "sounding board"),
        ("OUDER", "ouderavond", "parents' evening"),
        ("KINDER", "kinder-/jongerengesprek", "children's or youth talk"),
        ("KINDERR", "kinderraad", "children's council"),
        ("STORY", "storytelling / ervaringsverhaal", "story collection"),
        ("SPEAK", "Speak & Eat", "meal talk"),
        ("RAADPL", "raadpleging door de raad", "consultation by the council"),
        ("SCHRIF", "schriftelijke reactie / brief", "written reaction or letter"),
        ("ADVIES", "adviesaanvraag en advies", "request for advice and advice"),
        ("ENQUE", "enquête / online", "survey or online"),
        ("INLOOP", "inloop, telefoon, e-mail", "walk-in, telephone, e-mail"),
        ("OVERIG", "overig", "other"),
    ),
)
