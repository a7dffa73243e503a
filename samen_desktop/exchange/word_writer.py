"""Blocks to a Word file: text streams straight into the file, so that memory stays flat.

python-docx makes everything but the text (`word_skeleton`); the text is made in `word_blocks`.
Built new each time, never by changing somebody's file.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

from samen_desktop.core.reports.document import Document
from samen_desktop.core.words import Language, Words

from .publish import written_beside
from .word_blocks import Blocks, pieces
from .word_skeleton import BODY, WordSkeleton
from .writer import Written

_MADE_WITH = Words("Gemaakt met {program}.", "Made with {program}.")


def write_document(
    text: Document,
    path: Path,
    *,
    language: Language,
    progress: Callable[[int], None] | None = None,
) -> Written:
    """Write the text beside `path` and give it that name when it is whole.

    `progress` hears the rows of tables so far; whatever it raises stops the work and leaves no
    file. Raises KnownError as `publish.written_beside` says.
    """
    with written_beside(path) as fresh:
        skeleton = WordSkeleton(text, language)
        blocks = Blocks(language)
        before, after = skeleton.around()
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in skeleton.parts().items():
                archive.writestr(name, content)
            with archive.open(BODY, "w") as part:
                part.write(before)
                for piece, rows in pieces(blocks, text.blocks()):
                    part.write(piece)
                    if progress:
                        progress(rows)
                end = _MADE_WITH.fill(program=text.program).say(language)
                part.write(blocks.end(end).encode())
                part.write(after)
        with fresh.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = fresh.stat().st_size
    return Written(rows={text.title: blocks.rows}, cut_cells=0, sha256=digest, bytes=size)
