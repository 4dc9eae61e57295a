"""Intake: from a mail, a file or a form to an order that the catalogue knows."""
