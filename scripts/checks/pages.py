"""The examples of docs/ci.md, as the files that they are."""
import re

from .tools import ROOT, expect

PAGE = ROOT / "docs/ci.md"


def example(name, folder):
    """Writes the example that begins with '# NAME' below folder, and returns its path."""
    found = re.findall(rf"```yaml\n# {re.escape(name)}\n(.*?)```", PAGE.read_text(), re.DOTALL)
    expect(len(found) == 1, f"{PAGE.name} has {len(found)} examples of {name}")
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(found[0])
    return file


def rows():
    """The words in the first column of its tables."""
    return {word for line in PAGE.read_text().splitlines() if line.startswith("| `")
            for word in re.findall(r"`([^`]+)`", line.split("|")[1])}
