"""A folder with the layouts that the documents mention, made from samples/, and simulations of other programs."""
import os, pathlib, shutil, subprocess, tempfile

from .markdown import ROOT

WEBAPP = ROOT / "samples/webapp"
KUSTOMIZATIONS = {"base": "resources: [web.yaml]\n", **{f"overlays/{name}": f"resources: [../../base]\nnamePrefix: {name}-\n"
                                                       for name in ("dev", "prod")}}
CHART = "apiVersion: v2\nname: shop\nversion: 0.1.0\n"
CONFIG = "diagrams:\n  - name: shop\n    inputs: [deploy]\n    files: [docs/shop.svg]\n"
# They print what the real programs would render, or find in a cluster.
STAND_IN = """#!/bin/sh
for file in "{samples}"/webapp/multi-pod/*.yaml "{samples}"/shop-with-users/shop.yaml; do echo ---; cat "$file"; done
"""
TIME_LIMIT = 60
WATCHING = 2  # seconds after which a command that watches has shown that it works


class Playground:
    def __init__(self, podmap):
        self._folder = tempfile.TemporaryDirectory(prefix="document-check-")
        self.path = pathlib.Path(self._folder.name) / "repository"
        programs = pathlib.Path(self._folder.name) / "bin"
        programs.mkdir()
        (programs / "podmap").symlink_to(pathlib.Path(podmap).resolve())
        for name in ("kubectl", "helm"):
            (programs / name).write_text(STAND_IN.format(samples=ROOT / "samples"))
            (programs / name).chmod(0o755)
        self.environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
        self._furnish()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def _furnish(self):
        for name, layout in {"deploy": "multi-pod", "one-pod": "single-pod", "many-pods": "multi-pod",
                             "main/deploy": "multi-pod", "branch/deploy": "multi-pod"}.items():
            shutil.copytree(WEBAPP / layout, self.path / name)
        changed = self.path / "branch/deploy/backend.yaml"
        changed.write_text(changed.read_text().replace("replicas: 2", "replicas: 3"))
        for checkout in ("main", "branch"):
            (self.path / checkout / "podmap.yaml").write_text(CONFIG)
        shutil.copytree(ROOT / "samples", self.path / "samples")
        shutil.copy(ROOT / "samples/pod-vs-container/pod-contents.yaml", self.path)
        self.write("README.md", "# Shop\n")
        (self.path / "docs/schemas").mkdir(parents=True)
        for folder, text in KUSTOMIZATIONS.items():
            self.write(f"{folder}/kustomization.yaml", text)
        shutil.copy(WEBAPP / "multi-pod/frontend.yaml", self.path / "base/web.yaml")
        self.write("chart/Chart.yaml", CHART)
        self.write("values-prod.yaml", "image: {tag: '2'}\n")
        for schema in (ROOT / "docs").glob("*.schema.json"):
            shutil.copy(schema, self.path / "docs/schemas")

    def commit(self, keeps_config):
        """Makes a repository of it, whose remote has the same main branch, with a podmap.yaml that may only be in git."""
        self.write("podmap.yaml", CONFIG)
        for words in ("init -q -b trunk", "add --all", "commit -q -m one", "commit -q --allow-empty -m two",
                      "update-ref refs/remotes/origin/main HEAD~1"):
            subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.com", *words.split()], cwd=self.path,
                           check=True)
        if not keeps_config:
            (self.path / "podmap.yaml").unlink()

    def write(self, name, text):
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        (self.path / name).write_text(text, encoding="utf-8")

    def run(self, command, **more):
        """(exit code, standard output, standard error); a command that watches is ended, and its code is 0 if it ran."""
        watches = "--watch" in command
        process = subprocess.Popen(["sh", "-c", command], cwd=self.path, env=self.environment, text=True,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   start_new_session=True)
        try:
            output, errors = process.communicate(more.get("input", ""), timeout=WATCHING if watches else TIME_LIMIT)
            code = process.returncode
            return (code or 1 if watches else code), output, errors
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 15)
            output, errors = process.communicate()
            return (0 if watches else 124), output, errors
