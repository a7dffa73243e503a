"""The chapters of the plan as reports name them: in the order of the outline, newest version first.

Short lists: a plan has a hundred chapters or so for each version.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from samen_desktop.core.reports.answer_rows import NOWHERE, ChapterRow


class Outline:
    """All chapters of all versions, read once."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        versions = {
            key: (at, number)
            for at, (key, number) in enumerate(
                conn.execute(
                    "SELECT key, coalesce(number, '') FROM plan_versions WHERE deleted = 0"
                    " ORDER BY place DESC, id DESC"
                )
            )
        }
        rows = conn.execute(
            "SELECT key, CASE cut WHEN 0 THEN parent END, version, coalesce(number, ''),"
            " coalesce(title, ''), coalesce(owner, ''), coalesce(status, '') FROM chapters"
            " WHERE deleted = 0 ORDER BY place IS NULL, place, id"
        ).fetchall()
        last = len(versions)
        self._parents = {row[0]: row[1] for row in rows}
        self._names = {row[0]: f"{row[3]} {row[4]}".strip() for row in rows}
        self._version_at = {row[0]: versions.get(row[2], (last, ""))[0] for row in rows}
        self._chapters = {
            key: ChapterRow(
                str(key), number, title, self._top(key), owner, status,
                versions.get(version, (last, ""))[1],
            )
            for key, _, version, number, title, owner, status in rows
        }  # fmt: skip

    def chapter(self, key: int | None) -> ChapterRow:
        """The chapter of that key; nowhere for none or one that is gone."""
        return self._chapters.get(key, NOWHERE) if key is not None else NOWHERE

    def in_order(self) -> Iterator[tuple[int, ChapterRow]]:
        """Version by version as they stand in the plan: a chapter before what is below it."""
        below: dict[int | None, list[int]] = {}
        for key, parent in self._parents.items():
            below.setdefault(parent if parent in self._chapters else None, []).append(key)
        tops = sorted(below.get(None, []), key=self._version_at.__getitem__)
        waiting = tops[::-1]
        while waiting:
            key = waiting.pop()
            yield key, self._chapters[key]
            waiting += below.get(key, [])[::-1]

    def _top(self, key: int) -> str:
        """The name of the chapter at the top that this one stands in, itself if it is one."""
        while (parent := self._parents[key]) in self._parents:
            key = parent
        return self._names[key]
