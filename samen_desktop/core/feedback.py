"""Feedback: telling participants and organisations what was done with what they said.

Due four weeks after the session unless agreed otherwise (domain handbook 9.3.3). The letter itself
follows from inputs and answers; only what was written by hand stands here.
"""

from __future__ import annotations

from datetime import date, timedelta

from .fields import Field, Kind, Type
from .words import Words

WEEKS = 4
"""Weeks between a held session and its feedback, where nothing else was agreed."""

PLANNED, SENT, LAPSED = "GEPL", "VERZO", "VERV"

FEEDBACK = Kind(
    name="feedback",
    plural="feedbacks",
    words=Words("Terugkoppeling", "Feedback"),
    words_plural=Words("Terugkoppelingen", "Feedback"),
    fields=(
        Field(
            name="to",
            words=Words("Aan", "To"),
            type=Type.REF,
            targets=("stakeholder", "participant", "group"),
            required=True,
            width=24,
        ),
        Field(
            name="session",
            words=Words("Sessie", "Session"),
            type=Type.REF,
            targets=("session",),
            width=8,
        ),
        Field(
            name="channel",
            words=Words("Kanaal", "Channel"),
            type=Type.TERM,
            vocabulary="channel",
            width=16,
        ),
        Field(name="due", words=Words("Gepland", "Due"), type=Type.DATE, width=11),
        Field(name="sent", words=Words("Verzonden", "Sent"), type=Type.DATE, width=11),
        Field(
            name="status",
            words=Words("Status", "Status"),
            type=Type.TERM,
            vocabulary="feedback_status",
            width=12,
        ),
        Field(
            name="child_friendly",
            words=Words("Kindvriendelijk", "Child-friendly"),
            type=Type.YES_NO,
            width=10,
        ),
        Field(
            name="text",
            words=Words("Eigen tekst", "Own text"),
            type=Type.LONG,
            searched=True,
            width=50,
        ),
        Field(
            name="remark",
            words=Words("Opmerking", "Remark"),
            type=Type.LONG,
            searched=True,
            width=30,
        ),
    ),
)


CHANNEL_FOR_CHILDREN = "KINDV"

CHILDREN = frozenset({"J0T11", "J12T15"})
"""Age bands of those who are told in plainer words, unless somebody says otherwise."""


def due_after(held: str) -> str:
    """The day feedback on a session is due, from its ISO date; empty where that is no whole day."""
    try:
        return (date.fromisoformat(held) + timedelta(weeks=WEEKS)).isoformat()
    except ValueError:
        return ""
