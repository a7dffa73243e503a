"""What is counted while the rows stream by: once per row, so that sheets and figures agree.

Counts only what the edition shows. Holds a few numbers per session, stakeholder, theme and group,
never a row.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from samen_desktop.core.answers import NOT_WEIGHED

from .holding import Why
from .reach import HELD, WRITTEN, Said, Visit
from .rows import AttendanceRow, InputRow


@dataclass(slots=True)
class Part:
    """What one stakeholder took part in: inputs, held sessions, people sum, the last day heard."""

    inputs: int = 0
    sessions: int = 0
    people: int = 0
    last: str = ""


@dataclass(slots=True)
class Heard:
    """Inputs of one set of groups in one phase, and the last of their dates."""

    inputs: int = 0
    last: str = ""


@dataclass(slots=True)
class Tally:
    """Counts by code or key; an empty key counts what has none.

    `shown` and `held_back` count rows by sheet, `reasons` the latter by sheet and reason. `themes`
    counts main themes, `open_themes` those of inputs that are not weighed yet.
    """

    statuses: Counter[str] = field(default_factory=Counter)
    themes: Counter[str] = field(default_factory=Counter)
    side_themes: Counter[str] = field(default_factory=Counter)
    open_themes: Counter[str] = field(default_factory=Counter)
    sessions: Counter[str] = field(default_factory=Counter)
    stakeholders: defaultdict[str, Part] = field(default_factory=lambda: defaultdict(Part))
    visits: list[Visit] = field(default_factory=list)
    shown: Counter[str] = field(default_factory=Counter)
    held_back: Counter[str] = field(default_factory=Counter)
    reasons: Counter[tuple[str, Why]] = field(default_factory=Counter)
    _heard: defaultdict[tuple[tuple[str, ...], str], Heard] = field(
        default_factory=lambda: defaultdict(Heard)
    )

    def hear(self, row: InputRow, status: str) -> None:
        """Count an input, under the processing status that may be told."""
        self.statuses[status] += 1
        self.themes[row.theme] += 1
        self.sessions[row.session] += 1
        if status == NOT_WEIGHED:
            self.open_themes[row.theme] += 1
        for theme in row.side_themes:
            self.side_themes[theme] += 1
        for code in row.stakeholders:
            part = self.stakeholders[code]
            part.inputs += 1
            part.last = max(part.last, row.date)
        heard = self._heard[row.groups, row.phase]
        heard.inputs += 1
        if row.date > heard.last:  # noqa: PLR1730 - once per input: max() costs more
            heard.last = row.date

    def meet(self, row: AttendanceRow, groups: tuple[str, ...]) -> None:
        """Count a party at a session; `groups` are those the party belongs to."""
        present = row.present or 0
        kind, held = row.session_kind, row.status == HELD
        self.visits.append(
            Visit(row.session, kind, row.status, row.phase, row.date, groups, present)
        )
        if row.stakeholder and held and (present or kind == WRITTEN):
            part = self.stakeholders[row.stakeholder]
            part.sessions += 1
            part.people += present
            part.last = max(part.last, row.date)

    def said(self) -> list[Said]:
        """The inputs as reach wants them."""
        return [
            Said(groups, phase, heard.inputs, heard.last)
            for (groups, phase), heard in self._heard.items()
        ]

    def by_group(self) -> Counter[str]:
        """Inputs per group; an input of two groups counts in both."""
        counts: Counter[str] = Counter()
        for row in self.said():
            for group in row.groups or ("",):
                counts[group] += row.inputs
        return counts
