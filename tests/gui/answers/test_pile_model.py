"""The rows of the pile, under Qt's own tester of models."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from samen_desktop.core.desk import Pile, PileGroup, PileItem
from samen_desktop.gui.answers.pile_model import PileModel

pytestmark = pytest.mark.gui


def an_item(key: int) -> PileItem:
    return PileItem(key, bytes([key]), "input", f"I-{key:04}", "Wie <b>ziet</b> dit?", 0, "OPN", "")


RIGHTS, MONEY = PileGroup(1, "TH9", "Recht", 2), PileGroup(None, "", "", 1)


def told(model: PileModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_groups_open_and_close_and_a_number_counts_those_that_are_closed(
    qapp: QApplication,
) -> None:
    model = PileModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_pile(Pile((RIGHTS, MONEY), 3, 3), {})
    assert told(model) == ["TH9 Recht 2", "none 1"]
    model.open_group(None, [an_item(7)])
    row = model.row_at(2)
    assert row is not None
    assert model.number_of(row) == 3
    model.open_group(1, [an_item(4), an_item(5)])
    model.open_group(1, [an_item(4)])  # open already
    assert told(model)[1:3] == ["I-0004 Wie <b>ziet</b> dit?", "I-0005 Wie <b>ziet</b> dit?"]
    assert model.find(5) == 2
    model.close_group(1)
    model.close_group(1)
    assert model.find(5) == -1
    assert model.opened() == [None]
    model.show_pile(Pile((RIGHTS,), 2, 3), {None: [an_item(7)]})
    assert told(model) == ["TH9 Recht 2", "I-0007 Wie <b>ziet</b> dit?"]  # kept in sight


def test_a_tool_tip_of_the_pile_reads_no_html(qapp: QApplication) -> None:
    model = PileModel()
    model.show_pile(Pile((RIGHTS,), 2, 2), {1: [an_item(4)]})
    shown = str(model.index(1).data(Qt.ItemDataRole.ToolTipRole))
    assert "<b>" not in shown
    assert "&lt;b&gt;" in shown
