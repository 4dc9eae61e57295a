"""The look: covers, colours and typefaces."""
