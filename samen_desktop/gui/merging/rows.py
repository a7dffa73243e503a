"""The rows of the table of files: what each would bring, or what merges brought before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from samen_desktop.core.merging import FileTold, counted
from samen_desktop.gui import language

if TYPE_CHECKING:
    from .work import Past

Row = tuple[str, str, str]
"""File, what it brings, remark."""


class FileRows(QObject):
    """Puts what files brought into the cells of a row each."""

    def of_files(self, files: Sequence[FileTold]) -> list[Row]:
        """A row for each file that was looked at."""
        return [(each.name, self._brings(each), self._remark(each)) for each in files]

    def of_past(self, past: Sequence[Past]) -> list[tuple[Past, Row]]:
        """A row for each file of each merge, with the merge it belongs to."""
        found: list[tuple[Past, Row]] = []
        for merge in past:
            when = merge.when.strftime("%d-%m-%Y %H:%M")
            undone = self.tr("undone since") if merge.undone else ""
            if not merge.files:
                found.append((merge, (when, self._steps(merge.steps), undone)))
            for each in merge.files:
                remark = " · ".join(filter(None, (undone, self._remark(each))))
                found.append((merge, (f"{when}  {each.name}", self._brings(each), remark)))
        return found

    def _brings(self, told: FileTold) -> str:
        if told.refused is not None:
            return language.say(told.refused)
        if not told.edits:
            return self.tr("nothing new")
        parts = []
        if told.new:
            new = counted(told.new, language.current())
            parts.append(self.tr("new: {what}").format(what=new))
        if told.changed:
            changed = counted(told.changed, language.current())
            parts.append(self.tr("changed: {what}").format(what=changed))
        return "; ".join(parts) or self._steps(told.edits)

    def _remark(self, told: FileTold) -> str:
        if told.refused is not None:
            return self.tr("does not come in")
        parts = [self.tr("%n to choose", "", told.choices)] if told.choices else []
        if told.ahead:
            parts.append(self.tr("clock was fast"))
        return " · ".join(parts)

    def _steps(self, count: int) -> str:
        return self.tr("%n step(s)", "", count)
