"""What a program needs from the system, read from the program itself."""
import re, subprocess

# The Debian package of each library, and what its version is if the program uses a version of one of its symbols.
LIBRARIES = {
    "libc.so.6": ("libc6", "GLIBC_"), "libm.so.6": ("libc6", "GLIBC_"), "ld-linux-x86-64.so.2": ("libc6", "GLIBC_"),
    "ld-linux-aarch64.so.1": ("libc6", "GLIBC_"), "libgcc_s.so.1": ("libgcc-s1", "GCC_"), "libstdc++.so.6": ("libstdc++6", None),
    "libyaml-0.so.2": ("libyaml-0-2", None), "libgvc.so.6": ("libgvc6", None), "libcgraph.so.6": ("libcgraph6", None),
    "libcdt.so.5": ("libcdt5", None)}
# What no header tells: pictures load Graphviz's library when they are drawn, and their text is measured with these fonts.
FOR_PICTURES = ["libgvc6 | libgvc7", "fonts-dejavu-core", "fonts-liberation"]


def headers(program):
    done = subprocess.run(["objdump", "-p", str(program)], text=True, capture_output=True)
    if done.returncode:
        raise SystemExit(f"dist: objdump can't read {program}: {done.stderr.strip()}")
    return done.stdout


def needed(text):
    """The libraries that the loader looks for."""
    return re.findall(r"^\s*NEEDED\s+(\S+)", text, re.MULTILINE)


def versions(text, library):
    """The versions of symbols that the program uses of a library."""
    found = re.search(rf"required from {re.escape(library)}:\n((?:\s+0x.*\n?)*)", text)
    return [line.split()[-1] for line in found[1].splitlines()] if found else []


def numbers(version):
    return tuple(map(int, version.split(".")))


def newest(text, prefix):
    """The newest version of symbols such as GLIBC_2.34, of all libraries, or None."""
    every = [name.removeprefix(prefix) for library in needed(text) for name in versions(text, library) if name.startswith(prefix)]
    return max((version for version in every if re.fullmatch(r"[0-9.]+", version)), key=numbers, default=None)


def dependencies(program):
    """The value of Depends."""
    text, found = headers(program), {}
    for library in needed(text):
        if library not in LIBRARIES:
            raise SystemExit(f"dist: no Debian package is known for {library}; add a row to scripts/packing/elf.py")
        package, prefix = LIBRARIES[library]
        least = newest(text, prefix) if prefix else None
        found[package] = f"{package} (>= {least})" if least else package
    linked = sorted(found.values())
    return linked + [other for other in FOR_PICTURES if other.split(" ")[0] not in found]


def least_glibc(program):
    return newest(headers(program), "GLIBC_")
