"""The one door to openpyxl: late, and never with lxml."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from samen_desktop.exchange.excel import openpyxl_module
from tests.conftest import REPOSITORY


def run(program: str, folder: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(REPOSITORY), str(folder)])}
    environment.pop("OPENPYXL_LXML", None)
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True
    )
    return told.stdout.strip()


def test_reading_and_the_door_itself_load_nothing(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom samen_desktop.exchange import excel, source\n"
        "print('openpyxl' in sys.modules)\n"
        "excel.openpyxl_module()\nprint('openpyxl' in sys.modules)"
    )
    assert run(program, tmp_path).split() == ["False", "True"]


def test_lxml_is_left_alone_where_somebody_brought_it(tmp_path: Path) -> None:
    (tmp_path / "lxml").mkdir()
    (tmp_path / "lxml" / "__init__.py").write_text("")
    (tmp_path / "lxml" / "etree.py").write_text("LXML_VERSION = (9, 9, 9, 9)\n")
    through_the_door = (
        "from samen_desktop.exchange.excel import openpyxl_module\n"
        "print(openpyxl_module('openpyxl.xml').LXML)"
    )
    assert run(through_the_door, tmp_path) == "False"
    past_the_door = "import importlib.util, openpyxl.xml as x\nprint(x.lxml_available())"
    with pytest.raises(subprocess.CalledProcessError):  # openpyxl takes what it finds there
        run(past_the_door, tmp_path)


def test_only_openpyxl_comes_through() -> None:
    with pytest.raises(ValueError, match="lxml"):
        openpyxl_module("lxml.etree")
