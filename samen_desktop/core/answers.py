"""What is done with what was said: bundles of inputs, the answer to each, and when it is right.

An answer is fields of its owner (`answer/…`): the bundle's, or the input's own where it is in no
bundle; so two laptops give two versions of one answer, never two answers. The rules are those of
the domain handbook 9.3; whose answer counts for an input is settled by `store`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .fields import Field, Kind, Privacy, Scalar, Series, Type
from .shared_fields import CODE, PLACE, PUBLIC_CHECKED, joined_into
from .words import Words

PREFIX = "answer/"
"""What the log names of the fields of an answer begin with."""

NOT_WEIGHED = "OPN"
"""Processing status of an input of which nobody said otherwise (domain handbook 2.3)."""

DRAFT, SUBMITTED, APPROVED, PUBLISHED = "CONCEPT", "TERAK", "AKKOO", "PUBL"
"""States of an answer, in the order in which it passes them; without one it is a draft."""

STATES = (DRAFT, SUBMITTED, APPROVED, PUBLISHED)

_NEEDS_REASON = frozenset({"NOV", "DEE"})
_NEEDS_PLACE = frozenset({"OVG", "DEE", "BRK"})
"""Adopted or provided for already: the reader is told where (domain handbook 2.3 and 9.3.1)."""

_LEADS: Mapping[str, str] = MappingProxyType(
    {
        "OVG": "JA",
        "DEE": "GEDEEL",
        "NOV": "NEE",
        "BRK": "NEE",
        "BUI": "NEE",
        "TKN": "NVT",
        "VRG": "NVT",
    }
)

ANSWER_FIELDS: tuple[Field, ...] = (
    Field(
        name="answer/status",
        words=Words("Verwerking", "Processing"),
        type=Type.TERM,
        vocabulary="processing_status",
        privacy=Privacy.PUBLIC,
        width=18,
    ),
    Field(
        name="answer/text",
        words=Words("Beantwoording", "Answer"),
        type=Type.LONG,
        searched=True,
        privacy=Privacy.PUBLIC,
        width=46,
    ),
    Field(
        name="answer/leads_to_change",
        words=Words("Leidt tot aanpassing", "Leads to change"),
        type=Type.TERM,
        vocabulary="leads_to_change",
        privacy=Privacy.PUBLIC,
        width=12,
    ),
    Field(
        name="answer/reason",
        words=Words("Motivering", "Reason"),
        type=Type.LONG,
        searched=True,
        privacy=Privacy.PUBLIC,
        width=34,
    ),
    Field(
        name="answer/was",
        words=Words("Tekst was", "Text was"),
        type=Type.LONG,
        privacy=Privacy.PUBLIC,
        width=34,
    ),
    Field(
        name="answer/change",
        words=Words("Wijziging in het plan", "Change in the plan"),
        type=Type.LONG,
        searched=True,
        privacy=Privacy.PUBLIC,
        width=34,
    ),
    Field(
        name="answer/place",
        words=Words("Vindplaats", "Place in the plan"),
        type=Type.REF,
        targets=("chapter",),
        privacy=Privacy.PUBLIC,
        width=22,
    ),
    Field(
        name="answer/state",
        words=Words("Status antwoord", "Answer state"),
        type=Type.TERM,
        vocabulary="answer_state",
        width=12,
    ),
    Field(
        name="answer/approved_by",
        words=Words("Akkoord door (functie)", "Approved by (function)"),
        width=20,
    ),
    Field(
        name="answer/approved_on",
        words=Words("Datum akkoord", "Approved on"),
        type=Type.DATE,
        width=11,
    ),
    Field(
        name="answer/version",
        words=Words("Versie", "Version"),
        type=Type.WHOLE,
        privacy=Privacy.PUBLIC,
        width=8,
    ),
)
"""Fields of an answer, on a bundle or on an input alike. A version is counted from 1."""

HANDLER = Field(
    name="handler", words=Words("Behandelaar (functie)", "Handler (function)"), width=20
)
"""Who writes the answer; of an input in a bundle the bundle's counts."""

CHAPTERS = Field(
    name="chapter",
    words=Words("Hoofdstukken", "Chapters"),
    type=Type.MEMBERS,
    targets=("chapter",),
    privacy=Privacy.PUBLIC,
    width=16,
)
"""The parts of the plan that this is about; where the answer stands is `answer/place`."""

BUNDLE = Kind(
    name="bundle",
    plural="bundles",
    words=Words("Bundel", "Bundle"),
    words_plural=Words("Bundels", "Bundles"),
    series=Series(prefix="B", digits=2),
    fields=(
        CODE,
        Field(
            name="title",
            words=Words("Titel", "Title"),
            required=True,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=34,
        ),
        Field(
            name="summary",
            words=Words("Samenvatting", "Summary"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=44,
        ),
        Field(
            name="theme",
            words=Words("Thema", "Theme"),
            type=Type.REF,
            targets=("theme",),
            privacy=Privacy.PUBLIC,
            width=14,
        ),
        CHAPTERS,
        HANDLER,
        PUBLIC_CHECKED,
        *ANSWER_FIELDS,
        joined_into("bundle"),
    ),
)

ANSWER_VERSION = Kind(
    name="answer_version",
    plural="answer_versions",
    words=Words("Antwoordversie", "Answer version"),
    words_plural=Words("Antwoordversies", "Answer versions"),
    fields=(
        Field(
            name="of",
            words=Words("Hoort bij", "Belongs to"),
            type=Type.REF,
            targets=("bundle", "input"),
            required=True,
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="version",
            words=Words("Versie", "Version"),
            type=Type.WHOLE,
            required=True,
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="date",
            words=Words("Gepubliceerd op", "Published on"),
            type=Type.DATE,
            privacy=Privacy.PUBLIC,
        ),
        *(
            Field(
                name=field.name.removeprefix(PREFIX),
                words=field.words,
                type=field.type,
                vocabulary=field.vocabulary,
                targets=field.targets,
                privacy=field.privacy,
            )
            for field in ANSWER_FIELDS
            if field.name not in ("answer/state", "answer/version")
        ),
    ),
)
"""An answer as it was published: it stays readable as it was, whatever the answer becomes."""

TEXT_BLOCK = Kind(
    name="text_block",
    plural="text_blocks",
    words=Words("Tekstblok", "Text block"),
    words_plural=Words("Tekstblokken", "Text blocks"),
    fields=(
        Field(
            name="title",
            words=Words("Naam", "Name"),
            required=True,
            searched=True,
            width=24,
        ),
        Field(
            name="text",
            words=Words("Tekst", "Text"),
            type=Type.LONG,
            required=True,
            searched=True,
            width=60,
        ),
        PLACE,
    ),
)
"""A text that many answers use, put in where the writer asks for it."""


def leads_to_change(status: str) -> str:
    """Whether the plan changes, as it follows from the status (9.2); empty while not weighed.

    A person may say otherwise: then `answer/leads_to_change` is filled.
    """
    return _LEADS.get(status, "")


def needs_reason(status: str) -> bool:
    """Whether a status has to be argued: refusal, and adoption in part (9.3.1)."""
    return status in _NEEDS_REASON


def needs_place(status: str) -> bool:
    """Whether a status has to say where in the plan (9.3.1)."""
    return status in _NEEDS_PLACE


def missing(answer: Mapping[str, Scalar]) -> dict[str, Words]:
    """What keeps an answer from being approved: the sentence for each field, by its log name.

    A text of spaces is no text. The order is that of the form.
    """
    status = str(answer.get("answer/status") or NOT_WEIGHED)
    found: dict[str, Words] = {}
    if status == NOT_WEIGHED:
        found["answer/status"] = Words(
            "Kies wat er met de inbreng gebeurt.", "Choose what is done with the input."
        )
    if not _filled(answer, "answer/text"):
        found["answer/text"] = Words("Schrijf het antwoord.", "Write the answer.")
    if needs_reason(status) and not _filled(answer, "answer/reason"):
        found["answer/reason"] = _DUTIES[status]
    if needs_place(status) and not _filled(answer, "answer/place"):
        found["answer/place"] = _PLACES[status]
    return found


_DUTIES: Mapping[str, Words] = {
    "NOV": Words(
        "Verplicht bij niet overgenomen: waarom niet?", "Needed where not adopted: why not?"
    ),
    "DEE": Words(
        "Verplicht bij gedeeltelijk: wat niet, en waarom?",
        "Needed where adopted in part: what not, and why?",
    ),
}
_PLACES: Mapping[str, Words] = {
    "OVG": Words("Verplicht bij overgenomen: waar in het plan?", "Needed: where in the plan?"),
    "DEE": Words("Verplicht bij gedeeltelijk: waar in het plan?", "Needed: where in the plan?"),
    "BRK": Words("Verplicht bij al voorzien: waar in het plan?", "Needed: where in the plan?"),
}


def _filled(answer: Mapping[str, Scalar], name: str) -> bool:
    value = answer.get(name)
    return bool(value.strip()) if isinstance(value, str) else value is not None
