"""SHA256SUMS of a folder."""
import hashlib

NAME = "SHA256SUMS"


def digests(folder):
    """The checksum of each file in a folder, by name."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())
            if file.is_file() and file.name != NAME}


def write(folder):
    """Writes the file that 'sha256sum --check' reads."""
    (folder / NAME).write_text("".join(f"{digest}  {name}\n" for name, digest in digests(folder).items()))


def read(folder):
    lines = (folder / NAME).read_text().splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
