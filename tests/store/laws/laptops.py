"""A laptop with a wrong clock and a person at it who does anything that can be done to a round."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from samen_desktop.core.fields import Scalar
from samen_desktop.core.kinds import KINDS
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.dump import Dump, dump
from samen_desktop.store.log.heads import State, fold
from samen_desktop.store.log.rows import EditRow
from samen_desktop.store.steps.editing import Edit, Writer
from tests.builders import SetClock

WORDS = ("wonen", "café", "fietspad", "één", "wachttijd", "Noorderplantsoen", "jeugd", "hulp")
STATES = ("RUW", "GECOD", "GECTR", "TERUG")
FATES = ("OVG", "DEE", "NOV", "TKN", "BRK", "OPN")


@dataclass
class Laptop:
    """One copy of the round and all that was done here by hand."""

    path: Path
    rnd: random.Random
    clock: SetClock
    dossier: Dossier = field(init=False)
    number: int = 0

    def open(self, *, new: bool = False) -> None:
        writer = Writer(f"L{self.number}", bytes([self.number]) * 8)
        opener = Dossier.create if new else Dossier.open
        self.dossier = opener(self.path, writer, wall=self.clock)
        # The disk is not what these laws are about, and syncing takes most of the time.
        self.dossier.conn.execute("PRAGMA synchronous = OFF")

    def states(self) -> list[State]:
        return [
            state for rows in self.dossier.log.every_record() if (state := fold(rows)) is not None
        ]

    def live(self, *kinds: str) -> list[bytes]:
        return [
            state.record
            for state in self.states()
            if not state.gone and (not kinds or state.kind in kinds)
        ]

    def dump(self) -> Dump:
        return dump(self.dossier.log)

    def steps(self) -> list[EditRow]:
        """Edits that can be taken back by name, in order of arrival."""
        return self.dossier.log.edits("WHERE name != 'erase'")

    def words(self) -> str:
        return " ".join(self.rnd.choices(WORDS, k=3)) + f" {self.rnd.randint(0, 10**6)}"

    def act(self) -> None:
        """One edit with one to three things in it; now and then it changes nothing at all."""
        deed = self.rnd.choices(_DEEDS, _WEIGHTS)[0]
        with self.step() as edit:
            deed(self, edit)
            for _ in range(self.rnd.choice((0, 0, 0, 1, 2))):
                self.rnd.choices(_DEEDS, _WEIGHTS)[0](self, edit)

    @contextmanager
    def step(self) -> Iterator[Edit]:
        with self.dossier.edit("change_input") as edit:
            yield edit


def seed_round(laptop: Laptop) -> None:
    """The first edit: one record of each kind that others refer to, and two inputs."""
    with laptop.dossier.edit("new") as edit:
        edit.create("round", {"name": "Ronde", "status": "LOOPT"})
        phase = edit.create("phase", {"number": "1", "name": "Ophalen"})
        group = edit.create("group", {"name": "Ouders"})
        edit.create("group", {"name": "Jongeren"})
        school = edit.create("stakeholder", {"name": "School", f"group/{group.hex()}": 1})
        theme = edit.create("theme", {"name": "Wonen", "place": "k"})
        edit.create("theme", {"name": "Huren", "parent": theme.hex(), "place": "k"})
        session = edit.create(
            "session",
            {
                "title": "Avond",
                "phase": phase.hex(),
                f"attendance/{group.hex()}/present": 12,
                f"attendance/{school.hex()}/invited": 3,
            },
        )
        for at in range(2):
            edit.create(
                "input",
                {
                    "words": f"w{at}",
                    "session": session.hex(),
                    "theme": theme.hex(),
                    f"submitter/{school.hex()}": 1,
                    "answer/status": "OPN",
                },
            )


def _pick(laptop: Laptop, edit: Edit, *kinds: str) -> bytes | None:
    found = [record for record in laptop.live(*kinds) if not edit.state(record).gone]
    return laptop.rnd.choice(found) if found else None


def _reference(laptop: Laptop, edit: Edit, *kinds: str) -> str | None:
    found = _pick(laptop, edit, *kinds)
    return None if found is None else found.hex()


def _add(laptop: Laptop, edit: Edit) -> None:
    kind = laptop.rnd.choice(("input", "input", "input", "stakeholder", "session", "theme"))
    values: dict[str, Scalar] = {"words" if kind == "input" else _NAMES[kind]: laptop.words()}
    if kind == "input":
        values["theme"] = _reference(laptop, edit, "theme")
        values["status"] = laptop.rnd.choice(STATES)
        if submitter := _reference(laptop, edit, "stakeholder", "participant"):
            values[f"submitter/{submitter}"] = 1
    if kind == "theme":
        values["parent"] = _reference(laptop, edit, "theme")
    edit.create(kind, values)


def _add_person(laptop: Laptop, edit: Edit) -> None:
    session = _pick(laptop, edit, "session")
    code = edit.next_person("Ouder", session)
    edit.create("participant", {"code": code, "session": session.hex() if session else None})


def _change(laptop: Laptop, edit: Edit) -> None:
    record = _pick(laptop, edit, "input", "input", "session", "stakeholder", "follow_up")
    if record is None:
        return
    kind = edit.state(record).kind
    name = laptop.rnd.choice(_TEXTS[kind])
    edit.set(record, name, laptop.rnd.choice((laptop.words(), laptop.words(), "same", None)))


def _weigh(laptop: Laptop, edit: Edit) -> None:
    if (record := _pick(laptop, edit, "input")) is not None:
        edit.set(record, "answer/status", laptop.rnd.choice((*FATES, None)))
        edit.set(record, "status", laptop.rnd.choice(STATES))


def _refer(laptop: Laptop, edit: Edit) -> None:
    if (record := _pick(laptop, edit, "input")) is not None:
        edit.set(record, "theme", _reference(laptop, edit, "theme"))
        edit.set(record, "session", _reference(laptop, edit, "session"))


def _belong(laptop: Laptop, edit: Edit) -> None:
    record = _pick(laptop, edit, "input")
    name = laptop.rnd.choice(("submitter", "group", "side_theme", "contradicts"))
    member = _reference(laptop, edit, *KINDS["input"].field(name).targets)
    if record is not None and member is not None:
        edit.set(record, f"{name}/{member}", laptop.rnd.choice((1, "woordvoerder", None)))


def _attend(laptop: Laptop, edit: Edit) -> None:
    record = _pick(laptop, edit, "session")
    party = _reference(laptop, edit, "group", "stakeholder")
    if record is not None and party is not None:
        part = laptop.rnd.choice(("invited", "present"))
        count = laptop.rnd.choice((None, laptop.rnd.randint(0, 40)))
        edit.set(record, f"attendance/{party}/{part}", count)


def _delete(laptop: Laptop, edit: Edit) -> None:
    if (record := _pick(laptop, edit, "input", "stakeholder", "theme", "session")) is not None:
        edit.delete(record)


def _restore(laptop: Laptop, edit: Edit) -> None:
    dead = [state.record for state in laptop.states() if state.gone or state.kept]
    if dead:
        edit.restore(laptop.rnd.choice(dead))


def _choose(laptop: Laptop, edit: Edit) -> None:
    torn = [state for state in laptop.states() if state.conflicts() and not state.gone]
    if torn:
        record = laptop.rnd.choice(torn).record
        state = edit.state(record)
        for name in state.conflicts():
            edit.set(record, name, laptop.rnd.choice(state.values(name)))


def _join(laptop: Laptop, edit: Edit) -> None:
    kind = laptop.rnd.choice(("stakeholder", "theme", "input"))
    one, other = _pick(laptop, edit, kind), _pick(laptop, edit, kind)
    if one is not None and other is not None and one != other:
        edit.join(one, other)


def _split(laptop: Laptop, edit: Edit) -> None:
    if (record := _pick(laptop, edit, "input")) is not None:
        edit.create("input", {"words": laptop.words(), "split_from": record.hex()})


def _move(laptop: Laptop, edit: Edit) -> None:
    one, other = _pick(laptop, edit, "theme"), _pick(laptop, edit, "theme")
    if one is not None and other is not None and one != other:
        edit.set(one, "parent", other.hex())


def _bulk(laptop: Laptop, edit: Edit) -> None:
    status = laptop.rnd.choice(STATES)
    for record in laptop.live("input"):
        edit.set(record, "status", status)


def _nothing(laptop: Laptop, edit: Edit) -> None:
    for state in laptop.states():
        if not state.gone and len(state.values("status")) == 1:
            edit.set(state.record, "status", state.shown("status"))


Deed = Callable[[Laptop, Edit], None]

_NAMES = {"stakeholder": "name", "session": "title", "theme": "name"}
_TEXTS = {
    "input": ("words", "summary", "internal_note", "table"),
    "session": ("title", "location"),
    "stakeholder": ("name", "note"),
    "follow_up": ("description",),
}
_CHANCES: dict[Deed, int] = {
    _add: 14,
    _add_person: 3,
    _change: 24,
    _weigh: 8,
    _refer: 6,
    _belong: 10,
    _attend: 7,
    _delete: 9,
    _restore: 4,
    _choose: 5,
    _join: 4,
    _split: 2,
    _move: 4,
    _bulk: 3,
    _nothing: 2,
}
_DEEDS, _WEIGHTS = list(_CHANCES), list(_CHANCES.values())
