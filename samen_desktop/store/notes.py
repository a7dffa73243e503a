"""Writing what was noted in a session: one edit per line or per paste, new names made with it.

What a line means is told in `core.notes`; what the screen reads is in `note_readers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from samen_desktop.core import codes, edits
from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Scalar
from samen_desktop.core.notes import Note, Target
from samen_desktop.core.text import fold
from samen_desktop.core.words import Words

from . import drafts

if TYPE_CHECKING:
    from .dossier import Dossier
    from .steps.editing import Edit

CONSENT_MISSING = "ONTBR"
"""Consent to cite of a quote somebody has just noted: still to be arranged."""


def write(dossier: Dossier, session: bytes, notes: Sequence[Note], place: str = "") -> list[bytes]:
    """Write items as one edit. Returns their ids in order.

    `place` is the field they were typed in: its draft goes in the same transaction. Raises
    KnownError.
    """
    if not notes:
        return []
    name = "add_follow_up" if all(note.action for note in notes) else "add_input"
    with dossier.edit(name) as edit:
        writing = _Writing(dossier, edit, session)
        made = [writing.add(note) for note in notes]
        edit.about = edit.last_code or "" if len(made) == 1 else str(len(made))
        drafts.settle(dossier.conn, (note.token for note in notes))
        if place:
            drafts.forget(dossier.conn, place)
    return made


def change(
    dossier: Dossier, session: bytes, record: bytes, before: Note, note: Note, place: str = ""
) -> bytes:
    """Change an item to what its line says now; only what differs from `before` is written.

    An input that became a follow-up, or the other way about, is made anew and the old one deleted.
    Returns the id of the item that stands.
    """
    kind = "follow_up" if before.action else "input"
    with dossier.edit(f"change_{kind}") as edit:
        writing = _Writing(dossier, edit, session)
        if note.action != before.action:
            edit.delete(record)
            record = writing.add(note)
        else:
            writing.change(record, before, note)
        edit.about = _code(edit, record)
        drafts.settle(dossier.conn, [note.token])
        if place:
            drafts.forget(dossier.conn, place)
    return record


def split(
    dossier: Dossier,
    session: bytes,
    record: bytes,
    before: Note,
    parts: tuple[Note, Note],
    place: str = "",
) -> bytes:
    """Let an item be the first part and make the second of the rest. Returns the new one's id."""
    first, second = parts
    with dossier.edit(edits.SPLIT) as edit:
        writing = _Writing(dossier, edit, session)
        writing.change(record, before, first)
        made = writing.add(second, split_from=record)
        edit.about = _code(edit, record)
        if place:
            drafts.forget(dossier.conn, place)
    return made


def join(dossier: Dossier, record: bytes, into: bytes) -> None:
    """Let an item be part of another: its words go behind, its speakers and themes are added.

    Raises KnownError for an input and a follow-up.
    """
    with dossier.edit(edits.JOIN) as edit:
        goes, stays = edit.state(record), edit.state(into)
        if goes.kind != stays.kind:
            raise KnownError(
                "no_join",
                Words(
                    "Een inbreng en een actie kunnen niet samengevoegd worden.",
                    "An input and a follow-up cannot be joined.",
                ),
            )
        text = "words" if goes.kind == "input" else "description"
        said = [str(state.shown(text) or "") for state in (stays, goes)]
        edit.set(into, text, " ".join(part for part in said if part))
        for name, heads in goes.heads.items():
            if name.startswith(("submitter/", "group/", "side_theme/")) and heads:
                edit.set(into, name, goes.shown(name))
        theme, other = stays.shown("theme"), goes.shown("theme")
        if isinstance(other, str) and other != theme:
            edit.set(into, f"side_theme/{other}" if theme else "theme", 1 if theme else other)
        edit.join(record, into)
        edit.about = _code(edit, into)


def delete(dossier: Dossier, record: bytes) -> None:
    """Delete an item; it stays in Verwijderd."""
    kind = dossier.state(record).kind
    with dossier.edit(f"delete_{kind}") as edit:
        edit.about = _code(edit, record)
        edit.delete(record)


class _Writing:
    """Writes items of one session inside one edit, and what they name that is not there yet."""

    def __init__(self, dossier: Dossier, edit: Edit, session: bytes) -> None:
        self._conn = dossier.conn
        self._edit = edit
        self._session = session
        self._made: dict[tuple[str, str], bytes] = {}
        found = self._conn.execute(
            "SELECT key, date FROM sessions WHERE id = ?", (session,)
        ).fetchone()
        if found is None:
            raise KeyError(session.hex())
        self._key: int = found[0]
        self._date: str = found[1] or date.today().isoformat()  # noqa: DTZ011 - the laptop's own day

    def add(self, note: Note, split_from: bytes | None = None) -> bytes:
        if note.action:
            return self._edit.create(
                "follow_up",
                {
                    "description": note.words,
                    "origin": self._session.hex(),
                    "owner": note.owner or None,
                    "due": note.due or None,
                    "status": "OPEN",
                    "privacy": "COLLEG",
                },
            )
        values = self._fields(note)
        values.update(session=self._session.hex(), date=self._date, status="RUW", privacy="COLLEG")
        if split_from is not None:
            values["split_from"] = split_from.hex()
        return self._edit.create("input", values)

    def change(self, record: bytes, before: Note, note: Note) -> None:
        old, new = self._fields(before), self._fields(note)
        if note.action:
            old = {"description": before.words, "owner": before.owner, "due": before.due}
            new = {"description": note.words, "owner": note.owner, "due": note.due}
        # Consent to cite is a choice somebody may have made since: a line never takes it back.
        names = [name for name in {**old, **new} if name != "quote"]
        for name in names:
            if old.get(name) != new.get(name):
                self._edit.set(record, name, new.get(name) or None)
        if note.quoted and not before.quoted:
            self._edit.set(record, "quote", CONSENT_MISSING)

    def _fields(self, note: Note) -> dict[str, Scalar]:
        told = {"kind": note.kind, "stance": note.stance, "table": note.table}
        values: dict[str, Scalar] = {name: value for name, value in told.items() if value}
        values["words"] = note.words
        if note.quoted:
            values["quote"] = CONSENT_MISSING
        themes = [self._theme(target) for target in note.themes]
        if themes:
            values["theme"] = themes[0].hex()
            values.update({f"side_theme/{each.hex()}": 1 for each in themes[1:]})
        speakers = [self._speaker(target) for target in note.speakers]
        values.update({f"submitter/{each.hex()}": 1 for each in speakers})
        groups = (group for speaker in speakers for group in self._groups(speaker))
        values.update({f"group/{group.hex()}": 1 for group in groups})
        return values

    def _theme(self, target: Target) -> bytes:
        if target.id is not None:
            return target.id
        plain = fold(target.text)
        made = self._made.get(("theme", plain)) or self._theme_named(plain)
        if made is None:
            made = self._edit.create("theme", {"name": target.text})
        self._made["theme", plain] = made
        return made

    def _theme_named(self, plain: str) -> bytes | None:
        rows = self._conn.execute(
            "SELECT id, number, name FROM themes WHERE deleted = 0"
            " AND key NOT IN (SELECT key FROM joined) ORDER BY id"
        )
        for ident, number, name in rows:
            if plain in (fold(number or ""), fold(name or "")):
                found: bytes = ident
                return found
        return None

    def _speaker(self, target: Target) -> bytes:
        if target.id is not None:
            return target.id
        plain = fold(target.text)
        made = self._made.get(("participant", plain)) or self._person(target.text)
        if made is None:
            values: dict[str, Scalar] = {"code": target.text, "session": self._session.hex()}
            group = self._group_of_series(target.text)
            if group is not None:
                values["group"] = group.hex()
            made = self._edit.create("participant", values)
        self._made["participant", plain] = made
        return made

    def _person(self, code: str) -> bytes | None:
        found = self._conn.execute(
            "SELECT id FROM participants WHERE deleted = 0 AND session = ?"
            " AND shown = ? COLLATE NOCASE ORDER BY id",
            (self._key, code),
        ).fetchone()
        return None if found is None else found[0]

    def _group_of_series(self, code: str) -> bytes | None:
        """The group of the others in the same series: those of this session first."""
        found = self._conn.execute(
            "SELECT groups.id FROM participants"
            ' JOIN groups ON groups.key = participants."group" AND groups.deleted = 0'
            " WHERE participants.deleted = 0 AND code_series = ?"
            " ORDER BY participants.session IS ? DESC, participants.key DESC LIMIT 1",
            (codes.take_apart(code, person=True).series, self._key),
        ).fetchone()
        return None if found is None else found[0]

    def _groups(self, speaker: bytes) -> Iterable[bytes]:
        """The groups a speaker stands for: a participant's one, a stakeholder's all."""
        self._edit.write_now()
        rows = self._conn.execute(
            "SELECT groups.id FROM participants AS one"
            ' JOIN groups ON groups.key = one."group" WHERE one.id = ?1 AND groups.deleted = 0'
            " UNION SELECT groups.id FROM stakeholders AS one"
            " JOIN member ON member.owner = one.key AND member.field = 'group'"
            " JOIN groups ON groups.key = member.member WHERE one.id = ?1 AND groups.deleted = 0",
            (speaker,),
        )
        return [row[0] for row in rows]


def _code(edit: Edit, record: bytes) -> str:
    return str(edit.state(record).shown("code") or "")
