"""Terms about what people said: its kind and tone, and how far its own row is worked out."""

from __future__ import annotations

from .terms import Vocabulary, closed_list, open_list

LISTS: tuple[Vocabulary, ...] = (
    closed_list(
        "input_status",
        "status invoer",
        "input status",
        ("RUW", "ruw", "raw"),
        ("GECOD", "geduid", "classified"),
        ("GECTR", "gecontroleerd", "checked"),
        ("TERUG", "teruggekoppeld", "fed back"),
    ),
    open_list(
        "input_kind",
        "aard inbreng",
        "kind of input",
        ("ZORG", "zorg", "concern"),
        ("WENS", "wens/voorstel", "wish or proposal"),
        ("VRAAG", "vraag", "question"),
        ("ERVAR", "ervaring", "experience"),
        ("FEIT", "feit/correctie", "fact or correction"),
        ("STEUN", "steun", "support"),
        ("BEZWA", "bezwaar", "objection"),
        ("RANDV", "randvoorwaarde", "condition"),
        ("AANBOD", "aanbod tot samenwerking", "offer to cooperate"),
        # The only kind without a submitter.
        ("AMBTS", "ambtshalve wijziging", "official's own change"),
    ),
    open_list(
        "stance",
        "houding",
        "stance",
        ("POSIT", "positief", "positive"),
        ("KRITI", "kritisch", "critical"),
        ("GEMEN", "gemengd", "mixed"),
        ("NEUTR", "neutraal", "neutral"),
    ),
    open_list(
        "priority",
        "prioriteit",
        "priority",
        ("HOOG", "hoog", "high"),
        ("NORM", "normaal", "normal"),
        ("LAAG", "laag", "low"),
    ),
    open_list(
        "collected_by",
        "opgehaald door",
        "collected by",
        ("GEMEEN", "gemeente", "municipality"),
        ("RAAD", "raad", "council"),
        ("DERDE", "derde", "third party"),
    ),
    # Names, no shades: which shade belongs to a name is one table of the window's.
    open_list(
        "colour",
        "kleur",
        "colour",
        ("BLAUW", "blauw", "blue"),
        ("TURKO", "turkoois", "turquoise"),
        ("GROEN", "groen", "green"),
        ("OLIJF", "olijf", "olive"),
        ("GEEL", "geel", "yellow"),
        ("ORANJE", "oranje", "orange"),
        ("ROOD", "rood", "red"),
        ("ROZE", "roze", "pink"),
        ("PAARS", "paars", "purple"),
        ("BRUIN", "bruin", "brown"),
        ("GRIJS", "grijs", "grey"),
    ),
    # Beside the colour, so that nothing depends on seeing it.
    open_list(
        "pattern",
        "patroon",
        "pattern",
        ("EFFEN", "effen", "plain"),
        ("STREEP", "streep", "stripes"),
        ("SCHUIN", "schuine streep", "slanted stripes"),
        ("STIPPE", "stippen", "dots"),
        ("RUIT", "ruit", "checks"),
    ),
)
