"""Nouns, rules, numbering: what a meeting and its papers are. Standard library only."""
