"""What scripts/dist makes of an installed folder: an archive, a Debian package, checksums."""
