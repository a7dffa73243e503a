"""Names of the pages that the frame itself knows."""

OVERVIEW = "overview"
NOTES = "notes"
CHOOSING = "choose-session"
"""The page that asks in which session, where none was named."""

HELP = "help"
"""The one page that needs no open round."""

BACKUPS = "backups"
"""The page of the backups of the open round."""
