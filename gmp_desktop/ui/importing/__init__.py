"""Participants out of a spreadsheet, in four steps."""
