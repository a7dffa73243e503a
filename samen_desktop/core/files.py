"""Files that belong to a round: attachments kept inside, files read in, files that went out.

How they are read, written and kept is for `exchange` and `store`.
"""

from __future__ import annotations

from .fields import Field, Kind, Privacy, Type
from .shared_fields import PRIVACY_CLASS
from .words import Words

ATTACHMENT = Kind(
    name="attachment",
    plural="attachments",
    words=Words("Bijlage", "Attachment"),
    words_plural=Words("Bijlagen", "Attachments"),
    fields=(
        Field(name="file", words=Words("Bestand", "File"), required=True, searched=True, width=24),
        Field(name="title", words=Words("Titel", "Title"), searched=True, width=30),
        Field(
            name="of",
            words=Words("Hoort bij", "Belongs to"),
            type=Type.REF,
            targets=("round", "session", "input", "stakeholder", "follow_up"),
        ),
        Field(name="date", words=Words("Datum", "Date"), type=Type.DATE),
        Field(name="size", words=Words("Grootte (bytes)", "Size (bytes)"), type=Type.WHOLE),
        Field(name="sha256", words=Words("Controlegetal", "Checksum")),
        Field(
            name="note",
            words=Words("Herkomst", "Provenance"),
            type=Type.LONG,
            searched=True,
        ),
        PRIVACY_CLASS,
    ),
)

IMPORT = Kind(
    name="import",
    plural="imports",
    words=Words("Ingelezen bestand", "File read in"),
    words_plural=Words("Ingelezen bestanden", "Files read in"),
    fields=(
        Field(name="file", words=Words("Bestand", "File"), required=True, searched=True, width=24),
        Field(name="sha256", words=Words("Controlegetal", "Checksum"), required=True),
        Field(name="kind", words=Words("Ingelezen als", "Read in as"), required=True),
        Field(name="sheet", words=Words("Blad", "Sheet")),
        Field(name="mapping", words=Words("Koppeling", "Mapping"), type=Type.LONG),
        Field(name="rows", words=Words("Rijen", "Rows"), type=Type.WHOLE),
    ),
)

EXPORT = Kind(
    name="export",
    plural="exports",
    words=Words("Uitgegeven bestand", "File handed out"),
    words_plural=Words("Uitgegeven bestanden", "Files handed out"),
    fields=(
        Field(name="report", words=Words("Rapport", "Report"), required=True),
        Field(
            name="edition",
            words=Words("Editie", "Edition"),
            type=Type.TERM,
            vocabulary="privacy",
            required=True,
        ),
        Field(name="file", words=Words("Bestand", "File"), privacy=Privacy.INTERN, width=24),
        Field(name="sha256", words=Words("Controlegetal", "Checksum")),
        Field(name="rows", words=Words("Rijen", "Rows"), type=Type.WHOLE),
        Field(name="filters", words=Words("Filter", "Filter"), type=Type.LONG),
        Field(name="language", words=Words("Taal", "Language")),
        Field(name="recipient", words=Words("Aan (functie)", "To (function)")),
    ),
)
