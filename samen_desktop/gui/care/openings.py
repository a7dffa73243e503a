"""Opening a round from the window: what stops is said with a safe way to go on beside it.

Also what there is to say once it is open (its place, a sync client's copy, damage), and what may
happen to the file meanwhile. One sentence at a time, the most pressing one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, RoundFacts
from samen_desktop.gui.frame import ask
from samen_desktop.gui.frame.names import BACKUPS
from samen_desktop.gui.frame.work import check_table, tables
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.settings import Settings

from . import work
from .saying import Link, filesystem, shown_in_folder

if TYPE_CHECKING:
    from .work import ConflictCopy, Finding, Surroundings

_DAMAGED = frozenset({"damaged", "no_round", "strange"})
_LOST = frozenset({"file_gone", "file_replaced"})
_NO_LINK = ("", None)

Kind = Literal["information", "need", "failed"]


class Openings(QObject):
    """Opens rounds, and says what is wrong with them.

    Signals: `refused(KnownError)` when one was not opened, before that is told;
    `message_posted(Message)`; `remarked(Message)` for what may wait where something else is said;
    `go_requested(Place)`; `mend_requested(Path)` for a file that is
    damaged; `settled()` once all is said of a round that was opened.
    """

    refused = Signal(object)
    message_posted = Signal(object)
    remarked = Signal(object)
    go_requested = Signal(object)
    mend_requested = Signal(object)
    settled = Signal()

    def __init__(self, bridge: Bridge, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._settings = settings
        self._window = window
        self._heard = work.Heard()
        self._home: Path | None = None
        self._lost = False
        bridge.before_closing = work.putting_back_at_the_end
        bridge.opened.connect(self._on_opened)
        bridge.unsaved.connect(self._on_unsaved)

    # opening

    def open(self, path: Path, *, anyway: bool = False) -> None:
        """Open a round, if it is safe to; else say why not, and what is."""
        heard = work.Heard()
        make = work.opening(path, heard, filesystem(path), anyway=anyway)
        self._open(make, heard, path)

    def borrow(self, path: Path) -> None:
        """Work on a copy on this laptop, to be put back."""
        heard = work.Heard()
        facts = self._bridge.facts
        if facts is not None and facts.path == path:
            self._bridge.close()  # a file that is open here cannot be taken
        self._open(work.borrowing(path, heard), heard, path)

    def look_into(self, backup: Path) -> None:
        """Open a backup for reading only; the way back is kept."""
        self._keep_home()
        self._open(work.looking_into(backup), work.Heard(), backup)

    def read_only(self, path: Path) -> None:
        """Open a file for reading only, where it lies."""
        facts = self._bridge.facts
        if facts is not None and facts.path == path:
            self._bridge.close()
        self._open(work.looking_into(path), work.Heard(), path)

    @Slot()
    def go_back(self) -> None:
        """Leave what was only looked at: back to the round one came from, else to the start."""
        if self._home is not None:
            self.open(self._home)
        else:
            self._bridge.close()

    def restore(self, backup: Path, target: Path) -> None:
        """Put a backup in the place of a file, which is closed for it; then open that."""
        heard = work.Heard()
        self._bridge.close()
        not_restored = partial(self._on_not_restored, target)
        self._heard = heard
        self._bridge.open(work.restoring(backup, target, heard), not_restored)

    # once it is open

    def look_around(self) -> None:
        """The first page is there: look for damage, and at what lies around the file."""
        if self._heard.cut_off:
            self._look_beside()
        else:
            self._bridge.read(tables, self._check)

    def tell_damage(self, damage: Sequence[Words]) -> None:
        """Say what is broken, with the way to mend it; of several things the first."""
        facts = self._bridge.facts
        if facts is None or not damage:
            return
        words = language.say(damage[0])
        if len(damage) > 1:
            more = self.tr("(and %n more)", "", len(damage) - 1)
            words = f"{words} {more}"
        self._say("failed", words, self._mending(facts.path), self._backups_link())

    def put_back(self) -> None:
        """Put the copy that is open back in its own place."""
        putting = work.putting_back(self._bridge.do_waiting)
        self._bridge.read(putting, self._on_put_back, self._on_not_put_back)

    # how one is opened

    def _open(self, make: Callable[[], work.Dossier], heard: work.Heard, path: Path) -> None:
        self._heard = heard
        self._bridge.open(make, partial(self._on_refused, path))

    @Slot(object)
    def _on_opened(self, facts: RoundFacts) -> None:
        self._lost = False
        if facts.writable:
            self._home = None
        if self._heard.replaced is not None:
            kept = self._heard.replaced
            words = self.tr("The backup was put back. The file as it was is kept as {name}.")
            link = (self.tr("Show in folder"), shown_in_folder(kept))
            self._say("information", words.format(name=kept.name), link)

    def _on_refused(self, path: Path, error: KnownError) -> None:
        self._heard = work.Heard()
        self.refused.emit(error)
        links = self._ways_on(path, error)
        self._say("failed", language.say(error.words), *links)

    def _ways_on(self, path: Path, error: KnownError) -> list[Link]:
        """At most two ways to go on, the safest first."""
        copy = (self.tr("Work on a copy"), partial(self.borrow, path))
        reading = (self.tr("Only look"), partial(self.read_only, path))
        ways: dict[str, list[Link]] = {
            "placeholder": [copy],
            "read_only_place": [copy, reading],
            "read_only": [copy, reading],
            "borrowed": [
                (self.tr("Go on in the copy"), partial(self.borrow, path)),
                (self.tr("Open this file all the same"), partial(self.open, path, anyway=True)),
            ],
            "strange_side_file": [(self.tr("Put it aside and open"), partial(self._aside, path))],
        }
        if error.code in ways:
            return ways[error.code]
        found: list[Link] = []
        if error.code in _DAMAGED:
            found.append(self._mending(path))
        if error.code != work.NONE_KEPT and work.may_have_backups(path):
            found.append((self.tr("Look at the newest backup"), partial(self._newest, path)))
        return found

    def _aside(self, path: Path) -> None:
        heard = work.Heard()
        self._open(work.putting_aside(path, heard), heard, path)

    def _newest(self, path: Path) -> None:
        self._keep_home()
        self._open(work.looking_into_newest(path), work.Heard(), path)

    def _keep_home(self) -> None:
        facts = self._bridge.facts
        if facts is not None and facts.writable:
            self._home = facts.path

    def _on_not_restored(self, target: Path, error: KnownError) -> None:
        self.open(target)
        self._say("failed", language.say(error.words))

    def _mending(self, path: Path) -> Link:
        return self.tr("Mend…"), partial(self.mend_requested.emit, path)

    def _backups_link(self) -> Link:
        return self.tr("Backups"), partial(self.go_requested.emit, Place(BACKUPS))

    # what there is to say of one

    def _check(self, names: list[str]) -> None:
        """Look through one table after the other, so that what is asked for can go between."""
        if not names:
            self._look_beside()
            return
        first, *others = names
        self._bridge.read(
            partial(check_table, table=first), partial(self._go_on, others), self._on_table_damaged
        )

    def _go_on(self, names: list[str], _: None) -> None:
        self._check(names)

    def _on_table_damaged(self, error: KnownError) -> None:
        self.tell_damage([error.words])

    def _look_beside(self) -> None:
        facts = self._bridge.facts
        if facts is None:
            return
        if not facts.writable:
            self.settled.emit()
            return
        asked = work.surroundings(facts.path, filesystem(facts.path))
        self._bridge.read(asked, self._on_surroundings)

    def _on_surroundings(self, found: Surroundings) -> None:
        if self._bridge.facts is None:
            return
        if self._heard.damage:
            self.tell_damage(self._heard.damage)
        elif found.conflicts:
            self._say_conflict(found.conflicts)
        elif found.home is not None:
            words = self.tr("You work on a copy on this laptop of {name} in {folder}.")
            told = words.format(name=found.home.name, folder=found.home.parent)
            self._remark("information", told, (self.tr("Put it back now"), self.put_back))
        elif found.finding is not None:
            self._say_place(found.finding, self._bridge.facts.path)
        elif self._heard.cut_off:
            words = self.tr(
                "The program was cut off last time. The file was checked whole: nothing is broken."
            )
            self._remark("information", words)
        self._heard = work.Heard()
        self.settled.emit()

    def _say_conflict(self, found: Sequence[ConflictCopy]) -> None:
        names = ", ".join(each.path.name for each in found)
        steps = sum(each.steps for each in found)
        words = self.tr(
            "Beside this file lies {names}, made by a program that synchronises folders,"
            " with %n step(s) that are not here.",
            "",
            steps,
        ).format(names=names)
        place = Place("merge", words="\n".join(str(each.path) for each in found))
        merge = (self.tr("Merge it"), partial(self.go_requested.emit, place))
        self._say("need", words, merge)

    def _say_place(self, finding: Finding, path: Path) -> None:
        links: dict[str, Link] = {
            "copy": (self.tr("Work on a copy"), partial(self.borrow, path)),
            "reading": (self.tr("Only look"), partial(self.read_only, path)),
        }
        ways = [links[each] for each in finding.shelters]
        self._remark("need", language.say(finding.words), *ways)

    def _on_put_back(self, home: Path | None) -> None:
        if home is None:
            words = self.tr("This file is in its own place; there is nothing to put back.")
            self._say("information", words)
        else:
            words = self.tr("{name} was put back in its place and checked.").format(name=home.name)
            link = (self.tr("Show in folder"), shown_in_folder(home))
            self._say("information", words, link)

    def _on_not_put_back(self, error: KnownError) -> None:
        facts = self._bridge.facts
        if error.code == "home_changed" and facts is not None:
            self._bridge.read(work.home_of(facts.path), partial(self._offer_merge, error))
            return
        link = (self.tr("Try again"), self.put_back)
        self._say("failed", language.say(error.words), link)

    def _offer_merge(self, error: KnownError, home: Path | None) -> None:
        place = Place("merge", words=str(home or ""))
        self._say(
            "need",
            language.say(error.words),
            (self.tr("Merge it"), partial(self.go_requested.emit, place)),
            (self.tr("Put it back now"), self.put_back),
        )

    # when its file is gone

    @Slot(object)
    def _on_unsaved(self, error: object) -> None:
        """The file is not there any more: once, with a way to keep all that stands here."""
        if isinstance(error, KnownError) and error.code in _LOST and not self._lost:
            self._lost = True
            link = (self.tr("Keep a copy…"), self._rescue)
            self._say("failed", language.say(error.words), link)

    def _rescue(self) -> None:
        facts = self._bridge.facts
        if facts is None:
            return
        target = ask.file_to_save(
            self._window,
            self._settings,
            self.tr("Keep a copy of the round"),
            self.tr("Rounds (*.samen)"),
            facts.path.name,
            ask.SUFFIX,
        )
        self._lost = False
        if target is not None:
            rescuing = work.rescuing(target, self._bridge.do_waiting)
            self._bridge.read(rescuing, self._on_rescued, self._on_not_rescued)

    def _on_rescued(self, path: Path) -> None:
        words = self.tr("{name} was made with all that was saved.").format(name=path.name)
        self._say("information", words, (self.tr("Go on in it"), partial(self.open, path)))

    def _on_not_rescued(self, error: KnownError) -> None:
        self._say("failed", language.say(error.words), (self.tr("Keep a copy…"), self._rescue))

    def _say(self, kind: Kind, text: str, *links: Link) -> None:
        self.message_posted.emit(_message(kind, text, links))

    def _remark(self, kind: Kind, text: str, *links: Link) -> None:
        self.remarked.emit(_message(kind, text, links))


def _message(kind: Kind, text: str, links: Sequence[Link]) -> Message:
    first, second = (*links, _NO_LINK, _NO_LINK)[:2]
    return Message(kind, text, *first, *second)
