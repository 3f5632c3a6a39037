"""Writers: a document in, bytes out."""
