"""Terms about follow-up actions and what is kept with them. Late is derived, never a status."""

from __future__ import annotations

from .terms import Vocabulary, closed_list, open_list

LISTS: tuple[Vocabulary, ...] = (
    closed_list(
        "follow_up_status",
        "actiestatus",
        "follow-up status",
        ("OPEN", "openstaand", "open"),
        ("LOOPT", "in uitvoering", "in progress"),
        ("WACHT", "wacht op derde", "waiting for others"),
        ("GEREED", "afgerond", "done"),
        ("VERV", "vervallen", "lapsed"),
    ),
    open_list(
        "attachment_kind",
        "soort bijlage",
        "kind of attachment",
        ("VERSL", "verslag", "report"),
        ("BRIEF", "brief", "letter"),
        ("STUK", "stuk", "paper"),
        ("UITNOD", "uitnodiging", "invitation"),
        ("PRESEN", "presentatie", "presentation"),
        ("FOTO", "foto van flappen", "photo of flip charts"),
        ("TEKEN", "tekening", "drawing"),
        ("REKEN", "rekenblad", "spreadsheet"),
        ("OVERIG", "overig", "other"),
    ),
)
