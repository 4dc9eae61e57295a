"""The engine: all that knows MkDocs. Everything else hands it finished pages."""
