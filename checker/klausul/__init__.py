"""Klausul's checker: records in, findings out."""

__version__ = "0.1.0"
