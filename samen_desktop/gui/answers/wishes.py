"""What the desk changes in the file: functions of a dossier, done by the bridge on its thread.

Each is one named edit. What was half typed in a field is kept under a place of its own,
`answer/<item>/<field>`, and goes in the same breath in which the field is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from samen_desktop.core.answers import PREFIX
from samen_desktop.core.fields import Scalar

from .work import PLACE

if TYPE_CHECKING:
    from samen_desktop.store.dossier import Dossier


def save(record: bytes, changes: Mapping[str, Scalar]) -> Callable[[Dossier], int]:
    """Fields of an item; what was kept half typed of them goes."""

    def work(dossier: Dossier) -> int:
        from samen_desktop.store import answering, drafts, records

        own = {name: value for name, value in changes.items() if name in ("title", "summary")}
        rest = {name: value for name, value in changes.items() if name not in own}
        count = answering.answer(dossier, [record], rest) if rest else 0
        if own:
            records.save(dossier, "bundle", record, own)
        kept = {each.place for each in drafts.offered(dossier.conn)}
        for name in changes:
            place = f"{PLACE}/{record.hex()}/{name}"
            if place in kept:
                drafts.drop(dossier, place)
        return count

    return work


def answer_many(idents: Sequence[bytes], changes: Mapping[str, Scalar]) -> Callable[[Dossier], int]:
    """The same fields of several answers, as one edit."""

    def work(dossier: Dossier) -> int:
        from samen_desktop.store import answering

        return answering.answer(dossier, idents, changes)

    return work


def submit(idents: Sequence[bytes]) -> Callable[[Dossier], int]:
    """Ask for approval."""

    def work(dossier: Dossier) -> int:
        from samen_desktop.store import answering

        return answering.submit(dossier, idents)

    return work


def approve(idents: Sequence[bytes]) -> Callable[[Dossier], int]:
    """Approve today, by the function of who works on this laptop."""

    def work(dossier: Dossier) -> int:
        from samen_desktop.store import answering, profile

        by = profile.read().function or dossier.writer.author
        return answering.approve(dossier, idents, by=by, on=_today(dossier))

    return work


def publish(idents: Sequence[bytes]) -> Callable[[Dossier], int]:
    """Publish today."""

    def work(dossier: Dossier) -> int:
        from samen_desktop.store import answering

        return answering.publish(dossier, idents, on=_today(dossier))

    return work


def take_back(idents: Sequence[bytes]) -> Callable[[Dossier], int]:
    """Make drafts of answers again."""

    def work(dossier: Dossier) -> int:
        from samen_desktop.store import answering

        return answering.back_to_draft(dossier, idents)

    return work


def bundle(idents: Sequence[bytes]) -> Callable[[Dossier], bytes]:
    """Chosen items as one: inputs in a bundle, several bundles joined into the first."""

    def work(dossier: Dossier) -> bytes:
        from samen_desktop.store import answering

        return answering.bundle_items(dossier, idents)

    return work


def take_out(
    inputs: Sequence[bytes], *, together: bool = False
) -> Callable[[Dossier], bytes | None]:
    """Inputs out of their bundle; `together` into a new one of their own, which is returned."""

    def work(dossier: Dossier) -> bytes | None:
        from samen_desktop.store import answering

        if together:
            return answering.bundle(dossier, inputs)
        answering.take_out(dossier, inputs)
        return None

    return work


def oppose(one: bytes, other: bytes) -> Callable[[Dossier], bool]:
    """Say that two inputs contradict each other, or that they no longer do."""

    def work(dossier: Dossier) -> bool:
        from samen_desktop.store import answering

        return answering.oppose(dossier, one, other)

    return work


def own_change(words: str, theme: Scalar = None) -> Callable[[Dossier], bytes]:
    """A change that the municipality makes of its own: an input without a submitter."""

    def work(dossier: Dossier) -> bytes:
        from samen_desktop.core.inputs import OWN_CHANGE
        from samen_desktop.store import records

        today = _today(dossier)
        values = {"kind": OWN_CHANGE, "words": words, "theme": theme, "date": today}
        return records.save(dossier, "input", None, values)

    return work


def delete_bundle(record: bytes) -> Callable[[Dossier], int]:
    """Take a bundle apart: its inputs stand on their own again."""

    def work(dossier: Dossier) -> int:
        from samen_desktop.store import records

        return records.delete_many(dossier, [record])

    return work


def save_block(record: bytes | None, values: Mapping[str, Scalar]) -> Callable[[Dossier], bytes]:
    """Make or change a reusable text."""

    def work(dossier: Dossier) -> bytes:
        from samen_desktop.store import records

        return records.save(dossier, "text_block", record, values)

    return work


def delete_block(record: bytes) -> Callable[[Dossier], int]:
    """Delete a reusable text; answers that hold it keep it."""

    def work(dossier: Dossier) -> int:
        from samen_desktop.store import records

        return records.delete_many(dossier, [record])

    return work


# --- half-typed text -----------------------------------------------------------------


def recover(dossier: Dossier) -> str:
    """Bring what lay in the profile into the file, where the fields look.

    Returns the name under which the profile may be written for this round from now on.
    """
    from samen_desktop.store import drafts

    own = drafts.round_id(dossier.conn)
    if not own:
        return ""
    beside = f"{own}-{PLACE}"
    if dossier.writable:
        known = {each.place: each.kept_at for each in drafts.offered(dossier.conn)}
        for each in drafts.offered_beside(dossier.conn, beside):
            if each.kept_at > known.get(each.place, ""):
                drafts.keep(dossier, each.place, each.text)
        drafts.drop_beside(beside)
    return beside


def drop_drafts(record: bytes, names: Iterable[str]) -> Callable[[Dossier], None]:
    """Throw away what was kept half typed of these fields."""

    def work(dossier: Dossier) -> None:
        from samen_desktop.store import drafts

        for name in names:
            drafts.drop(dossier, f"{PLACE}/{record.hex()}/{name}")

    return work


def is_answer(name: str) -> bool:
    """Whether a field is one of the answer's own."""
    return name.startswith(PREFIX)


def _today(dossier: Dossier) -> str:
    return datetime.fromtimestamp(dossier.now() / 1000).astimezone().date().isoformat()
