"""Runtime: processes, stores and files, whatever is in them."""
