"""The papers of a meeting: what the record knows, put together as documents and cards."""
