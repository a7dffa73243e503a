"""A round as one edition shows it, in one language: names for keys, labels for codes, what to hide.

What the sheets share stands here; what each of them says stands in its own room. Holds the short
lists of a round (phases, groups, themes, names of stakeholders), never its inputs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TypeVar

from samen_desktop.core.answers import NOT_WEIGHED
from samen_desktop.core.fields import Kind as RecordKind
from samen_desktop.core.fields import Privacy
from samen_desktop.core.privacy import NOBODY
from samen_desktop.core.words import Language, Words

from .editions import Edition
from .filters import NONE, Filters, Sieve
from .holding import Gate, Held, Row, Why
from .rows import AttendanceRow, InputRow, OverviewSource, SessionRow, StakeholderRow
from .sheet import Cell, Column, Kind, Sheet
from .tally import Tally

_TITLE_LONGEST = 200  # a table's column name has at most 255 characters

Label = Callable[[str, str], str]
"""The label of a code in the language of the report: `label("stance", "KRITI")`."""


R = TypeVar("R", bound=Row)

PENDING = Words("nog in behandeling", "still being considered")
"""What the public reads where an answer is not approved yet."""

FEWEST = 3
"""From so many people on a group may be told apart in public (domain handbook 9.3.4)."""

_SOME = Words("enkele {group}", "some {group}")
_PEOPLE = Words("deelnemers", "participants")


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
        self,
        source: OverviewSource,
        edition: Edition,
        language: Language,
        label: Label,
        filters: Filters = NONE,
        columns: Collection[str] = (),
    ) -> None:
        """`columns` are Dutch titles: of a list that lets itself be chosen only those are shown."""
        self.source = source
        self.edition = edition
        self.language: Language = language
        self.label = label
        self.filters = filters
        self._columns = frozenset(columns)
        self.choosable: list[tuple[str, str]] = []
        self.tally = Tally()
        self.held: dict[Held, None] = {}
        self.cover = source.cover()
        self.phases = list(source.phases())
        self.groups = list(source.groups())
        self.themes = list(source.themes())
        register = source.register() if edition.public else NOBODY
        self.gate = Gate(edition, register, self.cover.year)
        self.sieve = Sieve(filters, self.phases, self.themes, source.sessions())
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
            row.code: (row.name if self.names(row) else row.code, row.groups)
            for row in source.stakeholders()
        }
        self.group_list = lru_cache(maxsize=1024)(self._join_groups)
        self._shown_sessions: set[str] | None = None
        self._small_sessions: set[str] = set()
        if edition.public:
            shown = (row.code for row in source.sessions() if self.gate.holds(row) is None)
            self._shown_sessions = set(shown)
            self._small_sessions = {
                row.session
                for row in source.attendance()
                if self.people(row.present) is None and row.present is not None
            }

    @property
    def today(self) -> str:
        return self.cover.as_of.date().isoformat()

    def say(self, words: Words) -> str:
        return words.say(self.language)

    def terms(self, vocabulary: str) -> Callable[[str], str]:
        """Labels of one vocabulary; empty for no code."""
        pending = self.edition.public and vocabulary == "processing_status"

        @lru_cache(maxsize=256)
        def term(code: str) -> str:
            if pending and code == NOT_WEIGHED:
                return self.say(PENDING)
            return self.label(vocabulary, code) if code else ""

        return term

    def names(self, row: StakeholderRow) -> bool:
        """Whether this edition calls an organisation by its name."""
        return row.privacy in self._classes and (row.by_name or not self.edition.public)

    def allowed(self, sheet: Words, rows: Iterable[R]) -> Iterator[R]:
        """The rows that were chosen and that this edition may show; counts what it holds back."""
        title, classes, public = self.say(sheet), self._classes, self.edition.public
        passes, filtered = self.sieve.passes, bool(self.filters)
        for row in rows:
            if filtered and not passes(row):
                continue
            held = None
            if public or row.privacy not in classes:
                held = self.gate.holds(row) or self._session_hidden(row)
            if held is None:
                yield row
            else:
                self.hold(title, held)

    def hold(self, sheet: str, held: Held) -> None:
        """Count a row that is held back, once for each sheet that misses it."""
        self.tally.held_back[sheet] += 1
        self.tally.reasons[sheet, held.why] += 1
        self.held[held] = None

    def _session_hidden(self, row: Row) -> Held | None:
        """Attendance goes with its session, of which the public may not see the title either."""
        if not isinstance(row, AttendanceRow) or self._shown_sessions is None:
            return None
        hidden = row.session not in self._shown_sessions
        return Held("session", row.session, Why.LIKELY) if hidden else None

    def fate(self, row: InputRow) -> str:
        """Processing status of an input, as far as this edition may know."""
        return (row.public_status or NOT_WEIGHED) if self.edition.public else row.status

    def submitters(self, row: InputRow) -> str:
        """Who said it: organisations by name where that is allowed, persons by their code."""
        if not row.stakeholders:
            return "; ".join(self._persons(row))
        return "; ".join((*map(self.stakeholder, row.stakeholders), *self._persons(row)))

    def _persons(self, row: InputRow) -> Iterable[str]:
        if not self.edition.public or not row.participants:
            return row.participants
        crowds = row.crowds or (("", 0),) * len(row.participants)
        pairs = zip(row.participants, crowds, strict=True)
        return dict.fromkeys(self.person(code, crowd) for code, crowd in pairs)

    def person(self, code: str, crowd: tuple[str, int]) -> str:
        """A person's code; in public no more than the group where only one or two were there."""
        group, people = crowd
        if not self.edition.public or people >= FEWEST:
            return code
        return self.say(_SOME.fill(group=self.group(group) or self.say(_PEOPLE)))

    def people_of(self, session: SessionRow) -> int | None:
        """How many came to a session; in public not where that would tell of one or two of them."""
        small = session.code in self._small_sessions
        return None if small else self.people(session.present)

    def people(self, number: int | None) -> int | None:
        """A number of people; in public none where one or two would be known by it."""
        small = self.edition.public and number is not None and 0 < number < FEWEST
        return None if small else number

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
        choosable: bool = False,
    ) -> Sheet:
        """A list of which the edition keeps the columns it may show. `rows` gives all columns.

        Of a `choosable` one the columns that were chosen, and always the first.
        """
        kept = [at for at, column in enumerate(columns) if self.edition.shows(column.privacy)]
        if choosable:
            self.choosable += [(columns[at].words.nl, self.say(columns[at].words)) for at in kept]
        if choosable and self._columns:
            kept = [at for at in kept if at in kept[:1] or columns[at].words.nl in self._columns]
        keep = itemgetter(*kept) if len(kept) > 1 else _only(kept[0])
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


def _only(at: int) -> Callable[[Sequence[Cell]], Sequence[Cell]]:
    """As `itemgetter` of several does: a row, of one cell."""
    return lambda row: (row[at],)


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
