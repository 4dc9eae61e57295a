"""Ordering: from what a school asks for to a parcel of approved copies, on the desk's own machine."""
