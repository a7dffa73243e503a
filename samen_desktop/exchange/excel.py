"""The one door to openpyxl: it sets openpyxl's environment first, and only then imports it.

Whoever needs openpyxl asks here, inside a function: importing this module loads nothing, so that
`--help` stays instant. openpyxl is told to leave lxml alone, even where another program has brought
it: lxml lets a document type definition through and writes other bytes.
"""

from __future__ import annotations

import importlib
import os
from types import ModuleType


def openpyxl_module(name: str = "openpyxl") -> ModuleType:
    """The module `name` of openpyxl (`openpyxl`, `openpyxl.styles`, ...), loaded at its first use.

    Raises ValueError for a name outside openpyxl.
    """
    if name.partition(".")[0] != "openpyxl":
        raise ValueError(name)
    os.environ["OPENPYXL_LXML"] = "False"
    return importlib.import_module(name)
