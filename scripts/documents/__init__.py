"""What document-check looks at, a module for each thing."""
