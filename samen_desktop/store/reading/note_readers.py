"""What the screen of Notuleren reads: one session's items, the names it knows, which to open.

Read-only. Joined records are read as the one that stays, deleted ones not at all.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from samen_desktop.core import codes
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.note_sheet import NoteRow, SessionFacts, Sheet, Vocabulary
from samen_desktop.core.notes import Choice, Choices, Note, Target
from samen_desktop.core.shorthand import KindWord
from samen_desktop.core.vocabulary import vocabulary
from samen_desktop.core.words import Language
from samen_desktop.store.log.ids import made_at
from samen_desktop.store.terms import Labels

_MOST_NAMES = 3000
_RECENT = 9


def sheet(conn: sqlite3.Connection, session: bytes, mark: str, language: Language) -> Sheet:
    """A session with its items. Raises KeyError where there is no such session."""
    facts, key = _facts(conn, session, language)
    keys = [
        key,
        *(row[0] for row in conn.execute("SELECT key FROM joined WHERE stays = ?", (key,))),
    ]
    rows = _in_order([*_inputs(conn, keys), *_actions(conn, keys)])
    return Sheet(
        facts,
        tuple(rows),
        _next_code(conn, "input", mark),
        _next_code(conn, "follow_up", mark),
        _recent(rows),
    )


def known(conn: sqlite3.Connection, session: bytes, mark: str, language: Language) -> Vocabulary:
    """The names and kinds a line in this session may use."""
    found = conn.execute("SELECT key FROM sessions WHERE id = ?", (session,)).fetchone()
    key = found[0] if found is not None else 0
    labels = {each: Labels(conn, each) for each in _LANGUAGES}
    kinds = tuple(
        KindWord(code, tuple(_word(labels[each].of("input_kind", code)) for each in _LANGUAGES))
        for code in _codes(conn, "input_kind")
    )
    said = {
        code: labels[language].of(name, code) for name in _LABELLED for code in _codes(conn, name)
    }
    return Vocabulary(Choices(_themes(conn, key), _speakers(conn, key), mark), kinds, said)


def sessions(conn: sqlite3.Connection, today: str, language: Language) -> list[SessionFacts]:
    """Sessions to note in: today's first, then those to come, then the past, the latest first."""
    rows = conn.execute(
        "SELECT id, date FROM sessions WHERE deleted = 0 AND key NOT IN (SELECT key FROM joined)"
        " AND (status IS NULL OR status != 'AFGEL')"
        " ORDER BY coalesce(date, '') = ?1 DESC, coalesce(date, '') > ?1 DESC,"
        " CASE WHEN date > ?1 THEN date END, date DESC, key DESC LIMIT 400",
        (today,),
    ).fetchall()
    return [_facts(conn, row[0], language)[0] for row in rows]


_LABELLED = ("input_kind", "stance")
_LANGUAGES: tuple[Language, ...] = ("nl", "en")


def _facts(
    conn: sqlite3.Connection, session: bytes, language: Language
) -> tuple[SessionFacts, int]:
    found = conn.execute(
        "SELECT one.key, one.shown, one.title, one.kind, one.date, phases.number, one.agenda,"
        " (SELECT sum(present) FROM attendance WHERE session = one.key)"
        " FROM sessions AS one LEFT JOIN phases ON phases.key = one.phase WHERE one.id = ?",
        (session,),
    ).fetchone()
    if found is None:
        raise KeyError(session.hex())
    key, code, title, kind, day, phase, agenda, present = found
    label = Labels(conn, language).of("session_kind", kind) if kind else ""
    facts = SessionFacts(
        session,
        code or "",
        title or "",
        label,
        day or "",
        phase or "",
        present or 0,
        agenda or "",
    )
    return facts, key


def _inputs(conn: sqlite3.Connection, sessions: Sequence[int]) -> list[NoteRow]:
    marks = ",".join("?" * len(sessions))
    chosen = (
        f"SELECT key FROM inputs WHERE session IN ({marks}) AND deleted = 0"
        " AND key NOT IN (SELECT key FROM joined)"
    )
    speakers = _members(conn, chosen, sessions, "submitter", _SPEAKER)
    sides = _members(conn, chosen, sessions, "side_theme", _THEME)
    groups = _members(conn, chosen, sessions, "group", "SELECT key, id, name FROM groups")
    rows = conn.execute(
        'SELECT one.key, one.id, one.shown, one.words, one.kind, one.stance, one."table",'
        " one.quote, theme.id, coalesce(theme.number, theme.name), origin.id"
        f" FROM inputs AS one LEFT JOIN joined ON joined.key = one.theme"
        f" LEFT JOIN ({_THEME_ROWS}) AS theme ON theme.key = coalesce(joined.stays, one.theme)"
        " LEFT JOIN inputs AS origin ON origin.key = one.split_from"
        f" WHERE one.key IN ({chosen})",
        sessions,
    )
    found = []
    for key, ident, code, words, kind, stance, table, quote, theme, name, origin in rows:
        main = [] if theme is None else [Target(theme, name or "")]
        note = Note(
            action=False,
            words=words or "",
            kind=kind or "",
            stance=stance or "",
            table=table or "",
            themes=(*main, *sides[key]),
            speakers=tuple(speakers[key]),
            quoted=bool(quote),
        )
        names = tuple(group.text for group in groups[key])
        found.append(NoteRow(ident, code or "", made_at(ident), note, names, origin))
    return found


def _actions(conn: sqlite3.Connection, sessions: Sequence[int]) -> list[NoteRow]:
    marks = ",".join("?" * len(sessions))
    rows = conn.execute(
        "SELECT id, shown, description, owner, due FROM follow_ups"
        f" WHERE origin IN ({marks}) AND deleted = 0 AND key NOT IN (SELECT key FROM joined)",
        sessions,
    )
    return [
        NoteRow(
            ident,
            code or "",
            made_at(ident),
            Note(action=True, words=words or "", owner=owner or "", due=due or ""),
        )
        for ident, code, words, owner, due in rows
    ]


_THEME_ROWS = "SELECT key, id, number, name FROM themes WHERE deleted = 0"
_THEME = f"SELECT key, id, coalesce(number, name) FROM ({_THEME_ROWS})"
_SPEAKER = (
    "SELECT key, id, shown FROM participants WHERE deleted = 0"
    " UNION ALL SELECT key, id, name FROM stakeholders WHERE deleted = 0"
)


def _members(
    conn: sqlite3.Connection, chosen: str, values: Sequence[int], field: str, named: str
) -> dict[int, list[Target]]:
    """The members of a set per chosen record, as id and text, in the order they were made."""
    found: dict[int, list[Target]] = defaultdict(list)
    pairs = conn.execute(
        "SELECT member.owner, coalesce(joined.stays, member.member) FROM member"
        " LEFT JOIN joined ON joined.key = member.member"
        f" WHERE member.field = '{field}' AND member.owner IN ({chosen})"
        " ORDER BY member.owner, member.member",
        values,
    ).fetchall()
    needed = sorted({member for _, member in pairs})
    texts: dict[int, Target] = {}
    for start in range(0, len(needed), 500):
        some = needed[start : start + 500]
        marks = ",".join("?" * len(some))
        for key, ident, text in conn.execute(
            f"SELECT * FROM ({named}) WHERE key IN ({marks})", some
        ):
            texts[key] = Target(ident, text or "")
    for owner, member in pairs:
        target = texts.get(member)
        if target is not None and target not in found[owner]:
            found[owner].append(target)
    return found


def _in_order(rows: list[NoteRow]) -> list[NoteRow]:
    """By time of noting; what was split off stands under what it came from."""
    origin = {row.id: row.split_from for row in rows if row.split_from is not None}
    present = {row.id for row in rows}

    def root(ident: bytes) -> bytes:
        seen = {ident}
        while (up := origin.get(ident)) in present and up not in seen and up is not None:
            seen.add(up)
            ident = up
        return ident

    return sorted(rows, key=lambda row: (root(row.id), row.id))


def _recent(rows: Iterable[NoteRow]) -> tuple[str, ...]:
    latest = (row.note.themes[0].text for row in reversed(list(rows)) if row.note.themes)
    return tuple(dict.fromkeys(latest))[:_RECENT]


def _next_code(conn: sqlite3.Connection, kind: str, mark: str) -> str:
    """The code the next record of a kind will most likely get; final only once it is committed."""
    series = KINDS[kind].series
    if series is None:
        return ""
    highest = conn.execute(
        f"SELECT max(code_number) FROM {KINDS[kind].plural} WHERE code_mark = ?", (mark,)
    ).fetchone()[0]
    kept = conn.execute(
        "SELECT highest FROM number WHERE series = ? AND mark = ?", (series.prefix, mark)
    ).fetchone()
    return codes.write(series, mark, max(highest or 0, kept[0] if kept else 0) + 1)


def _themes(conn: sqlite3.Connection, session: int) -> list[Choice]:
    rows = conn.execute(
        "SELECT id, number, name, description, (SELECT count(*) FROM inputs"
        "  WHERE inputs.session = ? AND inputs.theme = themes.key AND inputs.deleted = 0)"
        " FROM themes WHERE deleted = 0 AND key NOT IN (SELECT key FROM joined)"
        f" ORDER BY place IS NULL, place, id LIMIT {_MOST_NAMES}",
        (session,),
    )
    return [
        Choice(ident, number or "", name or "", more or "", count)
        for ident, number, name, more, count in rows
    ]


def _speakers(conn: sqlite3.Connection, session: int) -> list[Choice]:
    """Participants of this session, stakeholders, then participants of the whole round."""
    counted = (
        "(SELECT count(*) FROM member JOIN inputs ON inputs.key = member.owner"
        " WHERE member.field = 'submitter' AND member.member = one.key AND inputs.session = ?1"
        " AND inputs.deleted = 0)"
    )
    persons = (
        f"SELECT one.id, one.shown, '', groups.name, {counted} FROM participants AS one"
        ' LEFT JOIN groups ON groups.key = one."group"'
        " WHERE one.deleted = 0 AND one.key NOT IN (SELECT key FROM joined) AND {which}"
        f" ORDER BY one.code_series, one.code_mark, one.code_number LIMIT {_MOST_NAMES}"
    )
    bodies = (
        f"SELECT one.id, '', one.name, one.shown, {counted} FROM stakeholders AS one"
        " WHERE one.deleted = 0 AND one.key NOT IN (SELECT key FROM joined)"
        f" ORDER BY one.key LIMIT {_MOST_NAMES}"
    )
    found = []
    for query in (
        persons.format(which="one.session = ?1"),
        bodies,
        persons.format(which="one.session IS NULL AND ?1 IS NOT NULL"),
    ):
        for ident, code, name, more, count in conn.execute(query, (session,)):
            found.append(Choice(ident, code or "", name or "", more or "", count))
    return found


def _codes(conn: sqlite3.Connection, name: str) -> list[str]:
    own = conn.execute(
        "SELECT code FROM terms WHERE vocabulary = ? AND deleted = 0 AND code IS NOT NULL"
        " AND coalesce(active, 1) = 1 ORDER BY place IS NULL, place, id",
        (name,),
    ).fetchall()
    shipped = [term.code for term in vocabulary(name).terms]
    return list(dict.fromkeys([row[0] for row in own] + shipped))


def _word(label: str) -> str:
    """What is typed for a kind: the first word of its label, `wens` of `wens/voorstel`."""
    return label.replace("/", " ").split(" ")[0]
