"""Forms: one per kind of record, made from its list of fields."""
