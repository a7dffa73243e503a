"""Saved views: kept in the file, no step of the round, and not in a copy that is given away."""

from __future__ import annotations

from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.core.views import Layout, View
from samen_desktop.store import views
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_writer

PLACE = "list/input"
LAYOUT = Layout(("code", "summary"), {"code": 120}, "code", descending=True)


def names(dossier: Dossier) -> list[str]:
    return [view.name for view in views.kept(dossier.conn, PLACE)]


def test_a_view_is_there_after_opening_again_and_is_no_step(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        steps = dossier.conn.execute("SELECT count(*) FROM edit").fetchone()
        view = View("Ouders", LAYOUT, "tolk", {"group": frozenset({"ab"})})
        views.keep(dossier, PLACE, view)
        assert dossier.conn.execute("SELECT count(*) FROM edit").fetchone() == steps
        assert not dossier.take_touched() - {"round"}
    with Dossier.open(path, a_writer()) as dossier:
        assert views.kept(dossier.conn, PLACE) == [view]
        assert views.kept(dossier.conn, "list/session") == []


def test_a_view_of_the_same_name_is_replaced_and_one_is_the_default(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        views.keep(dossier, PLACE, View("Ouders", LAYOUT, default=True))
        views.keep(dossier, PLACE, View("bonden", LAYOUT))
        views.keep(dossier, PLACE, View("OUDERS", LAYOUT, "tolk"))
        assert names(dossier) == ["bonden", "OUDERS"]
        views.choose_default(dossier, PLACE, "bonden")
        assert [view.default for view in views.kept(dossier.conn, PLACE)] == [True, False]
        views.choose_default(dossier, PLACE, "bonden")
        assert not any(view.default for view in views.kept(dossier.conn, PLACE))


def test_renaming_and_dropping(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        views.keep(dossier, PLACE, View("Ouders", LAYOUT))
        views.keep(dossier, PLACE, View("Bonden", LAYOUT))
        with pytest.raises(KnownError):
            views.rename(dossier, PLACE, "Ouders", "bonden")
        with pytest.raises(KnownError):
            views.rename(dossier, PLACE, "Ouders", "  ")
        views.rename(dossier, PLACE, "Ouders", "Ouders, fase 1")
        assert names(dossier) == ["Bonden", "Ouders, fase 1"]
        views.drop(dossier, PLACE, "Bonden")
        assert names(dossier) == ["Ouders, fase 1"]


def test_what_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.writing():
            dossier.conn.execute("INSERT INTO saved_view VALUES (?, 'nieuwer', '[7]')", (PLACE,))
        views.keep(dossier, PLACE, View("Ouders", LAYOUT))
        assert names(dossier) == ["Ouders"]
        assert dossier.conn.execute("SELECT count(*) FROM saved_view").fetchone() == (2,)
