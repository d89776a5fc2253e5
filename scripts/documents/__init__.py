"""The checks of document-check, one module each."""
