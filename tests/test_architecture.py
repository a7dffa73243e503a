"""The house rules, read from the source: floors, circles, sizes, names, loading, machine paths.

Every rule is a function from parsed source to a list of sentences. The house must give an empty
list, and a small broken sample must not: a rule that never says no is no rule.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "samen_desktop"
FILE_WALL = 500
FUNCTION_WALL = 80
FORBIDDEN_NAMES = {"util", "utils", "helper", "helpers", "misc", "common", "manager", "managers"}

# What each floor may import beside itself and the standard library: our floors, foreign packages.
FLOORS: Mapping[str, tuple[set[str], set[str]]] = {
    "core": (set(), set()),
    "store": ({"core"}, {"sqlite_utils"}),
    "exchange": ({"core"}, {"openpyxl", "defusedxml", "docx"}),
    "errands": ({"core", "store", "exchange", "resources"}, set()),
    "gui": ({"core", "store", "exchange", "errands", "resources"}, {"PySide6", "shiboken6"}),
    "app": ({"core", "store", "exchange", "errands", "resources", "gui"}, {"PySide6"}),
    "resources": ({"core"}, set()),
    "cli": ({"core", "store", "exchange", "errands", "resources", "gui", "app"}, {"PySide6"}),
    "__main__": ({"cli"}, set()),
}
# Parts of the standard library that a floor may not have; and what nobody may: we have no network.
CLOSED_TO = {"core": {"sqlite3"}, "exchange": {"sqlite3"}, "gui": {"sqlite3"}, "cli": {"sqlite3"}}
NETWORK = {"socket", "ssl", "http", "ftplib", "smtplib", "urllib.request", "PySide6.QtNetwork"}
BRIDGE = f"{PACKAGE}.gui.bridge"
DOOR_TO_OPENPYXL = f"{PACKAGE}.exchange.excel"


@dataclass(frozen=True)
class Import:
    """One imported name, absolute. `when`: `start`, `later` (inside a function) or `typing`."""

    target: str
    when: str


@dataclass(frozen=True)
class Room:
    """One module: dotted name, source, syntax tree."""

    name: str
    source: str
    tree: ast.Module
    is_package: bool = False

    @property
    def floor(self) -> str:
        return self.name.split(".")[1] if "." in self.name else ""


def room(name: str, source: str, *, is_package: bool = False) -> Room:
    return Room(name, source, ast.parse(source), is_package)


def house() -> list[Room]:
    """Every module of the package, read from disk."""
    rooms = []
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        rooms.append(room(name, path.read_text(encoding="utf-8"), is_package=is_package))
    return rooms


def every_file() -> list[Room]:
    """The package, the tests and the entry point."""
    others = [ROOT / "main.py", *sorted((ROOT / "tests").rglob("*.py"))]
    read = [room(str(p.relative_to(ROOT)), p.read_text(encoding="utf-8")) for p in others]
    return house() + read


# --- reading imports ----------------------------------------------------------


def _is_typing_guard(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def _walk(node: ast.AST, when: str = "start") -> Iterator[tuple[ast.AST, str]]:
    for child in ast.iter_child_nodes(node):
        inner = when
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            inner = "later" if when == "start" else when
        elif _is_typing_guard(child):
            inner = "typing"
        yield child, inner
        yield from _walk(child, inner)


def _base(node: ast.ImportFrom, home: Room) -> str:
    if not node.level:
        return node.module or ""
    parts = home.name.split(".")
    keep = len(parts) - node.level + home.is_package
    return ".".join([*parts[:keep], *([node.module] if node.module else [])])


def _called_import(node: ast.Call) -> str:
    """The module named in `importlib.import_module("x")` or `__import__("x")`, else nothing."""
    called = ast.unparse(node.func).rpartition(".")[2]
    if called in {"import_module", "__import__"} and node.args:
        named = node.args[0]
        if isinstance(named, ast.Constant) and isinstance(named.value, str):
            return named.value
    return ""


def imports(home: Room) -> list[Import]:
    """All imports of a module; `from a import b` gives `a.b`, be it a module or a name in one."""
    found = []
    for node, when in _walk(home.tree):
        if isinstance(node, ast.Import):
            found += [Import(alias.name, when) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, home)
            found += [Import(f"{base}.{alias.name}", when) for alias in node.names]
        elif isinstance(node, ast.Call) and (named := _called_import(node)):
            found.append(Import(named, when))
    return found


# --- the rules ----------------------------------------------------------------


def _within(target: str, modules: Iterable[str]) -> bool:
    return any(target == module or target.startswith(f"{module}.") for module in modules)


def _ours(home: Room, floor: str) -> str:
    rooms, _ = FLOORS[home.floor]
    if floor not in rooms:
        return f"{home.name}: {home.floor} may not import {floor}"
    # A room's `work` holds what it asks of the file: functions of a dossier for the bridge to do.
    if (home.floor, floor) == ("gui", "store") and not (
        home.name == BRIDGE or home.name.endswith(".work")
    ):
        return f"{home.name}: only the bridge and a room's work may import the store"
    return ""


def _asks_only_its_name(home: Room) -> bool:
    """The one thing `socket` may be asked: what this machine is called, which needs no network."""
    used = [node for node in ast.walk(home.tree) if isinstance(node, ast.Attribute)]
    asked = {node.attr for node in used if ast.unparse(node.value) == "socket"}
    return asked == {"gethostname"}


def layering(home: Room) -> list[str]:
    """A room imports only from floors below its own; only some have foreign packages."""
    said = []
    for each in imports(home):
        top, *rest = each.target.split(".")
        if _within(each.target, NETWORK):
            if each.target == "socket" and _asks_only_its_name(home):
                continue
            said.append(f"{home.name}: there is no network, yet it imports {each.target}")
        elif top == PACKAGE:
            floor = rest[0] if rest else ""
            if floor in FLOORS and home.floor != floor and home.floor:
                said.append(_ours(home, floor))
        elif top in CLOSED_TO.get(home.floor, ()):
            said.append(f"{home.name}: {home.floor} may not import {top}")
        elif top not in sys.stdlib_module_names and top not in FLOORS.get(home.floor, ("", ()))[1]:
            said.append(f"{home.name}: {home.floor or 'the package'} may not import {top}")
    return [sentence for sentence in said if sentence]


def laziness(home: Room) -> list[str]:
    """openpyxl has one door, inside functions; the command line loads the window inside verbs."""
    said = []
    for each in imports(home):
        if each.when != "typing" and _within(each.target, ["openpyxl"]):
            if home.name != DOOR_TO_OPENPYXL:
                said.append(f"{home.name}: only {DOOR_TO_OPENPYXL} loads openpyxl")
            elif each.when == "start":
                said.append(f"{home.name}: openpyxl is loaded inside functions only")
        heavy = ["PySide6", f"{PACKAGE}.gui", f"{PACKAGE}.app"]
        if home.floor == "cli" and each.when == "start" and _within(each.target, heavy):
            said.append(f"{home.name}: {each.target} is loaded inside the verb that needs it")
    return said


ONE_WAY: Mapping[str, set[str]] = {
    "QLabel": {"gui.widgets.labels", "gui.frame.ask"},
    "QMessageBox": {"gui.frame.ask"},
    "QFileDialog": {"gui.frame.ask"},
    **{
        name: set()
        for name in (
            *("QTextBrowser", "QTextEdit", "QToolTip", "QWhatsThis"),
            *("QInputDialog", "QProgressDialog", "QErrorMessage", "QSplashScreen"),
        )
    },
}
"""What reads HTML by itself, and the only rooms that may have it: they make it plain."""
_TEXT_EDITS = {"gui.frame.undoing"}


def plain_text(home: Room) -> list[str]:
    """There is one way to make a label, and one to ask: text from people is never read as HTML."""
    said = []
    for each in imports(home):
        name = each.target.rpartition(".")[2]
        allowed = ONE_WAY.get(name) if each.target.startswith("PySide6.") else None
        if allowed is None or home.name.removeprefix(f"{PACKAGE}.") in allowed:
            continue
        if name == "QTextEdit" and home.name.removeprefix(f"{PACKAGE}.") in _TEXT_EDITS:
            continue  # asks whether the editor in use is one
        said.append(f"{home.name}: {name} reads HTML; text goes through gui.widgets")
    return said


def circles(rooms: list[Room]) -> list[str]:
    """No module reaches itself by imports, those for typing and those inside functions included."""
    names = {each.name for each in rooms}
    reached = {each.name: _neighbours(each, names) for each in rooms}
    said = []
    for start in sorted(names):
        seen: set[str] = set()
        front = set(reached[start])
        while front:
            seen |= front
            front = {far for near in front for far in reached[near]} - seen
        if start in seen:
            said.append(f"{start}: reaches itself through its imports")
    return said


def _neighbours(home: Room, names: set[str]) -> set[str]:
    found = set()
    for each in imports(home):
        target = each.target if each.target in names else each.target.rpartition(".")[0]
        if target in names and target not in {home.name, PACKAGE}:
            found.add(target)
    return found


def sizes(home: Room) -> list[str]:
    """A file has at most 500 lines, a function at most 80."""
    said = []
    if (lines := len(home.source.splitlines())) > FILE_WALL:
        said.append(f"{home.name}: {lines} lines, the wall is {FILE_WALL}")
    for node in ast.walk(home.tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_WALL:
                said.append(f"{home.name}: {node.name} has {length} lines, over {FUNCTION_WALL}")
    return said


def _words_of(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)}


def names(home: Room) -> list[str]:
    """Nothing is called utils, helpers, misc, common or manager."""
    called = [home.name.removesuffix(".py")]
    called += [node.name for node in ast.walk(home.tree) if isinstance(node, ast.ClassDef)]
    return [
        f"{home.name}: {name} says nothing" for name in called if _words_of(name) & FORBIDDEN_NAMES
    ]


def opening(home: Room) -> list[str]:
    """Each module opens by saying what it is for."""
    empty = not home.source.strip()
    return [] if empty or ast.get_docstring(home.tree) else [f"{home.name}: no docstring"]


# --- the house keeps them -----------------------------------------------------


@pytest.mark.parametrize("rule", [layering, laziness, plain_text], ids=lambda rule: rule.__name__)
def test_the_package_keeps_the_rule(rule: Callable[[Room], list[str]]) -> None:
    assert [sentence for each in house() for sentence in rule(each)] == []


@pytest.mark.parametrize("rule", [sizes, names, opening], ids=lambda rule: rule.__name__)
def test_every_file_keeps_the_rule(rule: Callable[[Room], list[str]]) -> None:
    assert [sentence for each in every_file() for sentence in rule(each)] == []


def test_no_imports_go_round() -> None:
    assert circles(house()) == []


def test_every_room_stands_on_a_known_floor() -> None:
    assert {each.floor for each in house()} - {""} <= set(FLOORS)


LONG = "def f():\n" + "    x = 1\n" * FUNCTION_WALL
BROKEN: list[tuple[Callable[[Room], list[str]], str, str]] = [
    (layering, "core.inputs", "import sqlite_utils"),
    (layering, "core.inputs", "import sqlite3"),
    (layering, "core.inputs", "from samen_desktop.store import dossier"),
    (layering, "core.inputs", "from ..store import dossier"),
    (layering, "core.inputs", "from .. import store"),
    (layering, "core.inputs", "def f():\n    from PySide6 import QtCore"),
    (layering, "core.inputs", "if TYPE_CHECKING:\n    from ..exchange import excel"),
    (layering, "core.inputs", "import importlib\nimportlib.import_module('PySide6.QtCore')"),
    (layering, "store.inputs", "from samen_desktop.exchange.excel import openpyxl_module"),
    (layering, "store.inputs", "from PySide6.QtCore import QObject"),
    (layering, "store.inputs", "import openpyxl"),
    (layering, "exchange.excel", "import sqlite3"),
    (layering, "exchange.excel", "import lxml.etree"),
    (layering, "exchange.gate", "import samen_desktop.store.dossier"),
    (layering, "gui.panes.inputs", "from samen_desktop.store import inputs"),
    (layering, "gui.panes.inputs", "from samen_desktop import cli"),
    (layering, "gui.panes.inputs", "from PySide6.QtNetwork import QTcpSocket"),
    (layering, "store.backup", "import urllib.request"),
    (layering, "store.lock", "import socket\nsocket.gethostname()\nsocket.create_connection(())"),
    (layering, "store.lock", "from socket import socket"),
    (laziness, "exchange.overview", "def f():\n    import openpyxl.styles"),
    (laziness, "exchange.overview", "def f():\n    __import__('openpyxl')"),
    (laziness, "exchange.excel", "from openpyxl import Workbook"),
    (laziness, "cli.verbs", "from samen_desktop.app import run"),
    (laziness, "cli.verbs", "class A:\n    from PySide6 import QtCore"),
    (plain_text, "gui.lists.view", "from PySide6.QtWidgets import QLabel, QWidget"),
    (plain_text, "gui.lists.view", "def f():\n    from PySide6.QtWidgets import QToolTip"),
    (plain_text, "gui.notes.page", "from PySide6.QtWidgets import QMessageBox"),
    (sizes, "core.inputs", "x = 1\n" * (FILE_WALL + 1)),
    (sizes, "core.inputs", LONG),
    (names, "core.text_utils", ""),
    (names, "core.text", "class RoundManager: ..."),
    (names, "core.text", "def f():\n    class DBHelper: ..."),
    (opening, "core.text", "import re"),
]


@pytest.mark.parametrize(("rule", "name", "source"), BROKEN)
def test_a_broken_sample_is_caught(
    rule: Callable[[Room], list[str]], name: str, source: str
) -> None:
    assert rule(room(f"{PACKAGE}.{name}", source))


SOUND = [
    (layering, "store.lock", "import socket\nhost = socket.gethostname()"),
    (layering, "gui.bridge", "from samen_desktop.store import dossier"),
    (layering, "gui.lists.work", "from samen_desktop.store import listing"),
    (layering, "store.inputs", "import sqlite3\nfrom samen_desktop import __version__"),
    (layering, "cli.verbs", "from ..cli import words\nfrom samen_desktop.store import dossier"),
    (laziness, "exchange.overview", "if TYPE_CHECKING:\n    from openpyxl import Workbook"),
    (laziness, "exchange.excel", "def f():\n    import openpyxl"),
    (plain_text, "gui.widgets.labels", "from PySide6.QtWidgets import QLabel"),
    (plain_text, "gui.lists.view", "from PySide6.QtWidgets import QPlainTextEdit"),
    (names, "core.text", "class Communication: ..."),
]


@pytest.mark.parametrize(("rule", "name", "source"), SOUND)
def test_a_sound_sample_passes(rule: Callable[[Room], list[str]], name: str, source: str) -> None:
    assert rule(room(f"{PACKAGE}.{name}", source)) == []


@pytest.mark.parametrize(
    "back",
    [
        "from . import a",
        "from .a import f",
        "def f():\n    from samen_desktop.core.a import g",
        "if TYPE_CHECKING:\n    from .a import f",
    ],
)
def test_a_circle_is_caught(back: str) -> None:
    first = room(f"{PACKAGE}.core.a", "from .b import g")
    assert len(circles([first, room(f"{PACKAGE}.core.b", back)])) == 2
    assert circles([first, room(f"{PACKAGE}.core.b", "import re")]) == []


# --- promises about loading, kept in a fresh interpreter ----------------------

HEAVY = ("PySide6", "shiboken6", "openpyxl", "sqlite_utils")


def fresh(code: str, *, beside: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run `code` in a new interpreter that finds the package, and what lies in `beside`."""
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join([str(beside), str(ROOT)])}
    paths.pop("OPENPYXL_LXML", None)  # another test may have gone through the door already
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=paths, capture_output=True, encoding="utf-8", check=False)


def loaded_after(code: str) -> set[str]:
    """Top-level modules in a fresh interpreter after `code`, whose own output is dropped."""
    listing = "print('\\n' + ' '.join({m.split('.')[0] for m in sys.modules}))"
    done = fresh(f"{code}\nimport sys\n{listing}")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("words", ["['--help']", "['--version']"])
def test_help_loads_nothing_heavy(words: str) -> None:
    code = (
        "from samen_desktop.cli import main\n"
        f"try:\n    status = main({words})\nexcept SystemExit as stop:\n    status = stop.code\n"
        "assert not status, status"
    )
    assert not loaded_after(code) & set(HEAVY)


@pytest.mark.parametrize(
    ("floors", "may"), [(["core", "exchange"], set()), (["core", "store"], {"sqlite_utils"})]
)
def test_a_floor_loads_only_its_own(floors: list[str], may: set[str]) -> None:
    modules = [each.name for each in house() if each.floor in floors]
    loaded = loaded_after(f"import {', '.join(modules)}")
    assert loaded & set(HEAVY) <= may


def test_something_heavy_would_be_noticed() -> None:
    assert "openpyxl" in loaded_after("import openpyxl")


@pytest.mark.parametrize(
    ("load", "kept_out"),
    [
        (f"from {DOOR_TO_OPENPYXL} import openpyxl_module as load", True),
        ("from importlib import import_module as load", False),  # past the door
    ],
)
def test_openpyxl_leaves_lxml_alone(tmp_path: Path, load: str, *, kept_out: bool) -> None:
    (tmp_path / "lxml").mkdir()
    (tmp_path / "lxml" / "__init__.py").touch()
    (tmp_path / "lxml" / "etree.py").write_text("LXML_VERSION = (9, 9)", encoding="utf-8")
    done = fresh(f"{load}\nassert not load('openpyxl.xml').LXML", beside=tmp_path)
    assert (done.returncode == 0) is kept_out, done.stderr


# --- what is tracked is about the project alone -------------------------------

# Put together here, so that this file does not find itself.
MACHINE = re.compile(
    "|".join(["/" + "tmp/", "/" + "root/", "/" + "work/", "pypi" + r"\.org", "debian" + r"\.org"])
)


def machine_lines(name: str, text: str) -> list[str]:
    lines = enumerate(text.splitlines(), start=1)
    return [f"{name}:{number}" for number, line in lines if MACHINE.search(line)]


def tracked_text() -> Iterator[tuple[str, str]]:
    """Name and text of what is tracked or about to be; files that are no text are passed over."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        pytest.skip("no git tree here")
    for name in filter(None, done.stdout.split("\0")):
        path = ROOT / name
        try:
            yield name, path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue


def test_no_machine_path_and_no_index_address() -> None:
    assert [line for name, text in tracked_text() for line in machine_lines(name, text)] == []


def test_a_machine_path_is_caught() -> None:
    assert machine_lines("sample", "a = 1\nb = '/" + "tmp/x'") == ["sample:2"]
