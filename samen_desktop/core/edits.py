"""Names of edits: every change to a round is one named step that can be undone by that name.

The code stands in the log, for ever; the words are what menu, history and command line show.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .kinds import KINDS
from .words import Words

NEW, DEMO, IMPORT, EXPORT = "new", "demo", "import", "export"
MERGE, UNDO, REDO, ERASE = "merge", "undo", "redo", "erase"
CHOOSE, JOIN, SPLIT, RESTORE = "choose", "join", "split", "restore"
BUNDLE, UNBUNDLE, ANSWER = "bundle", "unbundle", "answer"
SUBMIT, APPROVE, PUBLISH = "submit", "approve", "publish"
READ_PLAN, LOOKED_AT = "read_plan", "looked_at"
CLASSIFY, CHECK, FEED_BACK = "classify", "check", "feed_back"
SALVAGE = "salvage"

NO_STEP = frozenset({UNDO, REDO, EXPORT, ERASE})
"""Edits that Ctrl+Z never picks: undo and redo, what went out, and what cannot be undone."""

_GENERAL = {
    NEW: Words("ronde aanmaken", "make the round"),
    DEMO: Words("demoronde aanmaken", "make the demo round"),
    IMPORT: Words("bestand inlezen", "read in a file"),
    EXPORT: Words("bestand uitgeven", "hand out a file"),
    MERGE: Words("ronde samenvoegen", "merge a round"),
    UNDO: Words("ongedaan maken", "undo"),
    REDO: Words("opnieuw uitvoeren", "redo"),
    ERASE: Words("wissen", "erase"),
    CHOOSE: Words("versie kiezen", "choose a version"),
    JOIN: Words("samenvoegen", "join"),
    SPLIT: Words("splitsen", "split"),
    CLASSIFY: Words("duiden", "classify"),
    CHECK: Words("als gecontroleerd markeren", "mark as checked"),
    FEED_BACK: Words("als teruggekoppeld markeren", "mark as fed back"),
    RESTORE: Words("terugzetten", "restore"),
    BUNDLE: Words("bundelen", "bundle"),
    UNBUNDLE: Words("uit bundel halen", "take out of the bundle"),
    ANSWER: Words("beantwoorden", "answer"),
    SUBMIT: Words("ter akkoord aanbieden", "submit for approval"),
    APPROVE: Words("akkoord geven", "approve"),
    PUBLISH: Words("antwoord publiceren", "publish an answer"),
    READ_PLAN: Words("planversie inlezen", "read in a plan version"),
    LOOKED_AT: Words("vindplaatsen nakijken", "look at places again"),
    SALVAGE: Words("beschadigd bestand herstellen", "salvage a damaged file"),
}

EDITS: Mapping[str, Words] = MappingProxyType(
    _GENERAL
    | {
        f"{verb}_{kind.name}": Words(
            f"{kind.words.nl.lower()} {nl}", f"{en} {kind.words.en.lower()}"
        )
        for kind in KINDS.values()
        for verb, nl, en in (
            ("add", "toevoegen", "add"),
            ("change", "wijzigen", "change"),
            ("delete", "verwijderen", "delete"),
        )
    }
)


def words_of(name: str) -> Words:
    """What an edit is called; a name that a newer program gave is shown as it stands."""
    return EDITS.get(name) or Words(name, name)
