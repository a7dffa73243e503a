"""The language of the window: which one stands, and saying domain words in it.

Window words are Qt's (`tr`, with catalogues under `resources/i18n`); domain words are pairs from
`core`. A change of language takes effect at the next start.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from samen_desktop.core.words import Language, Words
from samen_desktop.resources import FOLDER

_LOCALES = {
    "nl": QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class _Spoken:
    """The language that stands; Dutch until somebody loads another."""

    language: Language = "nl"
    catalogues: tuple[QTranslator, ...] = ()


def current() -> Language:
    """The language the window speaks."""
    return _Spoken.language


def say(words: Words) -> str:
    """Domain words in the window's language."""
    return words.say(_Spoken.language)


def load(app: QCoreApplication, language: Language) -> None:
    """Let the window speak this language, Qt's own words too; without a catalogue English stays."""
    unload(app)
    _Spoken.language = language
    QLocale.setDefault(_LOCALES[language])
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found = []
    for name, folder in ((f"qtbase_{language}", qt_folder), (f"samen_{language}", _own_folder())):
        catalogue = QTranslator(app)
        if catalogue.load(name, folder):
            app.installTranslator(catalogue)
            found.append(catalogue)
    _Spoken.catalogues = tuple(found)


def unload(app: QCoreApplication) -> None:
    """Be as before any language was loaded: domain words in Dutch, window words as they stand."""
    for old in _Spoken.catalogues:
        app.removeTranslator(old)
    _Spoken.catalogues = ()
    _Spoken.language = "nl"
    QLocale.setDefault(QLocale.system())


def _own_folder() -> str:
    return str(FOLDER / "i18n")
