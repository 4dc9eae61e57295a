"""Pictures for readers: what kind each is, and its files for the site."""
