"""The one door to python-docx, which makes everything of a document but its text.

Importing this module loads nothing. python-docx brings lxml; that stays with it: it reads only the
template that comes with it, never a stranger's file, and openpyxl is told to leave lxml alone.
"""

from __future__ import annotations

import importlib
from types import ModuleType


def docx_module(name: str = "docx") -> ModuleType:
    """The module `name` of python-docx (`docx`, `docx.shared`, ...), loaded at its first use.

    Raises ValueError for a name outside python-docx.
    """
    if name.partition(".")[0] != "docx":
        raise ValueError(name)
    return importlib.import_module(name)
