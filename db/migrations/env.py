"""Run by Alembic: all migrations in the one transaction the program has begun."""

from alembic import context

from gmp_desktop.store import local  # noqa: F401  (its tables belong to the schema)
from gmp_desktop.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
