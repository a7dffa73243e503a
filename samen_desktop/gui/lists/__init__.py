"""Lists of records and what can be done in them: table, filters, detail, pages."""
