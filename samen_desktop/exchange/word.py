"""How Word documents are made: by way of python-docx, loaded at its first use.

Importing this module loads nothing. python-docx brings lxml; here that reads only the template that
comes along, and openpyxl is told to leave it alone (`excel`).
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
