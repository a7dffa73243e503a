"""The window around the pages: menus, side bar, start screen, command palette, messages."""
