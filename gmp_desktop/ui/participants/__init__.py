"""The place of the participants, and the door."""
