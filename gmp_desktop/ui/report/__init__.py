"""The place of the report."""
