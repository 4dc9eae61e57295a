"""Commands: what the user types. Each parses, calls a function of a lower floor, and tells how it went."""
