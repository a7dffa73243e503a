"""The plan that inputs and answers point into: its versions, and the outline of each.

A chapter belongs to one version and says which chapter of the version before it follows; so a
reference keeps what it meant, and what became of it can be told. Comparing two outlines is for
`outlines`, reading one from a document for `exchange`.
"""

from __future__ import annotations

from .fields import Field, Kind, Privacy, Type
from .shared_fields import PLACE
from .words import Words

PLAN_VERSION = Kind(
    name="plan_version",
    plural="plan_versions",
    words=Words("Planversie", "Plan version"),
    words_plural=Words("Planversies", "Plan versions"),
    fields=(
        Field(
            name="number",
            words=Words("Nummer", "Number"),
            required=True,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=8,
        ),
        Field(
            name="date",
            words=Words("Datum", "Date"),
            type=Type.DATE,
            privacy=Privacy.PUBLIC,
            width=11,
        ),
        Field(
            name="status",
            words=Words("Status planversie", "Plan version status"),
            type=Type.TERM,
            vocabulary="plan_status",
            privacy=Privacy.PUBLIC,
            width=14,
        ),
        Field(
            name="description",
            words=Words("Omschrijving", "Description"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=40,
        ),
        Field(name="file", words=Words("Gelezen uit", "Read from"), width=24),
        PLACE,
    ),
)

CHAPTER = Kind(
    name="chapter",
    plural="chapters",
    words=Words("Hoofdstuk", "Chapter"),
    words_plural=Words("Hoofdstukken", "Chapters"),
    fields=(
        Field(
            name="version",
            words=Words("Planversie", "Plan version"),
            type=Type.REF,
            targets=("plan_version",),
            required=True,
            privacy=Privacy.PUBLIC,
            width=10,
        ),
        Field(
            name="number",
            words=Words("Nummer", "Number"),
            searched=True,
            privacy=Privacy.PUBLIC,
            width=8,
        ),
        Field(
            name="title",
            words=Words("Titel", "Title"),
            required=True,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=40,
        ),
        Field(
            name="parent",
            words=Words("Valt onder", "Parent"),
            type=Type.REF,
            targets=("chapter",),
            privacy=Privacy.PUBLIC,
        ),
        PLACE,
        Field(name="owner", words=Words("Eigenaar (functie)", "Owner (function)"), width=20),
        Field(
            name="status",
            words=Words("Status hoofdstuk", "Chapter status"),
            type=Type.TERM,
            vocabulary="chapter_status",
            width=14,
        ),
        Field(
            name="text",
            words=Words("Tekst", "Text"),
            type=Type.LONG,
            searched=True,
            width=60,
        ),
        Field(
            name="follows",
            words=Words("Volgt op", "Follows"),
            type=Type.REF,
            targets=("chapter",),
        ),
    ),
)
"""A chapter or paragraph. `number` is text as printed (`7.1`, `Bijlage A`); `text` is what stands
under its own heading, without that of the chapters below it."""
