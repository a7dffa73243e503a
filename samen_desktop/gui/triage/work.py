"""What cleaning up asks of the file: functions of a dossier, which the bridge does in turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samen_desktop.core.fields import Scalar
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.triage import RAW, Cut
from samen_desktop.core.words import Language
from samen_desktop.gui.bridge import Work
from samen_desktop.store import records, triage
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import listing
from samen_desktop.store.reading import similar as likes
from samen_desktop.store.reading.similar import Similar, ThemeSuggestion
from samen_desktop.store.triage import Done, OfferedTheme

__all__ = ["Done", "OfferedTheme", "Similar", "ThemeSuggestion"]

_ALIKE = 3


@dataclass(frozen=True, slots=True)
class Offered:
    """What stands behind the keys: nine themes, all themes, kinds as (code, words)."""

    themes: list[OfferedTheme]
    all_themes: list[tuple[str, str]]
    kinds: list[tuple[str, str]]
    waiting: int


@dataclass(frozen=True, slots=True)
class Advice:
    """A theme for an input; `settles`: it is raw and has all it needs, so it may stay like that."""

    theme: ThemeSuggestion | None
    settles: bool = False


@dataclass(frozen=True, slots=True)
class Suggested:
    """What goes with one input: a theme for it, inputs like it, and what was split from it."""

    record: bytes
    theme: ThemeSuggestion | None
    alike: list[Similar]
    parts: list[tuple[bytes, str]]


def offered(language: Language) -> Work[Offered]:
    """What can be given by a key, and how many inputs wait for it."""

    def work(dossier: Dossier) -> Offered:
        conn, fields = dossier.conn, KINDS["input"]
        return Offered(
            triage.offered_themes(conn),
            records.choices(conn, fields.field("theme"), language),
            records.choices(conn, fields.field("kind"), language),
            triage.count_waiting(conn),
        )

    return work


def waiting() -> Work[int]:
    """How many inputs are raw or have no theme."""
    return lambda dossier: triage.count_waiting(dossier.conn)


def next_waiting(keys: Sequence[int]) -> Work[int | None]:
    """The first of these inputs that is raw or has no theme."""
    return lambda dossier: triage.first_waiting(dossier.conn, keys)


def classify(keys: Sequence[int], changes: Mapping[str, Scalar]) -> Work[Done]:
    """Give inputs a theme, a side theme or a kind, as one step."""
    return lambda dossier: triage.classify(dossier, _ids(dossier, keys), changes)


def classify_one(record: bytes, changes: Mapping[str, Scalar]) -> Work[Done]:
    """The same for one input by its id."""
    return lambda dossier: triage.classify(dossier, [record], changes)


def mark(keys: Sequence[int], status: str) -> Work[Done]:
    """Say that inputs are checked or fed back."""
    return lambda dossier: triage.mark(dossier, _ids(dossier, keys), status)


def split(record: bytes, cut: Cut) -> Work[tuple[bytes, str]]:
    """Make the second part of an input one of its own."""
    return lambda dossier: triage.split(dossier, record, cut)


def advice(record: bytes) -> Work[Advice]:
    """What can be said of one input in one key."""

    def work(dossier: Dossier) -> Advice:
        state = dossier.state(record)
        full = bool(state.shown("theme") and state.shown("kind"))
        raw = triage.status_of(state) == RAW
        return Advice(likes.suggest_theme(dossier, record), settles=full and raw)

    return work


def suggested(record: bytes) -> Work[Suggested]:
    """What goes with an input, for the pane that shows it."""
    return lambda dossier: Suggested(
        record,
        likes.suggest_theme(dossier, record),
        likes.similar(dossier, record, _ALIKE),
        triage.parts_of(dossier.conn, record),
    )


def _ids(dossier: Dossier, keys: Sequence[int]) -> list[bytes]:
    return listing.ids(dossier.conn, "input", keys)
