"""Browsing: shelves, lists and networks, by which a reader comes to a piece without searching."""
