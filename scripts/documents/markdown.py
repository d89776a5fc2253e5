"""The parts of Markdown files that the checks need: fences, links and the anchors of headings."""
import dataclasses, pathlib, re, subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})\s*([\w-]*)")
HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)|<(?:a|img)\b[^>]*?\b(?:href|src)=\"([^\"]+)\"")


@dataclasses.dataclass
class Fence:
    file: str
    line: int
    language: str
    text: str

    @property
    def place(self):
        return f"{self.file}:{self.line}"


class Page:
    def __init__(self, name):
        self.name = name
        self.fences, self.links, self.anchors = [], [], set()
        self._read((ROOT / name).read_text(encoding="utf-8").splitlines())

    def _read(self, lines):
        mark, fence, seen = None, None, {}
        for number, line in enumerate(lines, 1):
            found = FENCE.match(line)
            if mark:
                if found and found[1].startswith(mark) and not found[2] and not line.strip(" `~"):
                    self.fences.append(fence)
                    mark = None
                else:
                    fence.text += line + "\n"
            elif found:
                mark, fence = found[1], Fence(self.name, number, found[2], "")
            else:
                self._prose(number, line, seen)

    def _prose(self, number, line, seen):
        heading = HEADING.match(line)
        if heading:
            anchor = slug(heading[2])
            count = seen[anchor] = seen.get(anchor, -1) + 1
            self.anchors.add(f"{anchor}-{count}" if count else anchor)
        if line.startswith("    "):
            return
        for link in LINK.finditer(re.sub(r"(`+).+?\1", lambda code: " " * len(code[0]), line)):
            self.links.append((number, link[1] or link[2]))


def slug(heading):
    """The anchor that GitHub gives a heading."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
    return re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")


def repository_files():
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
                            capture_output=True)
    return {name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).exists()}


def pages(files):
    """Every page that people read, so neither expected outputs of tests nor templates."""
    names = sorted(n for n in files if n.endswith(".md") and not re.match(r"Tests/|templates/(?!README)", n))
    return [Page(name) for name in names]
