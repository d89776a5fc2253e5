"""Every relative link and image leads to a file of the repository, and every anchor to a heading."""
import posixpath, urllib.parse


def problems(pages, files):
    anchors = {page.name: page.anchors for page in pages}
    folders = {folder for name in files for folder in parents(name)}
    for page in pages:
        for line, target in page.links:
            trouble = problem(page.name, target, anchors, files, folders)
            if trouble:
                yield f"{page.name}:{line}: '{target}' {trouble}"


def problem(page, target, anchors, files, folders):
    if urllib.parse.urlsplit(target).scheme:
        return None
    path, _, anchor = urllib.parse.unquote(target).partition("#")
    if path.startswith("/"):
        return "begins at the root of a site; write it relative to the page"
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if name not in files and name not in folders:
        return "leads to nothing in the repository"
    if anchor and name in anchors and anchor not in anchors[name]:
        return f"leads to no heading of {name}"
    return None


def parents(name):
    while name:
        name = posixpath.dirname(name)
        yield name or "."
