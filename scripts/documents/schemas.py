"""The JSON Schemas agree with podmap: the keys and words that it accepts, and the JSON that it writes."""
import itertools, json, re, subprocess

import jsonschema, yaml

from .examples import schema_problems
from .markdown import ROOT
from .playground import Playground

KNOWN = re.compile(r"unknown key 'nobody' in (?P<what>.*?); (?:did you mean '.*?'\? )?known keys: (?P<keys>.*)")
# A podmap.yaml with an unknown key in each place: how the message names the place, and its schema.
PLACES = {"podmap.yaml": None, "the diagram": "diagram", "the comparison": "comparison", "the document": "document",
          "the reference": "reference", "the accepted finding": "accepted", "the call": "call", "the block": "block", "the chart": "chart", "'pictures'": "pictures"}
UNKNOWN = """nobody: 1
diagrams: [{name: a, inputs: [deploy], blocks: [{file: a.md, nobody: 1}], nobody: 1}]
comparisons: [{name: b, left: [one-pod], right: [many-pods], files: [b.svg], nobody: 1}]
documents: [{template: application, inputs: [deploy], file: c.md, nobody: 1}]
pictures: {nobody: 1}
charts: [{path: chart, nobody: 1}]
references: [{from: A, path: spec.b, nobody: 1}]
accept: [{code: missing-object, object: a, reason: b, nobody: 1}]
calls: [{from: a, to: b, reason: c, nobody: 1}]
"""
# Keys of podmap.yaml that take the values of an option.
WORDS = [("diagram", "view", "draw", "view"), ("pictures", "theme", "draw", "theme"), ("diagram", "direction", "draw", "direction"),
         ("diagram", "steps", "draw", "steps"), ("diagram", "phase", "draw", "phase"),
         ("comparison", "picture", "compare", "picture"), ("comparison", "direction", "compare", "direction")]


def load(name):
    schema = json.loads((ROOT / f"docs/{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def keys_of(schema):
    """The keys of an object, even if it is only one of several types that a value may have."""
    for choice in [schema, *schema.get("anyOf", [])]:
        if "properties" in choice:
            return set(choice["properties"])
    return set()


def key_problems(podmap, schema):
    with Playground(podmap) as playground:
        playground.write("podmap.yaml", UNKNOWN)
        _, _, errors = playground.run("podmap publish --check")
    taken = {found["what"]: set(found["keys"].split(", ")) for found in KNOWN.finditer(errors)}
    for what, definition in PLACES.items():
        written = keys_of(schema.schema if definition is None else schema.schema["definitions"][definition])
        if what not in taken:
            yield f"podmap does not report an unknown key in {what}"
        for key in sorted(taken.get(what, written) ^ written):
            side = "podmap-yaml.schema.json" if key in written else "podmap"
            yield f"podmap-yaml.schema.json: only {side} has the key '{key}' in {what}"


def word_problems(podmap, schema):
    answer = subprocess.run([podmap, "--experimental-dump-help"], check=True, capture_output=True)
    commands = {c["commandName"]: c["arguments"] for c in json.loads(answer.stdout)["command"]["subcommands"]}
    for definition, key, command, option in WORDS:
        written = set(schema.schema["definitions"][definition]["properties"].get(key, {}).get("enum", []))
        taken = next(set(a["completionKind"]["list"]["values"]) for a in commands[command] if a["valueName"] == option)
        if written != taken:
            yield f"podmap-yaml.schema.json: '{key}' of the {definition} has other values than --{option}: {sorted(written ^ taken)}"


def closed(schema):
    """The same schema, but without undescribed keys, so that it must describe all of them."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    copy = {key: closed(value) for key, value in schema.items()}
    if copy.get("type") == "object" and "properties" in copy:
        copy["additionalProperties"] = False
    return copy


def output_problems(podmap, folders):
    """What podmap writes about each folder, and about each folder compared with the next, fits the schemas, as do our files."""
    pairs = itertools.chain(zip(folders, folders[1:] + folders[:1]), ((folder, folder) for folder in folders))
    runs = [("inspect", ["inspect", folder]) for folder in folders]
    runs += [("compare", ["compare", left, right]) for left, right in pairs]
    for name, arguments in runs:
        command = [podmap, *arguments, "--format", "json"]
        answer = subprocess.run(command, cwd=ROOT, capture_output=True)
        yield from fits(closed(load(name).schema), answer.stdout, f"podmap {' '.join(arguments)} --format json")
    for trouble in schema_problems(load("podmap-yaml"), yaml.safe_load((ROOT / "podmap.yaml").read_bytes())):
        yield f"podmap.yaml: docs/podmap-yaml.schema.json does not allow it: {trouble}"
    index = ROOT / "docs/gallery/podmap-index.json"
    yield from fits(closed(load("podmap-index").schema), index.read_bytes(), str(index.relative_to(ROOT)))


def fits(schema, text, what):
    try:
        value = json.loads(text)
    except ValueError as e:
        yield f"{what} does not give JSON: {e}"
        return
    for error in itertools.islice(jsonschema.Draft7Validator(schema).iter_errors(value), 3):
        yield f"{what}: {error.json_path}: {error.message[:200]}"
