"""Archives whose bytes depend on the files and one time alone."""
import gzip, io, pathlib, tarfile


def tar(files, time, top=""):
    """The bytes of a tar archive of `files` (paths to bytes, or to a pair of bytes and mode) below the folder `top`."""
    folders = {str(parent) for path in files for parent in pathlib.PurePosixPath(path).parents if str(parent) != "."}
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path in sorted([*files, *folders, ""]):
            entry = tarfile.TarInfo(f"{top}/{path}".rstrip("/") if top else f"./{path}")
            entry.mtime, entry.uname, entry.gname = time, "root", "root"
            if path in files:
                content, entry.mode = files[path] if isinstance(files[path], tuple) else (files[path], mode(path))
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
            else:
                entry.type, entry.mode = tarfile.DIRTYPE, 0o755
                archive.addfile(entry)
    return packed.getvalue()


def mode(path):
    """Programs can be started: bin/podmap, and the steps for CI."""
    steps = "share/podmap/ci/"
    is_step = steps in path and not path.endswith("/common.sh")
    return 0o755 if path.startswith(("bin/", "usr/bin/")) or is_step else 0o644


def gzipped(content, time=0):
    """Compressed, with the header that 'gzip -n' writes if there is no time; zlib is the same on all systems we build on."""
    return gzip.compress(content, 9, mtime=time)
