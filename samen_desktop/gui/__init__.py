"""What the coordinator sees: Qt widgets over the bridge. No SQL, no rules of the field."""
