"""Klausul's language: policy text in, meaning out."""
