"""The MkDocs plugin: an agreement as pages."""
