"""A round as one edition shows it, in one language: names for keys, labels for codes, what to hide.

What the sheets share stands here; what each of them says stands in its own room. Holds the short
lists of a round (phases, groups, themes, names of stakeholders), never its inputs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Protocol, TypeVar

from samen_desktop.core.fields import Kind as RecordKind
from samen_desktop.core.fields import Privacy
from samen_desktop.core.words import Language, Words

from .editions import Edition
from .rows import OverviewSource
from .sheet import Cell, Column, Kind, Sheet
from .tally import Tally

_TITLE_LONGEST = 200  # a table's column name has at most 255 characters

Label = Callable[[str, str], str]
"""The label of a code in the language of the report: `label("stance", "KRITI")`."""


class _Classed(Protocol):
    @property
    def privacy(self) -> str: ...


Row = TypeVar("Row", bound=_Classed)


@dataclass(frozen=True, slots=True)
class Shown:
    """A column of a list and the most open edition that may have it."""

    words: Words
    width: int
    kind: Kind = Kind.TEXT
    privacy: Privacy = Privacy.PUBLIC


def shown(record: RecordKind, name: str, width: int, kind: Kind = Kind.TEXT) -> Shown:
    """A column that shows a field of a record: title and privacy are the field's."""
    field = record.field(name)
    return Shown(field.words, width, kind, field.privacy)


class View:
    """What is asked of the source once, and the counts that fill up while sheets are written."""

    def __init__(
        self, source: OverviewSource, edition: Edition, language: Language, label: Label
    ) -> None:
        self.source = source
        self.edition = edition
        self.language: Language = language
        self.label = label
        self.tally = Tally()
        self.cover = source.cover()
        self.phases = list(source.phases())
        self.groups = list(source.groups())
        self.themes = list(source.themes())
        self._classes = edition.row_classes()
        self._group_names = {group.key: group.name for group in self.groups}
        self._theme_names = {
            theme.key: f"{theme.number} {theme.name}".strip() for theme in self.themes
        }
        self._phase_names = {
            phase.key: f"{phase.number} {phase.name}".strip() for phase in self.phases
        }
        # Of a stakeholder that this edition hides only the code is said elsewhere.
        self._stakeholders = {
            row.code: (row.name if row.privacy in self._classes else row.code, row.groups)
            for row in source.stakeholders()
        }
        self.group_list = lru_cache(maxsize=1024)(self._join_groups)

    @property
    def today(self) -> str:
        return self.cover.as_of.date().isoformat()

    def say(self, words: Words) -> str:
        return words.say(self.language)

    def terms(self, vocabulary: str) -> Callable[[str], str]:
        """Labels of one vocabulary; empty for no code."""

        @lru_cache(maxsize=256)
        def term(code: str) -> str:
            return self.label(vocabulary, code) if code else ""

        return term

    def allowed(self, sheet: Words, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows this edition may show; counts the ones it holds back."""
        title, classes = self.say(sheet), self._classes
        for row in rows:
            if row.privacy in classes:
                yield row
            else:
                self.tally.held_back[title] += 1

    def _counted(self, title: str, rows: Iterable[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
        count = 0
        for row in rows:
            count += 1
            yield row
        self.tally.shown[title] = count

    def phase(self, key: str) -> str:
        return self._phase_names.get(key, "")

    def theme(self, key: str) -> str:
        return self._theme_names.get(key, "")

    def group(self, key: str) -> str:
        return self._group_names.get(key, "")

    def stakeholder(self, code: str) -> str:
        return self._stakeholders[code][0] if code in self._stakeholders else code

    def groups_of(self, stakeholder: str) -> tuple[str, ...]:
        return self._stakeholders[stakeholder][1] if stakeholder in self._stakeholders else ()

    def _join_groups(self, keys: tuple[str, ...]) -> str:
        return "; ".join(filter(None, map(self.group, keys)))

    def sheet(
        self,
        title: Words,
        table: Words,
        columns: Sequence[Shown],
        rows: Callable[[], Iterator[Sequence[Cell]]],
        *,
        late: bool = False,
    ) -> Sheet:
        """A list of which the edition keeps the columns it may show. `rows` gives all columns."""
        kept = [at for at, column in enumerate(columns) if self.edition.shows(column.privacy)]
        keep = itemgetter(*kept)
        titles = _unlike(self.say(columns[at].words) for at in kept)
        return Sheet(
            title=self.say(title),
            table=self.say(table),
            columns=tuple(
                Column(title, columns[at].width, columns[at].kind)
                for title, at in zip(titles, kept, strict=True)
            ),
            rows=lambda: self._counted(self.say(title), map(keep, rows())),
            late=late,
        )


def _unlike(titles: Iterable[str]) -> Iterator[str]:
    """Titles on one line, short enough for a table, each unlike the others also in small letters.

    A phase brings its own name into a title, and two phases may have one name.
    """
    taken: set[str] = set()
    for title in titles:
        plain = fresh = " ".join(title.split())[:_TITLE_LONGEST]
        number = 1
        while fresh.lower() in taken:
            number += 1
            fresh = f"{plain} ({number})"
        taken.add(fresh.lower())
        yield fresh
