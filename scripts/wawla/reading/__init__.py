"""Reading: from the files of a publication to one linked, immutable Library."""
