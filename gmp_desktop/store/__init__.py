"""The record on disk: tables, change log, migrations, backups."""
