"""`python -m samen_desktop`: the same as `main.py`."""

import sys

from samen_desktop.cli import main

sys.exit(main())
