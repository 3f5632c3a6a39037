"""The place of the register of documents."""
