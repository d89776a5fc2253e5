"""Every example command of the documents, run in a folder that contains what they mention.

Checked are the lines of ```sh fences in which podmap is run, alone or behind kubectl and helm. A command must exit
with 0, or with what its comment says: '# … (exit code 1)'. The fences of a page are run in order, in one folder.
Of make, only its targets are looked for.
"""
import re

from .markdown import ROOT
from .playground import Playground

OURS = re.compile(r"(^|[|;&]\s*)podmap(\s|$)")
CODE = re.compile(r"#.*\(exit code (\d+)\)")
FOREIGN = re.compile(r"^(kubectl|helm|mkdir)\s")


def commands(fence):
    line, joined = fence.line, ""
    for text in fence.text.splitlines():
        line += 1
        joined += text
        if joined.endswith("\\"):
            joined = joined[:-1]
            continue
        if OURS.search(joined) or FOREIGN.match(joined):
            yield line, joined
        joined = ""


def targets(fence):
    for offset, line in enumerate(fence.text.splitlines(), 1):
        if line.startswith("make "):
            yield from ((fence.line + offset, word) for word in re.findall(r"^make ((?:[a-z-]+ ?)*)", line)[0].split())


def problems(pages, podmap, before=lambda page, playground: ()):
    """`before` puts the page's own files into the folder before its commands are run."""
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for page in pages:
        fences = [fence for fence in page.fences if fence.language == "sh"]
        yield from (f"{page.name}:{line}: the Makefile has no target '{target}'"
                    for fence in fences for line, target in targets(fence) if target not in known)
        if not any(OURS.search(line) for fence in fences for line in fence.text.splitlines()):
            continue
        with Playground(podmap) as playground:
            inits = any("podmap init" in fence.text for fence in fences)
            if any("HEAD" in fence.text for fence in fences):
                playground.commit(keeps_config=not inits)
            if not inits:
                yield from before(page, playground)
            for line, command in (found for fence in fences for found in commands(fence)):
                promised = CODE.search(command)
                code, _, errors = playground.run(command)
                if code != int(promised[1] if promised else 0):
                    said = errors.strip().splitlines() or ["(nothing on standard error)"]
                    yield f"{page.name}:{line}: exit code {code} from: {command.split(' #')[0].strip()}\n    {said[-1]}"
