"""Publishing: pieces, editions and registers to the finished pages of the site, before the theme goes round them."""
