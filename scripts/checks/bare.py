"""Bare Debian systems in folders: the base of the image, and a machine on which nothing is installed yet."""
import os, pathlib, shutil, subprocess, tempfile

from .tools import run, stop

MIRROR = "http://deb.debian.org/debian"
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def need_root(command):
    if os.geteuid() != 0:
        stop(f"only root can enter a bare Debian; run: sudo {command}")
    if not shutil.which("debootstrap"):
        stop("debootstrap is missing; run: scripts/prerequisites image")


def pristine(release):
    """A Debian with the essential packages, fetched once."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "podmap-checks"
    folder = cache / f"debian-{release}"
    if not folder.exists():
        cache.mkdir(parents=True, exist_ok=True)
        beside = folder.with_name(folder.name + ".new")
        shutil.rmtree(beside, ignore_errors=True)
        run(["debootstrap", "--variant=minbase", release, beside, MIRROR])
        beside.rename(folder)
    return folder


class Bare:
    """A copy of the pristine system, or of another one, that is removed at the end of its `with`."""

    def __init__(self, origin):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="podmap-bare-"))
        run(["cp", "-a", f"{origin}/.", self.root])
        shutil.copy("/etc/resolv.conf", self.root / "etc/resolv.conf")
        # It is removed soon, so nothing has to reach the disk.
        (self.root / "etc/dpkg/dpkg.cfg.d/unsafe").write_text("force-unsafe-io\n")
        (self.root / "etc/apt/apt.conf.d/translations").write_text('Acquire::Languages "none";\n')

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root, ignore_errors=True)

    def run(self, arguments, *, user="0:0", at="/", environment=None, expected=0):
        """Runs a program in the system, with nothing from this machine's environment but its proxy settings."""
        proxies = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        home = {"0:0": "/root", "1000:1000": "/home/podmap"}.get(user, "/")
        settings = {**proxies, "PATH": PATH, "HOME": home, "DEBIAN_FRONTEND": "noninteractive", **(environment or {})}
        # /proc, where programs find their own arguments, is mounted for this program only, so nothing stays mounted.
        enter = 'mount -t proc proc "$1/proc" && exec chroot --userspec="$2" "$1" "${@:3}"'
        outer = ["unshare", "--mount", "bash", "-c", enter, "bash", self.root, user]
        inner = ["sh", "-c", 'cd "$1" && shift && exec "$@"', "sh", at, *map(str, arguments)]
        return run([*outer, *inner], env=settings, stdin=subprocess.DEVNULL, expected=expected)
