"""What is to be done: follow-up actions, each with an owner, a due date and where it came from."""

from __future__ import annotations

from .fields import Field, Kind, Series, Type
from .shared_fields import CODE, PRIVACY_CLASS, SOURCE, SOURCE_KEY, joined_into
from .words import Words

FOLLOW_UP = Kind(
    name="follow_up",
    plural="follow_ups",
    words=Words("Actie", "Follow-up"),
    words_plural=Words("Acties", "Follow-ups"),
    series=Series(prefix="A", digits=3),
    fields=(
        CODE,
        Field(
            name="description",
            words=Words("Actie", "Follow-up"),
            type=Type.LONG,
            required=True,
            searched=True,
            width=50,
        ),
        Field(
            name="origin",
            words=Words("Herkomst", "Origin"),
            type=Type.REF,
            targets=("session", "input"),
            width=10,
        ),
        Field(
            name="owner",
            words=Words("Actiehouder", "Owner"),
            searched=True,
            width=24,
        ),
        Field(
            name="due",
            words=Words("Deadline", "Due"),
            type=Type.DATE,
            width=11,
        ),
        Field(
            name="status",
            words=Words("Status", "Status"),
            type=Type.TERM,
            vocabulary="follow_up_status",
            width=14,
        ),
        Field(
            name="done_on",
            words=Words("Afgerond op", "Done on"),
            type=Type.DATE,
            width=11,
        ),
        Field(
            name="result",
            words=Words("Resultaat", "Result"),
            type=Type.LONG,
            searched=True,
            width=34,
        ),
        Field(
            name="evidence",
            words=Words("Bewijsstuk", "Evidence"),
            searched=True,
            width=20,
        ),
        PRIVACY_CLASS,
        SOURCE,
        SOURCE_KEY,
        joined_into("follow_up"),
    ),
)
