"""The round itself: its aim and frame, its phases, and the terms of its vocabularies.

Attributes: domain handbook 9.1. Council moments and plan versions have rooms of their own.
"""

from __future__ import annotations

from .fields import Field, Kind, Privacy, Type
from .shared_fields import PLACE
from .words import Words

CLOSED = frozenset({"GESL", "OVERG"})
"""Statuses of a round that is done: nothing in it may wait for an answer (handbook 9.3.1)."""

ROUND = Kind(
    name="round",
    plural="rounds",
    words=Words("Consultatieronde", "Consultation round"),
    words_plural=Words("Consultatierondes", "Consultation rounds"),
    fields=(
        Field(
            name="name",
            words=Words("Naam", "Name"),
            required=True,
            searched=True,
            privacy=Privacy.PUBLIC,
        ),
        Field(name="municipality", words=Words("Gemeente", "Municipality"), privacy=Privacy.PUBLIC),
        Field(
            name="occasion",
            words=Words("Aanleiding", "Occasion"),
            type=Type.LONG,
            privacy=Privacy.PUBLIC,
        ),
        Field(name="goal", words=Words("Doel", "Goal"), type=Type.LONG, privacy=Privacy.PUBLIC),
        Field(
            name="question",
            words=Words("Vraagstelling", "Question"),
            type=Type.LONG,
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="scope",
            words=Words("Reikwijdte: wel", "Within scope"),
            type=Type.LONG,
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="out_of_scope",
            words=Words("Reikwijdte: niet", "Out of scope"),
            type=Type.LONG,
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="client",
            words=Words("Opdrachtgever (functie)", "Commissioned by (function)"),
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="start", words=Words("Startdatum", "Start"), type=Type.DATE, privacy=Privacy.PUBLIC
        ),
        Field(name="end", words=Words("Einddatum", "End"), type=Type.DATE, privacy=Privacy.PUBLIC),
        Field(name="reference", words=Words("Kenmerk", "Reference"), privacy=Privacy.PUBLIC),
        Field(
            name="status",
            words=Words("Rondestatus", "Round status"),
            type=Type.TERM,
            vocabulary="round_status",
            privacy=Privacy.PUBLIC,
        ),
        Field(name="plan", words=Words("Plandocument", "Plan document"), privacy=Privacy.PUBLIC),
        Field(
            name="retention",
            words=Words("Bewaarprofiel", "Retention profile"),
            type=Type.TERM,
            vocabulary="retention",
        ),
        Field(
            name="demo",
            words=Words("Demogegevens", "Demo data"),
            type=Type.YES_NO,
            privacy=Privacy.PUBLIC,
        ),
    ),
)

PHASE = Kind(
    name="phase",
    plural="phases",
    words=Words("Fase", "Phase"),
    words_plural=Words("Fasen", "Phases"),
    fields=(
        Field(
            name="number",
            words=Words("Nummer", "Number"),
            required=True,
            privacy=Privacy.PUBLIC,
            width=8,
        ),
        Field(
            name="name",
            words=Words("Naam", "Name"),
            required=True,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=30,
        ),
        Field(
            name="start_planned",
            words=Words("Start gepland", "Planned start"),
            type=Type.DATE,
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="start_actual",
            words=Words("Start werkelijk", "Actual start"),
            type=Type.DATE,
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="end_planned",
            words=Words("Eind gepland", "Planned end"),
            type=Type.DATE,
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="end_actual",
            words=Words("Eind werkelijk", "Actual end"),
            type=Type.DATE,
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="steps",
            words=Words("Stappen", "Steps"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=40,
        ),
        Field(
            name="room",
            words=Words("Ruimte voor gesprek", "Room for conversation"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=30,
        ),
        Field(
            name="level",
            words=Words("Participatieniveau", "Participation level"),
            type=Type.TERM,
            vocabulary="level",
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="communication",
            words=Words("Communicatie", "Communication"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=30,
        ),
        Field(
            name="result",
            words=Words("Resultaat", "Result"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=30,
        ),
        PLACE,
    ),
)

TERM = Kind(
    name="term",
    plural="terms",
    words=Words("Keuzewoord", "Term"),
    words_plural=Words("Keuzewoorden", "Terms"),
    fields=(
        Field(
            name="vocabulary",
            words=Words("Lijst", "Vocabulary"),
            required=True,
            privacy=Privacy.PUBLIC,
        ),
        Field(name="code", words=Words("Code", "Code"), required=True, privacy=Privacy.PUBLIC),
        Field(name="nl", words=Words("Nederlands", "Dutch"), required=True, privacy=Privacy.PUBLIC),
        Field(name="en", words=Words("Engels", "English"), privacy=Privacy.PUBLIC),
        PLACE,
        Field(
            name="active",
            words=Words("In gebruik", "In use"),
            type=Type.YES_NO,
            privacy=Privacy.PUBLIC,
        ),
    ),
)
