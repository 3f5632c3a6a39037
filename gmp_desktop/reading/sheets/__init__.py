"""Spreadsheets in, tables of texts out."""
