"""Runs the stages of a Dockerfile in a bare system, without Docker. What ours does not use is an error."""
import atexit, json, re, shlex, shutil

from .bare import Bare, pristine
from .tools import ROOT, expect


def stages(text):
    """The stages by name: the image or stage that each starts from, and its instructions."""
    found, lines = {}, re.sub(r"\\\n", "", re.sub(r"(?m)^\s*#.*\n", "", text)).splitlines()
    for line in filter(str.strip, lines):
        word, rest = line.strip().split(None, 1)
        if word == "FROM":
            origin, _, name = rest.split()
            found[name] = (origin, [])
        else:
            found[name][1].append((word, rest))
    return found


BUILT = {}  # stages that others start from; each is built once, and removed at the end


class Image(Bare):
    """The result of a stage: a system, and how it is entered. `copied` has the files of other stages, by path."""

    def __init__(self, name, all_stages, copied):
        origin, instructions = all_stages[name]
        if origin in all_stages:
            if origin not in BUILT:
                BUILT[origin] = Image(origin, all_stages, copied)
                atexit.register(BUILT[origin].__exit__)
            base = BUILT[origin]
            super().__init__(base.root)
            self.user, self.folder, self.entry = base.user, base.folder, base.entry
        else:
            expect(match := re.fullmatch(r"debian:([a-z]+)-slim", origin), f"the check can't start from {origin}")
            super().__init__(pristine(match[1]))
            self.user, self.folder, self.entry = "0:0", "/", []
        for word, rest in instructions:
            getattr(self, f"do_{word.lower()}")(rest, copied)

    def do_run(self, rest, _):
        Bare.run(self, ["/bin/sh", "-c", rest], at=self.folder, user=self.user)

    def do_copy(self, rest, copied):
        words = shlex.split(rest)
        sources = [copied[word] for word in words[1:-1]] if words[0].startswith("--from=") else [ROOT / word for word in words[:-1]]
        target = self.root / words[-1].lstrip("/")
        for source in sources:
            if source.is_dir():
                shutil.copytree(source, target, dirs_exist_ok=True)
                continue
            place = target / source.name if words[-1].endswith("/") else target
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, place)

    def do_workdir(self, rest, _):
        self.folder = rest
        (self.root / rest.lstrip("/")).mkdir(parents=True, exist_ok=True)

    def do_user(self, rest, _):
        self.user = rest

    def do_entrypoint(self, rest, _):
        self.entry = json.loads(rest)

    def do_label(self, rest, _):
        expect("=" in rest, f"a label without a value: {rest}")

    def do_cmd(self, rest, _):
        self.command = json.loads(rest)

    def start(self, *arguments, user=None, expected=0):
        """Runs the image as 'docker run IMAGE ARGUMENTS' does."""
        return self.run([*self.entry, *(arguments or self.command)], user=user or self.user, at=self.folder, expected=expected)
