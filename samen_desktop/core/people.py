"""Who is heard: groups, stakeholders, their contacts, and participants known by a code.

A name of a person, an address or a number stands in Contact and nowhere else, and no export holds
a Contact (domain handbook 9.3.5).
"""

from __future__ import annotations

from collections.abc import Mapping

from .fields import Field, Kind, Privacy, Scalar, Series, Type
from .shared_fields import CODE, PLACE, PRIVACY_CLASS, SOURCE, SOURCE_KEY, joined_into
from .words import Words

GROUP = Kind(
    name="group",
    plural="groups",
    words=Words("Groep", "Group"),
    words_plural=Words("Groepen", "Groups"),
    fields=(
        Field(
            name="name",
            words=Words("Naam", "Name"),
            required=True,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=24,
        ),
        Field(
            name="in_motion",
            words=Words("In motie genoemd", "Named in motion"),
            type=Type.YES_NO,
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="kind",
            words=Words("Type", "Type"),
            type=Type.TERM,
            vocabulary="group_kind",
            privacy=Privacy.PUBLIC,
        ),
        PLACE,
        joined_into("group"),
    ),
)

STAKEHOLDER = Kind(
    name="stakeholder",
    plural="stakeholders",
    words=Words("Stakeholder", "Stakeholder"),
    words_plural=Words("Stakeholders", "Stakeholders"),
    series=Series(prefix="S", digits=3),
    fields=(
        CODE,
        Field(
            name="name",
            words=Words("Naam", "Name"),
            required=True,
            searched=True,
            privacy=Privacy.PUBLIC,
            width=34,
        ),
        Field(
            name="kind",
            words=Words("Soort", "Kind"),
            type=Type.TERM,
            vocabulary="stakeholder_kind",
            privacy=Privacy.PUBLIC,
            width=20,
        ),
        Field(
            name="group",
            words=Words("Groep", "Group"),
            type=Type.MEMBERS,
            targets=("group",),
            privacy=Privacy.PUBLIC,
            width=22,
        ),
        Field(
            name="role",
            words=Words("Rol krachtenveld", "Role in the force field"),
            type=Type.TERM,
            vocabulary="force_field_role",
            privacy=Privacy.INTERN,
        ),
        Field(
            name="interest",
            words=Words("Belang", "Interest"),
            type=Type.TERM,
            vocabulary="weight",
            privacy=Privacy.INTERN,
        ),
        Field(
            name="influence",
            words=Words("Invloed", "Influence"),
            type=Type.TERM,
            vocabulary="weight",
            privacy=Privacy.INTERN,
        ),
        Field(
            name="involvement",
            words=Words("Betrokkenheid", "Involvement"),
            type=Type.TERM,
            vocabulary="involvement",
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="position",
            words=Words("Standpunt (intern)", "Position (internal)"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.INTERN,
            width=30,
        ),
        Field(
            name="website",
            words=Words("Website", "Website"),
            searched=True,
            privacy=Privacy.PUBLIC,
            width=20,
        ),
        Field(
            name="by_name",
            words=Words("Openbaar bij naam", "Public by name"),
            type=Type.YES_NO,
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="note",
            words=Words("Notitie", "Note"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.INTERN,
            width=34,
        ),
        PRIVACY_CLASS,
        SOURCE,
        SOURCE_KEY,
        joined_into("stakeholder"),
    ),
)

CONTACT = Kind(
    name="contact",
    plural="contacts",
    words=Words("Contact", "Contact"),
    words_plural=Words("Contacten", "Contacts"),
    fields=(
        Field(
            name="of",
            words=Words("Van", "Of"),
            type=Type.REF,
            targets=("stakeholder", "participant"),
            required=True,
            privacy=Privacy.NEVER,
        ),
        Field(
            name="name", words=Words("Naam", "Name"), searched=True, privacy=Privacy.NEVER, width=24
        ),
        Field(
            name="function",
            words=Words("Functie", "Function"),
            searched=True,
            privacy=Privacy.NEVER,
            width=24,
        ),
        Field(
            name="email",
            words=Words("E-mail", "E-mail"),
            searched=True,
            privacy=Privacy.NEVER,
            width=24,
        ),
        Field(
            name="phone",
            words=Words("Telefoon", "Phone"),
            searched=True,
            privacy=Privacy.NEVER,
            width=16,
        ),
        Field(
            name="address",
            words=Words("Adres", "Address"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.NEVER,
            width=24,
        ),
        Field(
            name="preference",
            words=Words("Voorkeur terugkoppeling", "Preferred feedback"),
            type=Type.TERM,
            vocabulary="channel",
            privacy=Privacy.NEVER,
        ),
        Field(
            name="consent",
            words=Words("Toestemming", "Consent"),
            type=Type.TERM,
            vocabulary="consent",
            privacy=Privacy.NEVER,
        ),
        Field(
            name="remove_after",
            words=Words("Verwijderen na", "Remove after"),
            type=Type.DATE,
            privacy=Privacy.NEVER,
        ),
        Field(
            name="note",
            words=Words("Notitie", "Note"),
            type=Type.LONG,
            searched=True,
            privacy=Privacy.NEVER,
        ),
        Field(
            name="source",
            words=Words("Ingelezen uit", "Read in from"),
            type=Type.REF,
            targets=("import",),
            privacy=Privacy.NEVER,
        ),
    ),
)

_NO_EMAIL = Words(
    "Zonder toestemming geen e-mail; kies brief.", "No e-mail without consent; choose letter."
)


def consent_advice(contact: Mapping[str, Scalar]) -> Words | None:
    """What to think of where a contact prefers e-mail and its consent is missing (UAVG, art. 5).

    An advice: what was agreed with somebody stands in the field, whatever is thought of it.
    """
    lacks = contact.get("consent") == "ONTBR" and contact.get("preference") == "EMAIL"
    return _NO_EMAIL if lacks else None


PARTICIPANT = Kind(
    name="participant",
    plural="participants",
    words=Words("Deelnemer", "Participant"),
    words_plural=Words("Deelnemers", "Participants"),
    fields=(
        Field(
            name="code",
            words=Words("Code", "Code"),
            required=True,
            searched=True,
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="session",
            words=Words("Sessie", "Session"),
            type=Type.REF,
            targets=("session",),
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="group",
            words=Words("Groep", "Group"),
            type=Type.REF,
            targets=("group",),
            privacy=Privacy.PUBLIC,
        ),
        Field(
            name="age",
            words=Words("Leeftijdsgroep", "Age band"),
            type=Type.TERM,
            vocabulary="age_band",
        ),
        SOURCE,
        joined_into("participant"),
    ),
)
