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

EDITIONS = {edition.code: edition for edition in (INTERN, COLLEAGUE)}


def edition(code: str) -> Edition:
    """The edition of that name. Raises KnownError for one that is not there (yet)."""
    if code == "openbaar":
        raise KnownError(
            "edition_not_yet",
            Words(
                "De editie openbaar is er nog niet. Kies intern of collega.",
                "The edition openbaar is not there yet. Choose intern or collega.",
            ),
        )
    if code not in EDITIONS:
        raise KnownError(
            "edition_unknown",
            Words(
                "Editie “{code}” bestaat niet. Kies intern of collega.",
                "There is no edition “{code}”. Choose intern or collega.",
            ).fill(code=code),
        )
    return EDITIONS[code]
