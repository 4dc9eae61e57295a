"""Typesetting: one document to one PDF, in a process that reaches nothing but the files it is given."""
