"""What came out of a damaged file: counts, and values that are kept apart for a person to judge.

How it is read is for the store; how it is shown for window and command line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from .words import Words


@dataclass(frozen=True, slots=True)
class KeptApart:
    """A value that is damaged, or belongs to something that is lost: readable, but not trusted.

    `where` names the record and `field` the field, as well as they are known.
    """

    where: Words
    field: Words
    text: str


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What a damaged file gave, in rows of its log.

    `recovered` are sound; `damaged` are read but not as they were written; `missing` are gone;
    `filled` are those of both that the backup still had, so that they are whole again. `steps` are
    steps whose name and author are lost while what they did is not. `backup_from` is the time of
    the last sound backup (ISO, UTC), empty where there is none. `here` and `there` count records by
    notion, in the new file and in that backup.
    """

    recovered: int
    damaged: int
    missing: int
    filled: int
    steps: int
    attachments: int
    attachments_lost: int
    backup_from: str
    here: Mapping[str, int]
    there: Mapping[str, int]
    apart: tuple[KeptApart, ...] = ()

    @property
    def lost(self) -> int:
        """Rows that are in the new file in no way."""
        return self.damaged + self.missing - self.filled

    def as_text(self) -> str:
        """To be kept in the new file."""
        return json.dumps(asdict(self), ensure_ascii=False)


def salvaged_of(text: str) -> Salvaged:
    """What was kept. Raises ValueError, KeyError or TypeError for what is no such text."""
    found = json.loads(text)
    apart = tuple(
        KeptApart(Words(**each["where"]), Words(**each["field"]), each["text"])
        for each in found.pop("apart")
    )
    return Salvaged(**found, apart=apart)


def outcome(salvaged: Salvaged) -> list[Words]:
    """The outcome in sentences, the most important one first."""
    said = [
        Words(
            "{recovered} regels van het logboek zijn hersteld.",
            "{recovered} rows of the log were recovered.",
        ).fill(recovered=salvaged.recovered)
    ]
    for count, words in (
        (salvaged.damaged, _DAMAGED),
        (salvaged.missing, _MISSING),
        (salvaged.filled, _FILLED),
        (salvaged.steps, _STEPS),
        (salvaged.attachments_lost, _ATTACHMENTS),
    ):
        if count:
            said.append(words.fill(count=count))
    if not salvaged.lost and not salvaged.attachments_lost:
        said.append(_WHOLE if salvaged.backup_from else _WHOLE_AS_FAR)
    return said


_DAMAGED = Words(
    "Beschadigd: {count}. Wat ervan te lezen is, staat apart en telt niet mee.",
    "Damaged: {count}. What can be read of it is kept apart and does not count.",
)
_MISSING = Words("Ontbreekt: {count}.", "Missing: {count}.")
_FILLED = Words(
    "Aangevuld uit de laatste reservekopie: {count}.",
    "Filled in from the last backup: {count}.",
)
_STEPS = Words(
    "Van {count} stappen in de geschiedenis zijn naam en schrijver verloren; wat er gebeurde niet.",
    "Of {count} steps in the history name and writer are lost; what was done is not.",
)
_ATTACHMENTS = Words("Bijlagen die verloren zijn: {count}.", "Attachments that are lost: {count}.")
_WHOLE = Words(
    "Er is niets verloren dat in het bestand of in de reservekopie stond.",
    "Nothing is lost that stood in the file or in the backup.",
)
_WHOLE_AS_FAR = Words(
    "Alles wat in het bestand te vinden was, is hersteld. Er is geen reservekopie om het mee te"
    " vergelijken.",
    "All that could be found in the file was recovered. There is no backup to compare it with.",
)
