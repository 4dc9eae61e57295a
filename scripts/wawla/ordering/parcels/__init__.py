"""Parcels: one folder for the printer, with press files, ticket, labels and slips."""
