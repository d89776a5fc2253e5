"""The examples in docs/ci.md, as files."""
import re

from .tools import ROOT, expect

PAGE = ROOT / "docs/ci.md"


def example(name, folder):
    """Writes the example that begins with '# NAME' into folder and returns its path."""
    found = re.findall(rf"```yaml\n# {re.escape(name)}\n(.*?)```", PAGE.read_text(), re.DOTALL)
    expect(len(found) == 1, f"{PAGE.name} has {len(found)} examples of {name}")
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(found[0])
    return file


def rows():
    """The words in the first column of the tables in docs/ci.md."""
    return {word for line in PAGE.read_text().splitlines() if line.startswith("| `")
            for word in re.findall(r"`([^`]+)`", line.split("|")[1])}
