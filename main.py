"""Entry point: hands over to the command line."""

import sys

from samen_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
