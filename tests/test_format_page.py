"""The page that tells outsiders the format is true, and so is the golden schema."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from samen_desktop.core.kinds import KINDS
from samen_desktop.store import schema
from samen_desktop.store.log.rows import FORMAT

from . import format_page
from .builders import a_round

if TYPE_CHECKING:
    import pytest

_ANEW = "stale: run python -m tests.format_page"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_the_page_lists_every_kind_field_type_target_and_list() -> None:
    text = _read(format_page.PAGE)
    assert text == format_page.page(text), _ANEW


def test_a_field_the_page_does_not_tell_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    kind = KINDS["input"]
    more = replace(kind, fields=(*kind.fields, replace(kind.fields[-1], name="language")))
    monkeypatch.setattr(format_page, "KINDS", MappingProxyType({**KINDS, "input": more}))
    text = _read(format_page.PAGE)
    assert text != format_page.page(text)


def test_a_new_file_has_the_golden_schema(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        assert format_page.schema_of(dossier.conn) == _read(format_page.GOLDEN), _ANEW


def test_the_page_names_the_tables_columns_and_numbers_of_the_file() -> None:
    text = _read(format_page.PAGE)
    assert f"0x{schema.APPLICATION_ID:X}" in text
    assert f"`user_version` {FORMAT}" in text
    for table, columns in re.findall(r"^(edit|change) *\((.*)\)$", text, re.MULTILINE):
        body = schema.LOG.split(f"CREATE TABLE {table} (")[1].split(") STRICT")[0]
        assert re.findall(r"\w+", columns) == re.findall(r"(\w+) (?:INTEGER|BLOB|TEXT)", body)
    for table in re.findall(r"CREATE TABLE (\w+)", schema.LOCAL):
        assert f"`{table}`" in text
