"""What the lines of a session mean now: its names, what stays, which themes came last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from samen_desktop.core import codes
from samen_desktop.core.dates import show
from samen_desktop.core.note_sheet import SessionFacts, Sheet, Vocabulary
from samen_desktop.core.notes import (
    PARAGRAPH,
    Choice,
    Choices,
    Meaning,
    Note,
    Sticky,
    Target,
    compose,
    meaning_of,
    stays,
)
from samen_desktop.core.shorthand import Known, Line, Sign, name_in_line, parse
from samen_desktop.gui import language

SLOTS = 9
_BEFORE = {"nl": "vóór", "en": "before"}


class Understanding:
    """Changes as the session is read and lines are entered; knows no widgets and no file."""

    def __init__(self, session: bytes) -> None:
        self.sheet = Sheet(SessionFacts(session, "", ""))
        self.vocabulary = Vocabulary()
        self.known = Known()
        self.sticky = Sticky()
        self.slots: list[str] = []
        self.speaker_slots: list[str] = []
        self._read = Vocabulary()
        self._declared: list[tuple[Sign, Choice]] = []
        self._line = parse("")

    def take_vocabulary(self, vocabulary: Vocabulary) -> None:
        """The names of the round as they stand in the file now."""
        self._read = vocabulary
        made = {
            choice.short.casefold()
            for choice in (*vocabulary.choices.themes, *vocabulary.choices.speakers)
        }
        made |= {choice.name.casefold() for choice in vocabulary.choices.themes}
        self._declared = [each for each in self._declared if each[1].short.casefold() not in made]
        self._know()

    def take_sheet(self, sheet: Sheet) -> None:
        """The session as it stands in the file now."""
        first = not self.slots
        self.sheet = sheet
        self._line = parse("")
        self._fill_slots()
        last = next((row.note for row in reversed(sheet.rows) if not row.note.action), None)
        if first and last is not None:  # go on where the session left off
            self.sticky = Sticky(last.themes[0] if last.themes else None, (), last.table)

    def line(self, text: str) -> Line:
        """A text taken apart."""
        if self._line.text != text:
            self._line = parse(text, self._session_date(), self.known)
        return self._line

    def meaning(self, text: str, sticky: Sticky | None = None) -> Meaning:
        """What a text would be noted as; `sticky` instead of what stays now."""
        using = self.sticky if sticky is None else sticky
        meaning = meaning_of(self.line(text), self.vocabulary.choices, using)
        words = meaning.note.words.replace(f" {PARAGRAPH} ", "\n")
        return replace(meaning, note=replace(meaning.note, words=words))

    def enter(self, text: str) -> Note:
        """Take a line in: what it names stays and is known from now on."""
        meaning = self.meaning(text)
        self.sticky = stays(meaning, self.line(text), self.sticky)
        self.remember(meaning)
        return meaning.note

    def remember(self, meaning: Meaning) -> None:
        """Names that will be made with a line are known from now on."""
        for name in meaning.new_themes:
            self.declare(Sign.THEME, name)
        for name in meaning.new_speakers:
            self.declare(Sign.SPEAKER, name)
        for targets, slots in (
            (meaning.note.themes, self.slots),
            (meaning.note.speakers, self.speaker_slots),
        ):
            if targets and targets[0].text not in slots:
                slots[SLOTS - 1 :] = [targets[0].text]

    def declare(self, sign: Sign, name: str) -> None:
        """A new theme or participant, to be made with the line that names it."""
        choice = Choice(None, "", name) if sign is Sign.THEME else Choice(None, name, "")
        if all(each[1].short.casefold() != name.casefold() for each in self._declared):
            self._declared.append((sign, choice))
            self._know()

    def keep(self, what: str, target: Target | None, table: str) -> None:
        """Let a theme, speaker or table stay from now on; nothing where neither is given."""
        if what == "theme":
            self.sticky = replace(self.sticky, theme=target)
        elif what == "speaker":
            self.sticky = replace(self.sticky, speakers=(target,) if target else ())
        else:
            self.sticky = replace(self.sticky, table=table)

    def recent(self, slot: int) -> Target | None:
        """The theme under Ctrl+1 to 9."""
        if slot < len(self.slots):
            return self.vocabulary.choices.theme(self.slots[slot])
        return None

    def recent_speaker(self, slot: int) -> Target | None:
        """The speaker under Alt+1 to 9."""
        if slot < len(self.speaker_slots):
            return self.vocabulary.choices.speaker(self.speaker_slots[slot])
        return None

    def theme_name(self) -> str:
        """The full name of the theme that stays."""
        theme = self.sticky.theme
        themes = self.vocabulary.choices.themes
        named = (each.name for each in themes if theme is not None and each.id == theme.id)
        return next(named, "")

    def next_code(self, note: Note, waiting: int) -> str:
        """The code an item will most likely get, with so many on their way before it."""
        if note.action:
            return self.sheet.next_action
        code = self.sheet.next_input
        apart = codes.take_apart(code)
        if apart.number is None or not waiting:
            return code
        head, _, digits = code.rpartition("-")
        return f"{head}-{apart.number + waiting:0{len(digits)}d}"

    def labels(self) -> dict[str, str]:
        """Words for codes, short: `wens` for `wens/voorstel`."""
        return {code: said.partition("/")[0] for code, said in self.vocabulary.labels.items()}

    def as_line(self, note: Note) -> str:
        """An item as a line that says the same."""
        written = {
            target.text: name_in_line(sign, target.text, self.known)
            for sign, targets in ((Sign.THEME, note.themes), (Sign.SPEAKER, note.speakers))
            for target in targets
        }
        if note.owner:
            written[note.owner] = name_in_line(Sign.SPEAKER, note.owner, self.known)
        spoken = language.current()
        side = 0 if spoken == "nl" else -1
        kinds = self.vocabulary.kinds
        kind = next((each.words[side] for each in kinds if each.code == note.kind), "")
        due = show(note.due, spoken) if note.due else ""
        return compose(note, written, kind, due, _BEFORE[spoken])

    def _know(self) -> None:
        """Put the round's names and those declared together."""
        choices = self._read.choices
        new = {
            sign: [choice for each, choice in self._declared if each is sign]
            for sign in (Sign.THEME, Sign.SPEAKER)
        }
        joint = Choices(
            [*choices.themes, *new[Sign.THEME]],
            [*choices.speakers, *new[Sign.SPEAKER]],
            choices.mark,
        )
        self.vocabulary = replace(self._read, choices=joint)
        themes, speakers = (
            [text for choice in those for text in (choice.code, choice.name) if text]
            for those in (joint.themes, joint.speakers)
        )
        self.known = Known(themes, speakers, self._read.kinds)
        self._line = parse("")

    def _fill_slots(self) -> None:
        """Themes under Ctrl+1 to 9 and speakers under Alt keep their place; new ones come last."""
        choices = self.vocabulary.choices
        spoke = [
            row.note.speakers[0].text for row in reversed(self.sheet.rows) if row.note.speakers
        ]
        persons = [choice.short for choice in choices.speakers if choice.code]
        _fill(self.slots, [*self.sheet.recent, *(choice.short for choice in choices.themes)])
        _fill(self.speaker_slots, [*spoke, *persons])

    def _session_date(self) -> date:
        try:
            return date.fromisoformat(self.sheet.session.date)
        except ValueError:
            return datetime.now().astimezone().date()


def _fill(slots: list[str], texts: list[str]) -> None:
    for text in texts:
        if text not in slots and len(slots) < SLOTS:
            slots.append(text)
