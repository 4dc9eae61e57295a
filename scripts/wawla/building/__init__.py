"""Building: the ten steps from files to a site, the swap of old and new, and the search index."""
