"""The rows of the reports about answers: inputs with what is done about them, streamed.

Goes on where the overview's reader ends. Bundles are read one at a time, with their inputs, in the
order of themes; what a chapter of the plan took in is looked up chapter by chapter.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Any

from samen_desktop.core.answers import NOT_WEIGHED, PUBLISHED
from samen_desktop.core.inputs import OWN_CHANGE
from samen_desktop.core.reports.answer_rows import (
    NOWHERE,
    AnsweredRow,
    AnswerRow,
    ChapterRow,
    FeedbackRow,
    SubjectRow,
)

from .feedback import Telling
from .outline import Outline
from .overview import RoundOverview
from .overview_inputs import ANSWER, COLUMNS, LIVE, ORDERS, checked

_FEW = 256
_INPUT_COLUMNS = 16
_ANSWER_COLUMNS = f"""
    answers.owner, coalesce(answers.status, '{NOT_WEIGHED}'), coalesce(answers.text, ''),
    coalesce(answers.leads_to_change, ''), coalesce(answers.reason, ''), coalesce(answers.was, ''),
    coalesce(answers.change, ''), answers.place, coalesce(answers.state, ''),
    coalesce(answers.approved_by, ''), coalesce(answers.approved_on, ''),
    coalesce(answers.version, 0)"""
_SELECT = f"""
SELECT {COLUMNS}, one.answer_owner, coalesce(one.handler, ''), one.theme, {_ANSWER_COLUMNS}
FROM inputs AS one {ANSWER} WHERE {LIVE} AND """

_BUNDLE = f"""
SELECT coalesce(shown, ''), coalesce(title, ''), coalesce(summary, ''), theme,
    coalesce(handler, ''), {checked("bundle", "bundles")}
FROM bundles WHERE key = ?"""

_VERSIONS = """
SELECT coalesce(status, ''), coalesce(text, ''), coalesce(leads_to_change, ''),
    coalesce(reason, ''), coalesce(was, ''), coalesce(change, ''), place,
    coalesce(approved_by, ''), coalesce(approved_on, ''), coalesce(version, 0), coalesce(date, '')
FROM answer_versions WHERE "of" = ? AND deleted = 0 ORDER BY version DESC, id DESC LIMIT 1"""

_CODES = "code_number IS NULL, code_mark, code_number, shown"


class RoundAnswers(RoundOverview):
    """A round as the reports about answers want it (`core.reports.answer_rows.AnswerSource`)."""

    def __init__(self, conn: sqlite3.Connection, as_of: datetime | None = None) -> None:
        super().__init__(conn, as_of)
        self._outline = Outline(conn)
        self._told = lru_cache(maxsize=_FEW)(self._read_bundle)
        self._last = lru_cache(maxsize=_FEW)(self._read_last)

    def answered(self) -> Iterator[AnsweredRow]:
        """All inputs in the order of their codes."""
        for order in ORDERS:
            yield from self.select(order, ())

    def of_session(self, code: str) -> Iterator[AnsweredRow]:
        """The inputs of one session, those of sessions joined into it included."""
        key = self._session_keys().get(code)
        if key is None:
            return iter(())
        keys = [key, *(one for one, stays in self._joined.items() if stays == key)]
        return chain.from_iterable(
            self.select(f"one.session IN ({', '.join('?' * len(keys))}) AND {order}", keys)
            for order in ORDERS
        )

    def themes_answered(self) -> tuple[str, ...]:
        """Keys of the themes that have subjects, in the order of the tree; empty for without."""
        found = set(self._bundle_themes().values())
        for (theme,) in self._conn.execute(
            "SELECT DISTINCT theme FROM inputs AS one WHERE answer_owner IS NULL"
            f" AND coalesce(kind, '') != '{OWN_CHANGE}' AND {LIVE}"
        ):
            found.add(self._lists.themes.get(theme, ""))
        order = [row.key for row in self._themes]
        return tuple(key for key in (*order, "") if key in found)

    def subjects(self, theme: str) -> Iterator[tuple[SubjectRow, tuple[AnsweredRow, ...]]]:
        """The subjects of a theme, bundles first; officials' own changes stand apart."""
        for key, of in self._bundle_themes().items():
            if of == theme:
                rows = tuple(
                    row
                    for order in ORDERS
                    for row in self.select(f"one.answer_owner = ? AND {order}", (key,))
                )
                if rows:
                    yield rows[0].subject, rows
        known = self._lists.themes
        keys = [key for key, name in known.items() if name == theme] if theme else list(known)
        where = f"one.theme IN ({', '.join('?' * len(keys))})"
        if not theme:  # none, or one that is gone
            where = f"(one.theme IS NULL OR NOT {where})"
        single = f"one.answer_owner IS NULL AND coalesce(kind, '') != '{OWN_CHANGE}' AND {where}"
        for order in ORDERS:
            for row in self.select(f"{single} AND {order}", keys):
                yield row.subject, (row,)

    def feedback(self) -> Iterator[FeedbackRow]:
        """Who is told what, in the order of the sessions."""
        return Telling(self, self._conn, self._lists, self._inputs).rows()

    def feedback_of(self, to: int, session: int | None) -> FeedbackRow | None:
        """What one party is told of a session, or of the whole round; None for nobody."""
        return Telling(self, self._conn, self._lists, self._inputs).one(to, session)

    def own_changes(self) -> Iterator[AnsweredRow]:
        """Officials' own changes that are in no bundle."""
        for order in ORDERS:
            where = f"one.answer_owner IS NULL AND kind = '{OWN_CHANGE}' AND {order}"
            yield from self.select(where, ())

    def processed(self, *, before: bool = False) -> Iterator[tuple[ChapterRow, AnsweredRow]]:
        """Per chapter in the order of the plan what it took in; at the end what has no place.

        A chapter takes in what is answered with a place in it, and what is about it; `before` also
        what was published with a place in it.
        """
        of_chapter = _PUT_IN_CHAPTER if before else _OF_CHAPTER
        for key, chapter in self._outline.in_order():
            for order in ORDERS:
                for row in self.select(f"one.key IN ({of_chapter}) AND {order}", (key,)):
                    yield chapter, row
        for order in ORDERS:
            for row in self.select(f"one.key NOT IN ({_OF_ANY_CHAPTER}) AND {order}", ()):
                yield NOWHERE, row

    def select(self, where: str, values: Sequence[int]) -> Iterator[AnsweredRow]:
        """Inputs, called `one`, of which that is true; it ends in an order."""
        for found in self._conn.execute(_SELECT + where, values):
            yield self._row(found)

    def _row(self, found: tuple[Any, ...]) -> AnsweredRow:
        row = self._inputs.row(found)
        bundle, handler, _, *answer = found[_INPUT_COLUMNS:]
        told = self._answer(answer)
        owner = answer[0]
        last = None if owner is None or told.settled else self._last(owner)
        if bundle is None:
            subject = SubjectRow("", "", "", row.theme, handler, row.checked, told, last)
        else:
            code, title, summary, theme, handler, confirmed = self._told(bundle)
            subject = SubjectRow(code, title, summary, theme, handler, confirmed, told, last)
        return AnsweredRow(row, subject)

    def _answer(self, found: list[Any]) -> AnswerRow:
        owner, status, text, leads, reason, was, change, place, state, by, on, version = found
        last = self._last(owner) if state == PUBLISHED else None
        return AnswerRow(
            status=status,
            text=text,
            leads_to_change=leads,
            reason=reason,
            was=was,
            change=change,
            place=self._outline.chapter(place),
            state=state,
            approved_by=by,
            approved_on=on,
            version=version,
            published=last.published if last and last.version == version else "",
        )

    def _read_last(self, owner: int) -> AnswerRow | None:
        found = self._conn.execute(_VERSIONS, (owner,)).fetchone()
        if found is None:
            return None
        status, text, leads, reason, was, change, place, by, on, version, published = found
        return AnswerRow(
            status=status,
            text=text,
            leads_to_change=leads,
            reason=reason,
            was=was,
            change=change,
            place=self._outline.chapter(place),
            state=PUBLISHED,
            approved_by=by,
            approved_on=on,
            version=version,
            published=published,
        )

    def _read_bundle(self, key: int) -> tuple[str, str, str, str, str, bool]:
        code, title, summary, theme, handler, confirmed = self._conn.execute(
            _BUNDLE, (key,)
        ).fetchone()
        of = self._lists.themes.get(theme) or self._bundle_themes().get(key, "")
        return code, title, summary, of, handler, bool(confirmed)

    def _session_keys(self) -> dict[str, int]:
        return {
            told.code: key
            for key, told in self._lists.sessions.items()
            if key is not None and key not in self._joined
        }

    @lru_cache(maxsize=1)  # noqa: B019 - a source lives as long as one report
    def _bundle_themes(self) -> dict[int, str]:
        """The theme of each bundle, in the order of the codes; of one without the first input's."""
        rows = self._conn.execute(
            "SELECT key, coalesce(theme, (SELECT theme FROM inputs AS one WHERE answer_owner ="
            f" bundles.key AND theme IS NOT NULL AND {LIVE} ORDER BY {_CODES} LIMIT 1))"
            " FROM bundles WHERE deleted = 0 AND key NOT IN (SELECT key FROM joined)"
            f" ORDER BY {_CODES}"
        )
        return {key: self._lists.themes.get(theme, "") for key, theme in rows}


_OWNERS = """
    SELECT key FROM inputs WHERE answer_owner IN ({owners})
    UNION SELECT key FROM inputs WHERE answer_owner IS NULL AND key IN ({owners})
    UNION SELECT owner FROM member WHERE field = 'chapter' AND member {chapter}"""
_OF_CHAPTER = _OWNERS.format(
    owners="SELECT owner FROM answers WHERE place = ?1"
    " UNION SELECT owner FROM member WHERE field = 'chapter' AND member = ?1",
    chapter="= ?1",
)
_PUT_IN_CHAPTER = _OWNERS.format(
    owners="SELECT owner FROM answers WHERE place = ?1"
    ' UNION SELECT "of" FROM answer_versions WHERE place = ?1 AND deleted = 0',
    chapter="= ?1",
)
_KNOWN = "IN (SELECT key FROM chapters WHERE deleted = 0)"
_OF_ANY_CHAPTER = _OWNERS.format(
    owners=f"SELECT owner FROM answers WHERE place {_KNOWN}"
    f" UNION SELECT owner FROM member WHERE field = 'chapter' AND member {_KNOWN}",
    chapter=_KNOWN,
)
