"""Use cases: one method is one thing a person can do."""
