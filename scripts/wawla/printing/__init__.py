"""Printing: an edition's pieces to PDFs for the screen, the printer and a school's own copier."""
