"""Editions: for whom a report is, and so which rows and which fields it holds.

An edition holds the rows of its own privacy class and of the more open ones, and the fields whose
own class allows it. What no edition may hold (Contact) never reaches a report.
"""

from __future__ import annotations

from dataclasses import dataclass

from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Privacy
from samen_desktop.core.words import Words

_CLASSES = {"INTERN": Privacy.INTERN, "COLLEG": Privacy.COLLEAGUE, "OPENB": Privacy.PUBLIC}
"""Codes of the closed vocabulary `privacy`."""


@dataclass(frozen=True, slots=True)
class Edition:
    """`code` is what a person types; `least` the most secret class that may appear in it."""

    code: str
    words: Words
    left_out: Words
    least: Privacy

    def shows(self, privacy: Privacy) -> bool:
        return privacy.value >= self.least.value

    @property
    def public(self) -> bool:
        """Whether anybody may read it, and so whether a person must have gone through its rows."""
        return self.least is Privacy.PUBLIC

    def row_classes(self) -> frozenset[str]:
        """Codes of the privacy classes whose rows it holds. An unknown code is in none."""
        return frozenset(code for code, privacy in _CLASSES.items() if self.shows(privacy))


INTERN = Edition(
    "intern",
    Words("intern, niet doorsturen", "internal, do not pass on"),
    Words("Contactgegevens.", "Contact details."),
    Privacy.INTERN,
)
COLLEAGUE = Edition(
    "collega",
    Words("collega, niet openbaar", "colleague, not public"),
    Words(
        "Contactgegevens, interne noten, houding, rol, belang, invloed en standpunt, "
        "en alle rijen met privacyklasse intern.",
        "Contact details, internal notes, stance, role, interest, influence and position, "
        "and all rows of privacy class internal.",
    ),
    Privacy.COLLEAGUE,
)

PUBLIC = Edition(
    "openbaar",
    Words("openbaar", "public"),
    Words(
        "Alles wat naar personen leidt: contactgegevens, namen van mensen, interne noten, houding, "
        "tafel, behandelaar. Personen staan er met een code; van een groep met minder dan drie "
        "mensen staat er alleen “enkele”. Organisaties staan er met hun naam als dat mag, anders "
        "met een code. Rijen die niet openbaar of niet gecontroleerd zijn en rijen met mogelijke "
        "persoonsgegevens ontbreken.",
        "All that leads to persons: contact details, names of people, internal notes, stance, "
        "table, handler. Persons appear by a code; of a group of fewer than three people only "
        "“some”. Organisations appear by name where that is allowed, else by a code. Rows that are "
        "not public or not checked and rows with likely personal data are missing.",
    ),
    Privacy.PUBLIC,
)

EDITIONS = {edition.code: edition for edition in (INTERN, COLLEAGUE, PUBLIC)}

DEFAULT = PUBLIC
"""The edition where nobody chose one: what goes out by mistake then does the least harm."""


def edition(code: str) -> Edition:
    """The edition of that name. Raises KnownError where there is none."""
    if code not in EDITIONS:
        raise KnownError(
            "edition_unknown",
            Words(
                "Editie “{code}” bestaat niet. Kies openbaar, collega of intern.",
                "There is no edition “{code}”. Choose openbaar, collega or intern.",
            ).fill(code=code[:40]),
        )
    return EDITIONS[code]
