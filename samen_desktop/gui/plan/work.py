"""What the pages of the plan ask of the round: functions of a dossier for the bridge to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from samen_desktop.core import outlines
from samen_desktop.core.fields import Scalar
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.outlines import Heading, Step
from samen_desktop.core.words import Language
from samen_desktop.errands import planning
from samen_desktop.errands.planning import Document, Foreseen
from samen_desktop.gui.bridge import Work
from samen_desktop.gui.lists import work as lists
from samen_desktop.gui.lists.work import Told
from samen_desktop.store import looking_again, outlining, plans, records
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.looking_again import Reference
from samen_desktop.store.outlining import Way, Where
from samen_desktop.store.plans import Chapter, Version
from samen_desktop.store.reading import pointing
from samen_desktop.store.reading.pointing import NONE, Counts, Pointing

__all__ = ["NONE", "Chapter", "Counts", "Document", "Foreseen", "Pointing", "Reference"]
__all__ += ["Told", "Version", "Way", "Where"]


@dataclass(frozen=True, slots=True)
class Outline:
    """A version with its chapters, beside all other versions. `waiting` is to be looked at again.

    `statuses` are those a chapter can have; `version_statuses` words those of versions.
    """

    versions: tuple[Version, ...]
    shown: Version | None
    chapters: tuple[Chapter, ...]
    counts: Mapping[int, Counts]
    statuses: tuple[tuple[str, str], ...]
    version_statuses: Mapping[str, str]
    waiting: int


@dataclass(frozen=True, slots=True)
class ChapterTold:
    """A chapter to read, with what points at it."""

    chapter: Chapter
    told: Told
    pointing: tuple[Pointing, ...]
    statuses: Mapping[str, str]


def outline(version: bytes | None, language: Language) -> Work[Outline]:
    """A version, or the one that stands where it is not named or not there any more."""

    def work(dossier: Dossier) -> Outline:
        conn = dossier.conn
        versions = plans.versions(conn)
        shown = next((each for each in versions if each.id == version), None)
        shown = shown or next(iter(versions), None)
        status = KINDS["chapter"].field("status")
        of_version = KINDS["plan_version"].field("status")
        return Outline(
            tuple(versions),
            shown,
            tuple(plans.outline(conn, shown.key)) if shown else (),
            pointing.counts(conn, shown.key) if shown else {},
            tuple(records.choices(conn, status, language)),
            dict(records.choices(conn, of_version, language)),
            looking_again.waiting_count(conn),
        )

    return work


def chapter(found: Chapter, language: Language) -> Work[ChapterTold]:
    """A chapter to read."""

    def work(dossier: Dossier) -> ChapterTold:
        processing = KINDS["input"].field("answer/status")
        return ChapterTold(
            found,
            lists.told(found.id, language)(dossier),
            tuple(pointing.pointing_at(dossier.conn, found.key)),
            dict(records.choices(dossier.conn, processing, language)),
        )

    return work


def version_of(record: bytes) -> Work[bytes | None]:
    """The version a chapter belongs to; a version's own id; None for anything else."""

    def work(dossier: Dossier) -> bytes | None:
        found = dossier.conn.execute(
            "SELECT ver.id FROM chapters AS cha JOIN plan_versions AS ver ON ver.key = cha.version"
            " WHERE cha.id = ?1 UNION SELECT id FROM plan_versions WHERE id = ?1",
            (record,),
        ).fetchone()
        return None if found is None else bytes(found[0])

    return work


def adding(
    version: bytes, headings: Sequence[Heading], at: bytes | None, where: Where
) -> Work[list[bytes]]:
    """Put chapters into an outline."""
    return lambda dossier: outlining.add(dossier, version, headings, at, where)


def moving(record: bytes, way: Way) -> Work[bool]:
    """Move a chapter with all under it."""
    return lambda dossier: outlining.move(dossier, record, way)


def taking_out(record: bytes) -> Work[int]:
    """Take a chapter out with all under it."""
    return lambda dossier: outlining.take_out(dossier, record)


def changing(record: bytes, name: str, value: Scalar) -> Work[bytes]:
    """Change one field of a chapter."""
    return lambda dossier: records.save(dossier, "chapter", record, {name: value})


def next_version(about: Mapping[str, Scalar]) -> Work[bytes]:
    """Make a next version to be changed by hand."""
    return lambda dossier: outlining.next_version(dossier, about)


def deleting_version(version: bytes) -> Work[int]:
    """Take a version out with its chapters."""
    return lambda dossier: outlining.delete_version(dossier, version)


# --- reading a version in -----------------------------------------------------


def document(path: Path) -> Callable[[], Document]:
    """Read the outline of a document, beside the round."""
    return lambda: planning.read_document(path)


def standing_chapters(dossier: Dossier) -> list[Chapter]:
    """The chapters of the version that stands."""
    standing = plans.versions(dossier.conn)
    return plans.outline(dossier.conn, standing[0].key) if standing else []


def comparing(old: Sequence[Chapter], found: Document) -> Callable[[], list[Step]]:
    """Compare outlines, beside the round: the outcome is remembered where it is asked next."""
    return lambda: outlines.compare([each.heading for each in old], found.headings)


def foreseeing(found: Document) -> Work[Foreseen]:
    """What taking it in would do."""
    return lambda dossier: planning.foresee(dossier, found)


def version_statuses(language: Language) -> Work[list[tuple[str, str]]]:
    """The statuses a version can have."""
    status = KINDS["plan_version"].field("status")
    return lambda dossier: records.choices(dossier.conn, status, language)


def taking_in(found: Document, about: Mapping[str, Scalar]) -> Work[bytes]:
    """Take it in as the next version."""
    return lambda dossier: planning.take_in(dossier, found, about)


# --- looking again ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Waiting:
    """What points into earlier versions, and the chapters of the version that stands."""

    references: tuple[Reference, ...]
    chapters: tuple[Chapter, ...]
    number: str


def waiting(dossier: Dossier) -> Waiting:
    """All that points into an earlier version."""
    conn = dossier.conn
    standing = plans.versions(conn)
    return Waiting(
        tuple(looking_again.to_look_at(conn)),
        tuple(plans.outline(conn, standing[0].key)) if standing else (),
        standing[0].number if standing else "",
    )


def leading_on(references: Sequence[Reference]) -> Work[int]:
    """Let these point at the chapters that followed."""
    return lambda dossier: looking_again.lead_on(dossier, references)


def placing_again(references: Sequence[Reference], to: bytes) -> Work[int]:
    """Let these point at a chapter that was chosen."""
    return lambda dossier: looking_again.place_again(dossier, references, to)
