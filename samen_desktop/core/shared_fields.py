"""Fields that several kinds of records have, told once: number, class, order, provenance."""

from __future__ import annotations

from .fields import Field, Privacy, Type
from .words import Words

CODE = Field(name="code", words=Words("Nr", "No."), searched=True, privacy=Privacy.PUBLIC, width=9)
"""The code people speak aloud; `store` gives it where the kind has a series."""

PLACE = Field(
    name="place", words=Words("Volgorde", "Order"), type=Type.ORDER, privacy=Privacy.PUBLIC
)

PRIVACY_CLASS = Field(
    name="privacy",
    words=Words("Privacyklasse", "Privacy class"),
    type=Type.TERM,
    vocabulary="privacy",
)

PUBLIC_CHECKED = Field(
    name="public_checked",
    words=Words("Gecontroleerd op herleidbaarheid", "Checked for traceability"),
    type=Type.YES_NO,
    width=10,
)
"""A person read this row and says that nobody can be known from it. Holds for the text it was given
to: a text that was changed since is checked again."""

SOURCE = Field(
    name="source", words=Words("Ingelezen uit", "Read in from"), type=Type.REF, targets=("import",)
)

SOURCE_KEY = Field(name="source_key", words=Words("Bronsleutel", "Source key"))
"""The row of the source: its key there, else a hash of its cells."""


def joined_into(kind: str) -> Field:
    """The record of the same kind that stays where two were one."""
    return Field(
        name="joined_into",
        words=Words("Samengevoegd met", "Joined into"),
        type=Type.REF,
        targets=(kind,),
    )
