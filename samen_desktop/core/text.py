"""What text becomes when it enters the round: one form for what people type and what files hold.

Text is kept as it was said; only what no file or window can carry is taken out, and line ends get
one form. Cutting, judging or escaping text is left to the rooms that show or write it.
"""

from __future__ import annotations

import re
import unicodedata

_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile(r"[^\S\n\t]*[\n\t]\s*")
_BLANKS = re.compile(r"\s+")


def clean(text: str, *, one_line: bool = False) -> str:
    r"""`text` as the round keeps it: NFC, line ends \n, no control characters, no outer blanks.

    Word's vertical tab, form feed, NEL and the line and paragraph separators count as line ends.
    Tabs stay. Lone surrogates, U+FFFE and U+FFFF go: neither UTF-8 nor a workbook can hold them.
    `one_line` folds line ends and tabs, with the blanks around them, to one space.
    """
    if _ODD.search(text):
        text = _DROPPED.sub("", _LINE_END.sub("\n", text))
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = text.strip()
    if one_line and ("\n" in text or "\t" in text):
        text = _BREAK.sub(" ", text)
    return text


def clean_name(text: str) -> str:
    """`text` as a name or key: one line, single spaces, no invisible marks.

    Ordinary text keeps zero-width and direction marks, which can carry meaning there; in a name
    they only make two equal names differ, or one name look like another.
    """
    text = clean(text, one_line=True)
    if not text.isascii():
        text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return _BLANKS.sub(" ", text).strip()


def fold(text: str) -> str:
    """`text` for comparing names and headers: no case, no diacritics, no invisible marks."""
    text = clean_name(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    return _BLANKS.sub(" ", text.casefold()).strip()
