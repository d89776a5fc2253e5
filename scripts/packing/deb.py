"""A Debian package of an installed folder, made by hand so that it has the same bytes wherever it is made."""
import hashlib, lzma
from email.utils import formatdate

from .archive import gzipped, mode, tar
from .elf import dependencies

REVISION = "1"
MAINTAINER = "Podmap maintainers <OWNER@users.noreply.github.com>"
HOME = "https://github.com/OWNER/podmap"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
# Where Debian has what the installed folder has elsewhere.
BASH = "usr/share/bash-completion/completions/podmap"
PLACES = {"share/man/man1/podmap.1": "usr/share/man/man1/podmap.1.gz",
          "share/zsh/site-functions/_podmap": "usr/share/zsh/vendor-completions/_podmap"}
CONTROL = """\
Package: podmap
Version: {version}-{revision}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Suggests: git, jq
Section: utils
Priority: optional
Homepage: {home}
Description: draws Kubernetes applications
 Podmap reads Kubernetes manifests and draws what runs inside an application:
 its pods, the containers in each pod, and how they reach each other. It
 writes Mermaid, SVG, PNG, PDF, WebP, DOT and JSON, and can keep the diagrams
 of a repository up to date.
"""
CHANGELOG = """\
podmap ({version}-{revision}) unstable; urgency=medium

  * Release {version}. What changed:
    {home}/blob/v{version}/CHANGELOG.md

 -- {maintainer}  {date}
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: podmap
Source: {home}
Comment:
{notice}

Files: *
Copyright: {year} The authors of Podmap
License: Apache-2.0

License: Apache-2.0
 On Debian systems, the full text of the Apache License, Version 2.0, is in
 /usr/share/common-licenses/Apache-2.0.
"""
# Libraries are linked in so that the program needs no package for text; and this package is not for Debian's archive.
OVERRIDES = "podmap: embedded-library *\npodmap: initial-upload-closes-no-bugs *\n"


def file_name(version, machine):
    return f"podmap_{version}-{REVISION}_{ARCHITECTURES[machine]}.deb"


def package(files, program, version, machine, notice, time):
    """The bytes of the package. `files` are those of the installed folder, by path; `program` is where the command is."""
    names = {"version": version, "revision": REVISION, "maintainer": MAINTAINER, "home": HOME, "date": formatdate(time),
             "year": formatdate(time).split()[3]}
    content = {PLACES.get(path, f"usr/{path}"): bytes for path, bytes in files.items()}
    manual = PLACES["share/man/man1/podmap.1"]
    documents = "usr/share/doc/podmap"
    indented = "\n".join(f" {line}" if line.strip() else " ." for line in notice.splitlines())
    content[manual] = gzipped(content[manual])
    content[BASH] = content[BASH].removeprefix(b"#!/bin/bash\n")  # it is read, not started
    content[f"{documents}/changelog.Debian.gz"] = gzipped(CHANGELOG.format(**names).encode())
    content[f"{documents}/copyright"] = COPYRIGHT.format(notice=indented, **names).encode()
    content["usr/share/lintian/overrides/podmap"] = OVERRIDES.encode()
    control = {
        "control": CONTROL.format(architecture=ARCHITECTURES[machine], depends=", ".join(dependencies(program)),
                                  size=sum(-(-len(bytes) // 1024) for bytes in content.values()), **names).encode(),
        "md5sums": "".join(f"{hashlib.md5(bytes).hexdigest()}  {path}\n" for path, bytes in sorted(content.items())).encode()}
    parts = {"debian-binary": b"2.0\n", "control.tar.xz": compressed(tar(control, time)),
             "data.tar.xz": compressed(tar({path: (bytes, mode(path)) for path, bytes in content.items()}, time))}
    return b"!<arch>\n" + b"".join(member(name, bytes, time) for name, bytes in parts.items())


def compressed(content):
    return lzma.compress(content, preset=2)


def member(name, content, time):
    """A member of an ar archive: a header of 60 bytes, and the content, to an even length."""
    header = f"{name:<16}{time:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n".encode()
    return header + content + b"\n" * (len(content) % 2)
