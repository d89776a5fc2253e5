"""Every YAML and JSON example of the documents is read by the program that it is for.

A podmap.yaml is published in a folder that has what it names, and fits the schema. Manifests and diagrams are drawn
without an error; a part of a diagram gets the nodes that it names. What belongs to another program is parsed, and
begins with a comment that names its file, or has a key that tells: another example would be checked by nothing.
"""
import json, re

import yaml

from .playground import Playground

OTHERS = {"on", True, "jobs", "steps", "include", "stages", "repos", "hooks", "runs", "inputs"}
SHOP = "samples/shop-with-users/shop.yaml"
ORDER = {"apiVersion", "kind", "metadata", "title", "description", "direction", "nodes", "groups", "edges",
         "participants", "messages"}


class Loader(yaml.SafeLoader):
    """Ignores tags of other programs, such as MkDocs' names of Python functions."""


Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def problems(pages, podmap, schema):
    keys = set(schema.schema["properties"])
    for fence in (fence for page in pages for fence in page.fences):
        try:
            if fence.language == "json":
                json.loads(fence.text)
            elif fence.language in ("yaml", "yml"):
                for trouble in example(fence, list(yaml.load_all(fence.text, Loader)), podmap, schema, keys):
                    yield f"{fence.place}: {trouble}"
        except (ValueError, yaml.YAMLError) as e:
            yield f"{fence.place}: not valid {fence.language}: {' '.join(str(e).split())}"


# The keys of podmap.yaml that are only about the graph.
NOTHING_TO_PUBLISH = {"references", "provides", "accept", "provided", "ignore", "calls", "index"}


def example(fence, documents, podmap, schema, keys):
    documents = [document for document in documents if document is not None]
    if all(isinstance(document, dict) and "kind" in document for document in documents):
        if documents:
            yield from drawn(fence.text, podmap)
    elif is_config(documents, keys):
        yield from published(fence.text, documents[0], podmap, schema)
    elif isinstance(documents[0], dict) and set(documents[0]) <= ORDER:
        yield from drawn(yaml.safe_dump(completed(documents[0])), podmap)
    elif not re.match(r"#\s*\S+\.\w+", fence.text) and not (isinstance(documents[0], dict) and OTHERS & set(documents[0])):
        yield "nothing checks this example; begin it with a comment that names its file"


def is_config(documents, keys):
    return len(documents) == 1 and isinstance(documents[0], dict) and set(documents[0]) <= keys


def drawn(text, podmap):
    """A diagram may name objects of the shop's manifests; everything else must be complete."""
    beside = f" {SHOP}" if re.search(r"(Service|Deployment)/(storefront|billing)", text) and "Diagram" in text else ""
    with Playground(podmap) as playground:
        code, _, errors = playground.run(f"podmap -{beside}", input=text)
    if code:
        yield f"podmap does not draw it: {errors.strip()}"


def published(text, config, podmap, schema):
    yield from (f"docs/podmap-yaml.schema.json does not allow it: {trouble}" for trouble in schema_problems(schema, config))
    with Playground(podmap) as playground:
        prepare(config, text, playground)
        command = "podmap publish" if set(config) - NOTHING_TO_PUBLISH else "podmap inspect deploy"
        code, _, errors = playground.run(command)
    if code:
        yield f"{command} does not accept it: {errors.strip()}"


def schema_problems(schema, value):
    for error in schema.iter_errors(value):
        where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error.absolute_path)
        yield f"{where.lstrip('.') or 'top level'}: {error.message}"


def prepare(config, text, playground):
    """Writes podmap.yaml, and the Markdown files with the markers that it names."""
    playground.write("podmap.yaml", text)
    marks = {}
    for picture in config.get("diagrams", []) + config.get("comparisons", []):
        for block in picture.get("blocks", []):
            file = block["file"] if isinstance(block, dict) else block
            marks.setdefault(file, []).append(f"<!-- podmap:begin {picture['name']} -->\n<!-- podmap:end {picture['name']} -->\n")
    for file, lines in marks.items():
        playground.write(file, "# Page\n\n" + "\n".join(lines))
    for document in config.get("documents", []):
        if "/" in document["template"] or "." in document["template"]:
            playground.write(document["template"], "# A page\n")


def completed(part):
    """A complete diagram around part of one."""
    named = [node for group in part.get("groups", {}).values() for node in group.get("nodes", [])]
    for edge in part.get("edges", []):
        if isinstance(edge, dict) and "from" in edge:
            named += [edge["from"], edge["to"]]
        else:
            named += re.split(r"\s*->\s*", edge if isinstance(edge, str) else next(iter(edge)))
    nodes = {**dict.fromkeys(named), **part.get("nodes", {})}
    return {"apiVersion": "podmap/v1", "kind": "Diagram", "metadata": {"name": "part"}, **part, "nodes": nodes}


def bring_config(podmap, schema):
    """For commands.problems: publishes the first podmap.yaml of a page before its commands are run."""
    keys = set(schema.schema["properties"])

    def before(page, playground):
        for fence in page.fences:
            if fence.language == "yaml":
                documents = list(yaml.load_all(fence.text, Loader))
                if documents and documents[0] and is_config(documents, keys) and set(documents[0]) - NOTHING_TO_PUBLISH:
                    prepare(documents[0], fence.text, playground)
                    code, _, errors = playground.run("podmap publish")
                    if code:
                        yield f"{fence.place}: podmap publish does not accept it: {errors.strip()}"
                    return
    return before
