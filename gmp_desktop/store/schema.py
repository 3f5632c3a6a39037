"""What has to be known of a database before the libraries that open it are loaded."""

HEAD = "0002"
"""The newest migration: a database that says so need not be migrated, which saves loading Alembic."""

LAST_MEETING = "last meeting"
"""The setting with the id of the meeting opened last; the first window shows it."""
