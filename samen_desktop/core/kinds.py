"""All kinds of records a round can hold, by the name they carry in the log.

Each kind is told in the room of its subject; this room only gathers them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from .answers import ANSWER_VERSION, BUNDLE, TEXT_BLOCK
from .feedback import FEEDBACK
from .fields import Field, Kind, Type
from .files import ATTACHMENT, EXPORT, IMPORT
from .followups import FOLLOW_UP
from .inputs import INPUT, THEME
from .people import CONTACT, GROUP, PARTICIPANT, STAKEHOLDER
from .plans import CHAPTER, PLAN_VERSION
from .rounds import PHASE, ROUND, TERM
from .sessions import SESSION

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            ROUND,
            TERM,
            PHASE,
            GROUP,
            STAKEHOLDER,
            CONTACT,
            PARTICIPANT,
            SESSION,
            THEME,
            PLAN_VERSION,
            CHAPTER,
            BUNDLE,
            INPUT,
            ANSWER_VERSION,
            TEXT_BLOCK,
            FEEDBACK,
            FOLLOW_UP,
            ATTACHMENT,
            IMPORT,
            EXPORT,
        )
    }
)
"""In the order a reader meets them: what others refer to comes first."""


@lru_cache(maxsize=8192)
def split_field(name: str) -> tuple[str, str, str]:
    """Take a log field name apart: field, member (32 hex digits or empty), part (or empty).

    `submitter/<id>` and `attendance/<id>/present` name a member; `answer/status` is one name.
    """
    pieces = name.split("/")
    if len(pieces) >= 2 and len(pieces[1]) == 32:
        return pieces[0], pieces[1], pieces[2] if len(pieces) > 2 else ""
    return name, "", ""


@lru_cache(maxsize=8192)
def field_of(kind: str, name: str) -> Field:
    """The field that a log field name belongs to; for `attendance/<id>/present` its part.

    Raises KeyError for a kind there is not, or a name the kind does not know.
    """
    base, member, part = split_field(name)
    field = KINDS[kind].field(base)
    if bool(member) != (field.type in (Type.MEMBERS, Type.COUNTS)):
        raise KeyError(f"{kind}.{name}")
    if field.type is Type.COUNTS:
        for inner in field.parts:
            if inner.name == part:
                return inner
        raise KeyError(f"{kind}.{name}")
    return field
