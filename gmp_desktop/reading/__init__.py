"""Readers: old files in, blocks and recognised facts out."""
