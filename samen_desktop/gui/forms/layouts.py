"""What stands where in the form of each kind: blocks of fields, left, right or over both sides.

A field that no block names is not edited in a form: codes, order, where a row was read in from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from samen_desktop.core.words import Words

LEFT, RIGHT, WIDE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Block:
    """A titled block of fields. `internal`: what stands in it stays in this file.

    `extra` names a part that is no plain field: `attendance`, `contacts`, `heard`.
    """

    words: Words
    side: int
    fields: tuple[str, ...] = ()
    internal: bool = False
    extra: str = ""


_GENERAL = Words("Algemeen", "General")
_DATES = Words("Planning", "Planning")
_NOTE = Words("Notitie", "Note")

FORMS: Mapping[str, tuple[Block, ...]] = MappingProxyType(
    {
        "input": (
            Block(Words("Woorden", "Words"), WIDE, ("words", "summary")),
            Block(
                Words("Herkomst", "Where from"),
                LEFT,
                ("session", "submitter", "group", "date", "table", "collected_by", "quote"),
            ),
            Block(
                Words("Duiding", "Reading"),
                RIGHT,
                (
                    "theme",
                    "side_theme",
                    "kind",
                    "stance",
                    "priority",
                    "status",
                    "privacy",
                    "public_checked",
                ),
            ),
            Block(Words("Interne noot", "Internal note"), WIDE, ("internal_note",), internal=True),
        ),
        "theme": (
            Block(_GENERAL, LEFT, ("number", "name", "parent")),
            Block(Words("Op de kaart", "In charts"), RIGHT, ("colour", "pattern")),
            Block(Words("Omschrijving", "Description"), WIDE, ("description",)),
        ),
        "session": (
            Block(
                _GENERAL,
                LEFT,
                ("title", "kind", "phase", "level", "status", "report_status", "reference"),
            ),
            Block(
                _DATES,
                RIGHT,
                (
                    "date",
                    "begin",
                    "end",
                    "location",
                    "leader",
                    "reporter",
                    "privacy",
                    "public_checked",
                ),
            ),
            Block(Words("Deelname", "Attendance"), WIDE, extra="attendance"),
            Block(Words("Gesprek", "Conversation"), WIDE, ("question", "agenda", "impression")),
            Block(Words("Afwijking", "Deviation"), WIDE, ("deviation", "deviation_reason")),
        ),
        "stakeholder": (
            Block(_GENERAL, LEFT, ("name", "kind", "group", "website", "by_name", "privacy")),
            Block(
                Words("Krachtenveld", "Force field"),
                LEFT,
                ("role", "involvement", "interest", "influence", "position"),
                internal=True,
            ),
            Block(Words("Contact", "Contact"), RIGHT, internal=True, extra="contacts"),
            Block(Words("Gehoord", "Heard"), RIGHT, extra="heard"),
            Block(_NOTE, WIDE, ("note",), internal=True),
        ),
        "group": (Block(_GENERAL, LEFT, ("name", "kind", "in_motion")),),
        "participant": (Block(_GENERAL, LEFT, ("code", "session", "group", "age")),),
        "contact": (
            Block(
                _GENERAL,
                LEFT,
                ("name", "function", "email", "phone", "preference", "consent", "remove_after"),
            ),
        ),
        "follow_up": (
            Block(Words("Actie", "Follow-up"), WIDE, ("description",)),
            Block(_DATES, LEFT, ("owner", "due", "status", "done_on")),
            Block(
                Words("Herkomst", "Where from"),
                RIGHT,
                ("origin", "evidence", "privacy"),
            ),
            Block(Words("Resultaat", "Result"), WIDE, ("result",)),
        ),
        "feedback": (
            Block(_GENERAL, LEFT, ("to", "session", "channel", "child_friendly")),
            Block(_DATES, RIGHT, ("due", "sent", "status")),
            Block(Words("Eigen tekst", "Own text"), WIDE, ("text",)),
            Block(Words("Opmerking", "Remark"), WIDE, ("remark",), internal=True),
        ),
        "plan_version": (
            Block(_GENERAL, LEFT, ("number", "date", "status")),
            Block(Words("Omschrijving", "Description"), WIDE, ("description",)),
        ),
        "chapter": (
            Block(_GENERAL, LEFT, ("number", "title")),
            Block(Words("Wie eraan werkt", "Who works on it"), RIGHT, ("owner", "status")),
            Block(Words("Tekst", "Text"), WIDE, ("text",)),
        ),
        "phase": (
            Block(_GENERAL, LEFT, ("number", "name", "level")),
            Block(_DATES, RIGHT, ("start_planned", "end_planned", "start_actual", "end_actual")),
            Block(Words("Inhoud", "Content"), WIDE, ("steps", "room", "communication", "result")),
        ),
        "round": (
            Block(
                _GENERAL, LEFT, ("name", "municipality", "client", "reference", "plan", "status")
            ),
            Block(_DATES, RIGHT, ("start", "end", "retention")),
            Block(
                Words("Opdracht", "Assignment"),
                WIDE,
                ("occasion", "goal", "question", "scope", "out_of_scope"),
            ),
        ),
    }
)
"""Blocks per kind, in the order of the form."""
