"""The verbs of the command line: what each takes, what it is for, and which room does it.

The help is written from this table; the rooms are imported by the verb that needs them.
"""

from __future__ import annotations

from dataclasses import dataclass

from samen_desktop.core.words import Words

Option = tuple[str, dict[str, object]]
"""An argument as argparse takes it: its name, and how it is read."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb. `does` names the function: `room.function` inside this package."""

    name: str
    form: str
    about: Words
    does: str
    options: tuple[Option, ...]


_FILE: Option = ("file", {})
_LANG: Option = ("--lang", {"choices": ("nl", "en"), "default": "nl"})
_JSON: Option = ("--json", {"action": "store_true", "dest": "as_json"})
_AUTHOR: Option = ("--author", {"default": ""})

COMMON = (_LANG, _JSON, _AUTHOR)

WINDOW = Verb(
    "",
    "[FILE] [--demo]",
    Words(
        "Opent het venster, met de ronde FILE of met een verse demoronde.",
        "Opens the window, with the round FILE or with a fresh demo round.",
    ),
    "window.open_window",
    (("file", {"nargs": "?"}), ("--demo", {"action": "store_true"})),
)
"""What the program does without a verb."""

VERBS: tuple[Verb, ...] = (
    Verb(
        "new",
        "new FILE [--template NAME] [--name NAME]",
        Words("Maakt een nieuwe ronde.", "Makes a new round."),
        "rounds.new",
        (_FILE, ("--template", {"default": "consultatieronde"}), ("--name", {"default": ""})),
    ),
    Verb(
        "demo",
        "demo FILE",
        Words("Maakt de demoronde.", "Makes the demo round."),
        "rounds.demo",
        (_FILE,),
    ),
    Verb(
        "import",
        "import FILE SOURCE --as inputs|stakeholders|sessions|follow-ups\n"
        "       [--map M.json] [--sheet S] [--header-row N] [--dry-run]",
        Words("Leest een Excel- of CSV-bestand in.", "Reads in an Excel or CSV file."),
        "tables.read_in",
        (
            _FILE,
            ("source", {}),
            (
                "--as",
                {
                    "dest": "target",
                    "required": True,
                    "choices": ("inputs", "stakeholders", "sessions", "follow-ups"),
                },
            ),
            ("--map", {"dest": "mapping"}),
            ("--sheet", {}),
            ("--header-row", {"type": int}),
            ("--dry-run", {"action": "store_true"}),
        ),
    ),
    Verb(
        "merge",
        "merge FILE OTHER… [--dry-run]",
        Words(
            "Voegt samen wat anderen in hun kopie van de ronde deden.",
            "Merges what others did in their copies of the round.",
        ),
        "merging.merge",
        (_FILE, ("others", {"nargs": "+"}), ("--dry-run", {"action": "store_true"})),
    ),
    Verb(
        "plan",
        "plan FILE DOCUMENT --number N [--date D] [--status S] [--dry-run]",
        Words(
            "Leest een volgende planversie in uit Word of Markdown.",
            "Reads in a next version of the plan from Word or Markdown.",
        ),
        "planning.read_plan",
        (
            _FILE,
            ("document", {}),
            ("--number", {"required": True}),
            ("--date", {"default": ""}),
            ("--status", {"default": "", "choices": ("", "WERKV", "CONCEPT", "VASTG")}),
            ("--dry-run", {"action": "store_true"}),
        ),
    ),
    Verb(
        "find",
        "find FILE WORDS… [--in inputs|stakeholders|…]",
        Words("Zoekt in alles wat is opgeschreven.", "Searches all that was written."),
        "lookup.find",
        (_FILE, ("words", {"nargs": "+"}), ("--in", {"dest": "kind"})),
    ),
    Verb(
        "similar",
        "similar FILE CODE",
        Words(
            "Toont inbreng die op een andere lijkt, en een thema dat erbij past.",
            "Shows inputs that look like one, and a theme that fits it.",
        ),
        "lookup.similar",
        (_FILE, ("code", {})),
    ),
    Verb(
        "check",
        "check FILE [--deep]",
        Words(
            "Controleert het bestand en telt wat erin staat.",
            "Checks the file and counts what is in it.",
        ),
        "care.check",
        (_FILE, ("--deep", {"action": "store_true"})),
    ),
    Verb(
        "backup",
        "backup FILE [DIR]",
        Words("Maakt een gecontroleerde reservekopie.", "Makes a verified backup."),
        "care.backup",
        (_FILE, ("folder", {"nargs": "?"})),
    ),
    Verb(
        "backups",
        "backups FILE",
        Words(
            "Toont de reservekopieën met datum, reden en inhoud.",
            "Lists the backups with date, reason and contents.",
        ),
        "care.backups",
        (_FILE,),
    ),
    Verb(
        "restore",
        "restore BACKUP FILE [--mark HR]",
        Words(
            "Zet een reservekopie terug; met --mark als werkkopie ernaast.",
            "Restores a backup; with --mark as a working copy.",
        ),
        "care.restore",
        (("backup", {}), _FILE, ("--mark", {"default": ""})),
    ),
    Verb(
        "salvage",
        "salvage FILE NEW",
        Words(
            "Haalt uit een beschadigd bestand wat te lezen is, in een nieuw bestand.",
            "Takes what can be read out of a damaged file, into a new one.",
        ),
        "salvaging.salvage",
        (_FILE, ("new", {})),
    ),
    Verb(
        "history",
        "history FILE [CODE]",
        Words(
            "Toont wat er gewijzigd is, van alles of van één nummer.",
            "Shows what was changed, of all or of one code.",
        ),
        "lookup.history",
        (_FILE, ("code", {"nargs": "?"})),
    ),
    Verb(
        "undo",
        "undo FILE [COUNT]",
        Words("Maakt de laatste stap ongedaan.", "Undoes the last step."),
        "steps.undo",
        (_FILE, ("count", {"nargs": "?", "type": int, "default": 1})),
    ),
    Verb(
        "redo",
        "redo FILE [COUNT]",
        Words("Voert de ongedaan gemaakte stap weer uit.", "Redoes the undone step."),
        "steps.redo",
        (_FILE, ("count", {"nargs": "?", "type": int, "default": 1})),
    ),
    Verb(
        "copy",
        "copy FILE OUT --mark HR",
        Words(
            "Geeft een kopie om in te werken, met een eigen merkteken.",
            "Gives a copy to work in, with a mark of its own.",
        ),
        "care.copy",
        (_FILE, ("out", {}), ("--mark", {"required": True})),
    ),
    Verb(
        "erase",
        "erase FILE CODE [--with-inputs] [--yes]",
        Words(
            "Wist iemands gegevens voorgoed, ook uit de reservekopieën.",
            "Erases a person's data for good, from the backups too.",
        ),
        "steps.erase",
        (
            _FILE,
            ("code", {}),
            ("--with-inputs", {"action": "store_true"}),
            ("--yes", {"action": "store_true"}),
        ),
    ),
    Verb(
        "export",
        "export FILE OUT [--report overzicht|nota|matrix|impressie|terugkoppeling …]\n"
        "       [--edition openbaar|collega|intern] [--phase 1] [--theme TH9] [--session SE-07]\n"
        "       [--to FUNCTION] [--lang nl|en]",
        Words(
            "Maakt rapporten: OUT.xlsx voor Excel, OUT.docx voor Word.",
            "Makes reports: OUT.xlsx for Excel, OUT.docx for Word.",
        ),
        "reports.export",
        (
            _FILE,
            ("out", {}),
            ("--report", {"nargs": "+", "action": "append"}),
            ("--edition", {"default": "openbaar"}),
            ("--phase", {"default": ""}),
            ("--theme", {"default": ""}),
            ("--session", {"default": ""}),
            ("--to", {"default": ""}),
        ),
    ),
    Verb(
        "screens",
        "screens FILE DIR [--dark] [--lang nl|en] [--size 1366x768] [--scale 100]",
        Words(
            "Maakt van elk scherm een PNG, zonder beeldscherm.",
            "Makes a PNG of every screen, without a display.",
        ),
        "window.screens",
        (
            _FILE,
            ("folder", {}),
            ("--dark", {"action": "store_true"}),
            ("--size", {"default": "1366x768"}),
            ("--scale", {"type": int, "default": 100, "choices": range(100, 401)}),
        ),
    ),
)
