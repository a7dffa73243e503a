"""Salvaging a damaged round: from the wish to the report of what came of it."""
