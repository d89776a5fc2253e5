"""A minimal GitHub runner for jobs of a workflow: it runs their shell steps, and stands in for GitHub's own actions."""
import fnmatch, os, shutil, subprocess

import yaml

from . import expressions
from .tools import ROOT, expect, run

IDENTITY = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com"}


class Workflow:
    """`tools` is a folder of programs that stand in for others; `change` edits each checkout."""

    def __init__(self, file, folder, tag, tools, change, variables):
        self.jobs = yaml.safe_load(file.read_text())["jobs"]
        self.folder, self.tag, self.tools, self.change, self.variables = folder, tag, tools, change, variables
        self.artifacts, self.attested, self.log = folder / "artifacts", {}, ""
        self.artifacts.mkdir()
        (folder / "home").mkdir()

    def run(self, name, **matrix):
        """Runs a job, with the row of its matrix that has these values. False if a step fails."""
        job, work = self.jobs[name], self.folder / f"work-{name}"
        work.mkdir()
        rows = job.get("strategy", {}).get("matrix", {}).get("include", [{}])
        [row] = [row for row in rows if matrix.items() <= row.items()]
        contexts = {"github": {"token": "token-of-the-run", "ref": f"refs/tags/{self.tag}"}, "matrix": row, "vars": self.variables,
                    "secrets": {"PODMAP_IMAGE_USER": "somebody", "PODMAP_IMAGE_PASSWORD": "the-password"}}
        if "if" in job and expressions.value(job["if"], contexts) is not True:
            return True
        for step in job["steps"]:
            given = {key: expressions.filled(value, contexts) for key, value in step.get("with", {}).items()}
            if "uses" in step:
                self.use(step["uses"].split("@")[0], given, work)
            elif not self.run_step(step, {**job.get("env", {}), **step.get("env", {})}, contexts, work):
                return False
        return True

    def run_step(self, step, variables, contexts, work):
        expect("${{" not in step["run"], f"step '{step['name']}' puts an expression into its script")
        environment = {
            "PATH": os.pathsep.join([str(self.tools), "/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"]),
            "HOME": str(self.folder / "home"), "CI": "true", "GITHUB_REF_NAME": self.tag, "GITHUB_REPOSITORY": "owner/podmap",
            "STAND_IN": str(self.folder), **{name: expressions.filled(value, contexts) for name, value in variables.items()}}
        done = subprocess.run(["bash", "-e", "-c", step["run"]], cwd=work, env=environment, text=True, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.log += f"[{step['name']}]\n{done.stdout}"
        return done.returncode == 0

    def use(self, action, given, work):
        if action == "actions/checkout":
            expect(given.get("persist-credentials", "").lower() == "false", "a checkout keeps its credentials")
            checkout(work)
            self.change(work)
        elif action == "actions/upload-artifact":
            source = work / given["path"]
            expect(source.exists(), f"there is no {given['path']} to upload", self.log)
            target = self.artifacts / given["name"]
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                target.mkdir()
                shutil.copy(source, target)
        elif action == "actions/download-artifact":
            pattern = given.get("name") or given["pattern"]
            expect("name" in given or given.get("merge-multiple", "").lower() == "true", "each artifact would get its own folder")
            found = [folder for folder in sorted(self.artifacts.iterdir()) if fnmatch.fnmatch(folder.name, pattern)]
            expect(found, f"there is no artifact {pattern}")
            for folder in found:
                shutil.copytree(folder, work / given["path"], dirs_exist_ok=True)
        elif action == "actions/attest-build-provenance":
            lines = (work / given["subject-checksums"]).read_text().splitlines()
            self.attested = {name: digest for digest, name in (line.split("  ") for line in lines)}
        else:
            raise AssertionError(f"the check does not know {action}")


def checkout(folder):
    """What is here, committed or not, as the one commit of a repository; without what no release is made of."""
    names = run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT).stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file() and not name.startswith(("Tests/", "samples/", "docs/gallery/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    settings = {**os.environ, **IDENTITY, "GIT_CONFIG_GLOBAL": "/dev/null"}
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "all"]):
        run(["git", *command], cwd=folder, env=settings)


def stand_in(folder, name, script):
    """A program that stands in for another one."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}")
    (folder / name).chmod(0o755)


def permissions(file):
    """The permissions of each job, which has none but these."""
    workflow = yaml.safe_load(file.read_text())
    expect(workflow["permissions"] == {}, f"{file.name} gives permissions to every job")
    return {name: job.get("permissions") for name, job in workflow["jobs"].items()}
