"""A minimal GitHub runner for a composite action: it runs the steps of action.yml in order."""
import dataclasses, json, os, pathlib, re, shutil, subprocess, time

import yaml

from . import expressions
from .tools import ROOT, VENV, expect

ACTION = ROOT / "action.yml"
FAKES = pathlib.Path(__file__).resolve().parent / "fakes"
LARGEST_SUMMARY = 1 << 20
INVALID_IN_ARTIFACTS = re.compile(r'["<>|:*?\r\n]')


@dataclasses.dataclass
class Job:
    passed: bool = True
    failed_step: str = ""
    log: str = ""
    summary: str = ""
    artifact: dict = dataclasses.field(default_factory=dict)
    commands: list = dataclasses.field(default_factory=list)  # the workflow commands in the log
    outputs: dict = dataclasses.field(default_factory=dict)
    began: float = 0
    annotated: float = None  # seconds until the end of the first step with a workflow command


class Runner:
    """`event` is the event's JSON, `cached` the folder that actions/cache restores, `gh` how the fake gh answers, `source`
    the folder of the action, `environment` more of the job's variables."""

    def __init__(self, scratch, *, event_name="push", event=None, path=(), cached=None, comments=(), gh="answers",
                 source=ROOT, environment=None):
        self.scratch, self.event_name, self.event = scratch, event_name, event or {}
        self.source, self.environment = source, environment or {}
        self.temp = scratch.folder / "runner-temp"
        self.state = scratch.folder / "gh-state"
        self.path, self.cached = [str(FAKES), *map(str, path)], cached
        self.temp.mkdir(exist_ok=True)
        self.state.mkdir(exist_ok=True)
        self.set_comments(list(comments))
        self.answer(gh)

    # How the fake gh answers, and what it was asked.

    def answer(self, how):
        (self.state / "how").write_text(how)

    def set_comments(self, comments):
        (self.state / "comments.json").write_text(json.dumps(comments))

    def comments(self):
        return json.loads((self.state / "comments.json").read_text())

    def calls(self):
        file = self.state / "calls"
        return file.read_text().splitlines() if file.exists() else []

    def run(self, checkout, **inputs):
        action, job = yaml.safe_load(ACTION.read_text()), Job()
        unknown = set(inputs) - set(action["inputs"])
        expect(not unknown, f"action.yml has no inputs {unknown}")
        github = {"token": "token-of-the-run", "event_name": self.event_name, "event": self.event,
                  "action_repository": "owner/podmap"}
        job.began = time.monotonic()
        contexts = {"github": github, "steps": {}}
        contexts["inputs"] = {
            name: inputs.get(name, expressions.filled(given.get("default", ""), contexts))
            for name, given in action["inputs"].items()}
        for step in action["runs"]["steps"]:
            if "if" in step and expressions.value(step["if"], contexts) is not True:
                continue
            outputs = contexts["steps"].setdefault(step.get("id", ""), {}).setdefault("outputs", {})
            if "run" in step:
                code = self.run_step(step, contexts, checkout, job, outputs)
            else:
                code = self.use(step, {k: expressions.filled(v, contexts) for k, v in step["with"].items()}, job)
            if job.annotated is None and commands(job.log):
                job.annotated = time.monotonic() - job.began
            if code:
                job.passed, job.failed_step = False, step["name"]
                break
        job.outputs = {name: expressions.filled(o["value"], contexts) for name, o in action["outputs"].items()}
        job.commands = commands(job.log)
        return job

    def run_step(self, step, contexts, checkout, job, outputs):
        expect("${{" not in step["run"], f"step '{step['name']}' puts an expression into its script")
        expect(step["shell"] == "bash", f"step '{step['name']}' names no shell")
        files = {name: self.temp / f"_{name}" for name in ("output", "env", "step_summary", "path")}
        for file in files.values():
            file.write_text("")
        script, event = self.temp / "_script.sh", self.temp / "_event.json"
        script.write_text(step["run"])
        event.write_text(json.dumps(self.event))
        head = self.event.get("pull_request", {}).get("head", {}).get("ref", "")
        environment = {
            "PATH": os.pathsep.join([*self.path, "/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin", str(VENV / "bin")]),
            "HOME": os.environ.get("HOME", "/"), "TMPDIR": str(self.temp), "CI": "true", "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(self.source), "GITHUB_WORKSPACE": str(checkout), "RUNNER_TEMP": str(self.temp),
            "GITHUB_REPOSITORY": "owner/shop", "GITHUB_RUN_ID": "77", "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_EVENT_NAME": self.event_name, "GITHUB_EVENT_PATH": str(event), "GITHUB_HEAD_REF": head,
            "GH_FAKE_STATE": str(self.state), "GIT_CONFIG_GLOBAL": "/dev/null",
            **{f"GITHUB_{name.upper()}": str(file) for name, file in files.items()}, **self.environment,
            **{name: expressions.filled(given, contexts) for name, given in step.get("env", {}).items()}}
        done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)], cwd=checkout,
                              env=environment, text=True, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        job.log += f"[{step['name']}]\n{done.stdout}"
        outputs.update(line.split("=", 1) for line in files["output"].read_text().splitlines())
        expect(not files["env"].read_text() and not files["path"].read_text(), "a step changes the job's environment")
        expect(files["step_summary"].stat().st_size <= LARGEST_SUMMARY, "the summary is larger than GitHub accepts")
        job.summary += files["step_summary"].read_text()
        return done.returncode

    def use(self, step, given, job):
        name = step["uses"].split("@")[0]
        if name == "actions/upload-artifact":
            top = pathlib.Path(given["path"])
            for file in sorted(f for f in top.rglob("*") if f.is_file()):
                place = str(file.relative_to(top))
                expect(not INVALID_IN_ARTIFACTS.search(place), f"an artifact can't contain '{place}'")
                job.artifact[place] = file.read_bytes()
            return 0
        if name == "actions/cache":
            expect(re.fullmatch(r"podmap-[0-9a-f]{32}", given["key"]), f"a strange key: {given['key']}")
            if self.cached:
                shutil.copytree(self.cached, given["path"], dirs_exist_ok=True)
            return 0
        raise AssertionError(f"the check does not know {step['uses']}")


def commands(log):
    """The workflow commands that GitHub's runner would find in a log."""
    found, until = [], None
    for line in log.splitlines():
        command = re.match(r"\s*::([^ :]+)[^:]*::(.*)", line)
        if until:
            if command and command[1] == until or line.strip() == f"::{until}::":
                until = None
        elif command and command[1] == "stop-commands":
            until = command[2]
        elif command:
            found.append(line.strip())
        elif "##[" in line:
            found.append(line.strip())
    return found
