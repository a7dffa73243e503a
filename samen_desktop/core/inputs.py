"""What was said: input items and the themes they are read under.

An input that is in no bundle carries the fields of its answer itself; what an answer is and when
it is right is for `answers`.
"""

from __future__ import annotations

from .answers import ANSWER_FIELDS, CHAPTERS, HANDLER
from .fields import Field, Kind, Privacy, Series, Type
from .shared_fields import (
    CODE,
    PLACE,
    PRIVACY_CLASS,
    PUBLIC_CHECKED,
    SOURCE,
    SOURCE_KEY,
    joined_into,
)
from .words import Words

OWN_CHANGE = "AMBTS"
"""Kind of an official's own change (ambtshalve wijziging): the only input without a submitter."""

INPUT = Kind(
    name="input",
    plural="inputs",
    words=Words("Inbreng", "Input"),
    words_plural=Words("Inbreng", "Inputs"),
    series=Series(prefix="I", digits=4),
    fields=(
        CODE,
        Field(
            name="session",
            words=Words("Sessie", "Session"),
            type=Type.REF,
            targets=("session",),
            privacy=Privacy.PUBLIC,
            width=8,
        ),
        Field(
            name="submitter",
            words=Words("Indiener", "Submitter"),
            type=Type.MEMBERS,
            targets=("stakeholder", "participant"),
            privacy=Privacy.PUBLIC,
            width=20,
        ),
        Field(
            name="group",
            words=Words("Groep", "Group"),
            type=Type.MEMBERS,
            targets=("group",),
            privacy=Privacy.PUBLIC,
            width=16,
        ),
        Field(
            name="collected_by",
            words=Words("Opgehaald door", "Collected by"),
            type=Type.TERM,
            vocabulary="collected_by",
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
            name="kind",
            words=Words("Aard", "Kind"),
            type=Type.TERM,
            vocabulary="input_kind",
            privacy=Privacy.PUBLIC,
            width=14,
        ),
        Field(
            name="words",
            words=Words("Woorden", "Words"),
            type=Type.LONG,
            required=True,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=50,
        ),
        Field(
            name="summary",
            words=Words("Kern", "Summary"),
            searched=True,
            privacy=Privacy.PUBLIC,
            width=36,
        ),
        Field(
            name="quote",
            words=Words("Citaat mag", "Quote allowed"),
            type=Type.TERM,
            vocabulary="consent",
        ),
        Field(
            name="internal_note",
            words=Words("Interne noot", "Internal note"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.INTERN,
            width=34,
        ),
        Field(name="table", words=Words("Tafel", "Table"), width=8),
        Field(
            name="stance",
            words=Words("Houding", "Stance"),
            type=Type.TERM,
            vocabulary="stance",
            privacy=Privacy.INTERN,
            width=12,
        ),
        Field(
            name="theme",
            words=Words("Thema", "Theme"),
            type=Type.REF,
            targets=("theme",),
            privacy=Privacy.PUBLIC,
            width=14,
        ),
        Field(
            name="side_theme",
            words=Words("Neventhema's", "Side themes"),
            type=Type.MEMBERS,
            targets=("theme",),
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="priority",
            words=Words("Prioriteit", "Priority"),
            type=Type.TERM,
            vocabulary="priority",
            width=10,
        ),
        PRIVACY_CLASS,
        PUBLIC_CHECKED,
        Field(
            name="status",
            words=Words("Status invoer", "Input status"),
            type=Type.TERM,
            vocabulary="input_status",
            width=14,
        ),
        Field(
            name="contradicts",
            words=Words("Tegengesteld aan", "Contradicts"),
            type=Type.MEMBERS,
            targets=("input",),
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="bundle",
            words=Words("Bundel", "Bundle"),
            type=Type.REF,
            targets=("bundle",),
            privacy=Privacy.PUBLIC,
            width=8,
        ),
        CHAPTERS,
        HANDLER,
        *ANSWER_FIELDS,
        SOURCE,
        SOURCE_KEY,
        Field(
            name="split_from",
            words=Words("Gesplitst uit", "Split from"),
            type=Type.REF,
            targets=("input",),
        ),
        joined_into("input"),
    ),
)

THEME = Kind(
    name="theme",
    plural="themes",
    words=Words("Thema", "Theme"),
    words_plural=Words("Thema's", "Themes"),
    fields=(
        Field(
            name="number",
            words=Words("Nummer", "Number"),
            searched=True,
            privacy=Privacy.PUBLIC,
            width=8,
        ),
        Field(
            name="name",
            words=Words("Naam", "Name"),
            required=True,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=34,
        ),
        Field(
            name="description",
            words=Words("Omschrijving", "Description"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=44,
        ),
        Field(
            name="colour",
            words=Words("Kleur", "Colour"),
            type=Type.TERM,
            vocabulary="colour",
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="pattern",
            words=Words("Patroon", "Pattern"),
            type=Type.TERM,
            vocabulary="pattern",
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="parent",
            words=Words("Valt onder", "Parent"),
            type=Type.REF,
            targets=("theme",),
            privacy=Privacy.PUBLIC,
        ),
        PLACE,
        SOURCE,
        joined_into("theme"),
    ),
)
