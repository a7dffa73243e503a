"""The command line: every verb of the program without a window.

`main` reads the arguments, runs one verb and says what it did; each verb imports what it needs, so
that help is there at once. What a verb does stands in the room of its subject.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from samen_desktop.core.errors import KnownError

from .arguments import parse, wanted_language
from .saying import Said, UsageError, say, say_bug, say_known, say_usage

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb. Returns 0 when done, 1 for a known problem or a bug, 2 for wrong usage."""
    words = list(sys.argv[1:] if argv is None else argv)
    language = wanted_language(words)
    try:
        request = parse(words, language)
    except UsageError as usage:
        say_usage(usage)
        return usage.status
    if isinstance(request, Said):
        say(request, as_json=False)
        return 0
    try:
        said = request.run()
    except KnownError as error:
        say_known(error, request.language, as_json=request.as_json)
        return 1
    except KeyboardInterrupt:
        return 1
    except Exception as error:
        say_bug(error, request.language)
        return 1
    say(said, as_json=request.as_json)
    return 0
