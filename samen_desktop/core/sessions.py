"""Where people are heard: sessions and who attended them.

A letter is a session of kind *schriftelijke reactie*. Attendance exists once per session and party
and is therefore part of the session: `attendance/<party>/present` and its neighbours.
"""

from __future__ import annotations

from .fields import Field, Kind, Privacy, Series, Type
from .shared_fields import (
    CODE,
    PRIVACY_CLASS,
    PUBLIC_CHECKED,
    SOURCE,
    SOURCE_KEY,
    joined_into,
)
from .words import Words

ATTENDANCE = (
    Field(
        name="invited",
        words=Words("Uitgenodigd", "Invited"),
        type=Type.WHOLE,
        privacy=Privacy.PUBLIC,
        width=10,
    ),
    Field(
        name="present",
        words=Words("Aanwezig", "Present"),
        type=Type.WHOLE,
        privacy=Privacy.PUBLIC,
        width=10,
    ),
    Field(
        name="age",
        words=Words("Leeftijdsgroep", "Age band"),
        type=Type.TERM,
        vocabulary="age_band",
        privacy=Privacy.PUBLIC,
    ),
    Field(
        name="consent",
        words=Words("Toestemming geregeld", "Consent arranged"),
        type=Type.TERM,
        vocabulary="consent",
    ),
    Field(
        name="remark",
        words=Words("Opmerking bereik", "Remark on reach"),
        type=Type.LONG,
        searched=True,
        width=30,
    ),
)

SESSION = Kind(
    name="session",
    plural="sessions",
    words=Words("Sessie", "Session"),
    words_plural=Words("Sessies", "Sessions"),
    series=Series(prefix="SE", digits=2),
    fields=(
        CODE,
        Field(
            name="title",
            words=Words("Titel", "Title"),
            required=True,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=36,
        ),
        Field(
            name="kind",
            words=Words("Soort", "Kind"),
            type=Type.TERM,
            vocabulary="session_kind",
            privacy=Privacy.PUBLIC,
            width=18,
        ),
        Field(
            name="phase",
            words=Words("Fase", "Phase"),
            type=Type.REF,
            targets=("phase",),
            privacy=Privacy.PUBLIC,
            width=8,
        ),
        Field(
            name="level",
            words=Words("Niveau", "Level"),
            type=Type.TERM,
            vocabulary="level",
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="date",
            words=Words("Datum", "Date"),
            type=Type.DATE,
            privacy=Privacy.PUBLIC,
            width=11,
        ),
        Field(
            name="begin",
            words=Words("Begin", "Begin"),
            type=Type.TIME,
            privacy=Privacy.PUBLIC,
            width=8,
        ),
        Field(
            name="end", words=Words("Eind", "End"), type=Type.TIME, privacy=Privacy.PUBLIC, width=8
        ),
        Field(
            name="location",
            words=Words("Plaats", "Location"),
            searched=True,
            privacy=Privacy.PUBLIC,
            width=22,
        ),
        Field(
            name="question",
            words=Words("Doelvraag", "Question"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=34,
        ),
        Field(
            name="leader",
            words=Words("Gespreksleider (functie)", "Discussion leader (function)"),
            searched=True,
        ),
        Field(
            name="reporter",
            words=Words("Verslaglegger (functie)", "Note-taker (function)"),
            searched=True,
        ),
        Field(
            name="status",
            words=Words("Status", "Status"),
            type=Type.TERM,
            vocabulary="session_status",
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="report_status",
            words=Words("Verslagstatus", "Report status"),
            type=Type.TERM,
            vocabulary="report_status",
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="deviation",
            words=Words("Afwijking van procesvoorstel", "Deviation from the process proposal"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=30,
        ),
        Field(
            name="deviation_reason",
            words=Words("Reden van de afwijking", "Reason for the deviation"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=30,
        ),
        Field(
            name="impression",
            words=Words("Impressie", "Impression"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=50,
        ),
        Field(
            name="agenda",
            words=Words("Agenda", "Agenda"),
            type=Type.LONG,
            searched=True,
            width=30,
        ),
        Field(
            name="reference",
            words=Words("Kenmerk", "Reference"),
            searched=True,
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="attendance",
            words=Words("Deelname", "Attendance"),
            type=Type.COUNTS,
            targets=("stakeholder", "group"),
            parts=ATTENDANCE,
            privacy=Privacy.PUBLIC,
        ),
        PRIVACY_CLASS,
        PUBLIC_CHECKED,
        SOURCE,
        SOURCE_KEY,
        joined_into("session"),
    ),
)
