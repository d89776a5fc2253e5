"""Releases of podmap, and a server on the loopback interface that they are downloaded from."""
import functools, hashlib, http.server, io, pathlib, platform, re, tarfile, threading

from .tools import ROOT

VERSION = re.search(r'static let text = "(.*)"', (ROOT / "Sources/podmap-cli/Commands/PodmapCommand.swift").read_text())[1]
TRIPLE = {"Linux": f"{platform.machine()}-unknown-linux-gnu", "Darwin": "universal-apple-macosx"}[platform.system()]


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_request(self, code="-", _size="-"):
        self.server.requests.append((self.path.rsplit("/", 1)[-1], int(code)))

    def log_message(self, *_):
        pass


class Releases:
    """A folder `here` of releases, and its server at `address`; `requests` has the names and codes of what was asked."""

    def __init__(self, folder):
        self.here = folder / "releases"
        self.here.mkdir(exist_ok=True)
        self.server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Handler, directory=str(self.here)))
        self.requests = self.server.requests = []
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        """The server is down."""
        self.server.shutdown()
        self.server.server_close()

    def release(self, program, version=VERSION, triple=TRIPLE):
        """Releases the bytes of a program in an archive like those of scripts/dist, and returns the archive's path."""
        name = f"podmap-{version}-{triple}"
        archive = self.here / f"v{version}" / f"{name}.tar.gz"
        archive.parent.mkdir(exist_ok=True)
        with tarfile.open(archive, "w:gz", compresslevel=1) as tar:
            for path, content in (("bin/podmap", program), ("share/man/man1/podmap.1", b".TH podmap\n"),
                                  ("LICENSE", b"a license\n"), ("NOTICE", b"a notice\n"), ("README", b"a text\n")):
                entry = tarfile.TarInfo(f"{name}/{path}")
                entry.size, entry.mode = len(content), 0o755 if path.startswith("bin/") else 0o644
                tar.addfile(entry, io.BytesIO(content))
        self.sum(archive.parent)
        return archive

    def sum(self, folder):
        archives = sorted(folder.glob("*.tar.gz"))
        (folder / "SHA256SUMS").write_text("".join(
            f"{hashlib.sha256(archive.read_bytes()).hexdigest()}  {archive.name}\n" for archive in archives))


def starting(podmap):
    """A program that starts another one, which is smaller to release."""
    return f'#!/bin/sh\nexec "{pathlib.Path(podmap).resolve()}" "$@"\n'.encode()


def damage(archive):
    """Changes a byte of an archive, after its checksum was written."""
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 1
    archive.write_bytes(content)
