"""All boxes of the program: choosing a file, and the few questions a line of text cannot ask.

A box only for: choosing a file, what cannot be undone, closing while something is not saved, and a
fault of ours. `exec` stands nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QMessageBox, QWidget

from samen_desktop.gui.settings import Settings

SUFFIX = ".samen"

translate = QCoreApplication.translate


def round_to_open(parent: QWidget, settings: Settings) -> Path | None:
    """A round to open; None where the person thought better of it."""
    title = translate("Ask", "Open a round")
    return file_to_open(
        parent, settings, title, translate("Ask", "Rounds (*.samen);;All files (*)")
    )


def file_to_open(
    parent: QWidget, settings: Settings, title: str, kinds: str, start: Path | None = None
) -> Path | None:
    """A file that is there. `kinds` as Qt writes them: `Excel (*.xlsx);;CSV (*.csv)`.

    `start` is the folder to begin in, which is then not remembered; else that of last time.
    """
    begin = settings.last_folder if start is None else str(start)
    found, _ = QFileDialog.getOpenFileName(parent, title, begin, kinds)
    if start is not None:
        return Path(found) if found else None
    return _remembered(settings, found)


def files_to_open(parent: QWidget, settings: Settings, title: str, kinds: str) -> list[Path]:
    """Several files that are there; empty where the person thought better of it."""
    found, _ = QFileDialog.getOpenFileNames(parent, title, settings.last_folder, kinds)
    if found:
        _remembered(settings, found[0])
    return [Path(each) for each in found]


def file_to_save(
    parent: QWidget, settings: Settings, title: str, kinds: str, name: str, suffix: str
) -> Path | None:
    """A place for a new file called `name`; `suffix` is added where none was typed."""
    start = str(Path(settings.last_folder) / name) if settings.last_folder else name
    found, _ = QFileDialog.getSaveFileName(parent, title, start, kinds)
    path = _remembered(settings, found)
    if path is not None and not path.suffix:
        path = path.with_suffix(suffix)
    return path


def backup_to_restore(parent: QWidget, settings: Settings, start: Path) -> Path | None:
    """A backup, looked for first where the program keeps them."""
    title = translate("Ask", "Choose a backup")
    return file_to_open(parent, settings, title, translate("Ask", "Rounds (*.samen)"), start)


def place_to_restore(parent: QWidget, settings: Settings, name: str) -> Path | None:
    """Where a backup is put back; over a file that is there only when that is agreed to."""
    title, kinds = translate("Ask", "Put the backup back as"), translate("Ask", "Rounds (*.samen)")
    path = file_to_save(parent, settings, title, kinds, name, SUFFIX)
    if path is None or not path.exists():
        return path
    agreed = confirm(
        parent,
        translate("Ask", "Put the backup in the place of this file?"),
        translate("Ask", "This cannot be undone. The present file is kept beside it."),
        translate("Ask", "Put it back"),
        translate("Ask", "Cancel"),
    )
    return path if agreed else None


def round_to_make(parent: QWidget, settings: Settings, name: str) -> Path | None:
    """A place for a new round."""
    kinds = translate("Ask", "Rounds (*.samen)")
    return file_to_save(
        parent, settings, translate("Ask", "New round"), kinds, f"{name}{SUFFIX}", SUFFIX
    )


def folder(parent: QWidget, settings: Settings, title: str) -> Path | None:
    """A folder that is there."""
    found = QFileDialog.getExistingDirectory(parent, title, settings.last_folder)
    if not found:
        return None
    settings.last_folder = found
    return Path(found)


def confirm(parent: QWidget, question: str, consequence: str, yes: str, no: str) -> bool:
    """Ask before something that cannot be undone. Esc and Enter both mean no."""
    box = _box(parent, QMessageBox.Icon.Warning, question, consequence)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is agreed


def confirm_with_option(
    parent: QWidget, question: str, consequence: str, option: str, yes: str, no: str
) -> tuple[bool, bool]:
    """The same with something that can go along: whether it is agreed to, and with that or not.

    Without words for the option there is none.
    """
    box = _box(parent, QMessageBox.Icon.Warning, question, consequence)
    along = QCheckBox(option, box) if option else None
    if along is not None:
        box.setCheckBox(along)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is agreed, along is not None and along.isChecked()


def tell_fault(
    parent: QWidget | None, kind: str, place: str, log: Path, then: Callable[[], None]
) -> None:
    """Tell a fault of ours; does not wait, `then` is called when the box was closed."""
    box = _box(
        parent,
        QMessageBox.Icon.Critical,
        translate("Ask", "Something went wrong in the program itself."),
        translate(
            "Ask",
            "What you typed is still on the screen. You can go on; if it happens again, close the"
            " program and send the log to whoever looks after it.\n\n%1 at %2\nLog: %3",
        )
        .replace("%1", kind)
        .replace("%2", place)
        .replace("%3", str(log)),
    )
    box.addButton(QMessageBox.StandardButton.Close)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(lambda _: then())
    box.open()


def _box(parent: QWidget | None, icon: QMessageBox.Icon, text: str, more: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle("SAMEN Desktop")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(more)
    # The format of the box is that of its first text alone; the second would still read HTML.
    for each in box.findChildren(QLabel):
        each.setTextFormat(Qt.TextFormat.PlainText)
    return box


def _remembered(settings: Settings, found: str) -> Path | None:
    if not found:
        return None
    settings.last_folder = str(Path(found).parent)
    return Path(found)
