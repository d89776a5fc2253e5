"""A scratch repository with an application, its podmap.yaml, and a host with a base and a merge of a branch."""
import os, pathlib, shutil, tempfile

from .tools import run

MANIFEST = """\
apiVersion: apps/v1
kind: Deployment
metadata: {{name: {name}}}
spec:
  selector: {{matchLabels: {{app: {name}}}}}
  template:
    metadata: {{labels: {{app: {name}}}}}
    spec:
      containers:
        - {{name: {name}, image: "example/{name}:{tag}", ports: [{{containerPort: 8080}}]}}
"""
CONFIG = """\
diagrams:
  - name: shop
    inputs: [deploy]
    files: [docs/diagrams/shop.svg, docs/diagrams/shop.mmd]
    blocks: [README.md]
"""
GALLERY = "gallery: docs/diagrams/index.html\n"
README = "# Shop\n\n<!-- podmap:begin shop -->\n<!-- podmap:end shop -->\n"
IDENTITY = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a",
            "GIT_COMMITTER_EMAIL": "a@example.com", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}


class Scratch:
    """`here` is the working copy; `host` is the bare repository that a runner fetches from."""

    def __init__(self, podmap):
        self.podmap = podmap
        self.folder = pathlib.Path(os.path.realpath(tempfile.mkdtemp(prefix="podmap-check-")))
        self.here, self.host, self.project = self.folder / "work", self.folder / "host.git", ""
        self.here.mkdir()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def git(self, *arguments, at=None):
        return run(["git", *arguments], cwd=at or self.here, env={**os.environ, **IDENTITY}).stdout.strip()

    def write(self, name, text):
        file = self.here / self.project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def program(self, name, script):
        """A program beside the repository that replaces another."""
        file = self.folder / name
        file.write_text(f"#!/bin/sh\n{script}")
        file.chmod(0o755)
        return file

    def deployment(self, name, tag="1"):
        self.write(f"deploy/{name}.yaml", MANIFEST.format(name=name, tag=tag))

    def kustomization(self, folder, inputs):
        """A kustomization that can't be read without its program, and a podmap.yaml with these inputs."""
        self.write(f"{folder}/kustomization.yaml", "resources: [web.yaml]\npatches: [{path: patch.yaml}]\n")
        self.write(f"{folder}/web.yaml", MANIFEST.format(name="web", tag="1"))
        self.write(f"{folder}/patch.yaml", "kind: Deployment\napiVersion: apps/v1\nmetadata: {name: web}\nspec: {replicas: 3}\n")
        self.write("podmap.yaml", CONFIG.replace("[deploy]", f"[{inputs}]"))

    def renderer(self):
        """A kubectl that records that it was started, instead of the one on the PATH."""
        return Renderer(self)

    def publish(self):
        run([self.podmap, "publish", "--config", "podmap.yaml"], cwd=self.here / self.project)

    def commit(self, message="change"):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def begin(self, project=""):
        """Makes a main branch with an application whose diagrams are published."""
        self.project = project
        self.git("init", "--quiet", "--initial-branch", "main")
        self.write("podmap.yaml", CONFIG + GALLERY)
        self.write("README.md", README)
        self.deployment("front")
        self.publish()
        self.base = self.commit("begin")
        self.git("init", "--quiet", "--bare", str(self.host))
        self.git("config", "uploadpack.allowAnySHA1InWant", "true", at=self.host)
        self.git("remote", "add", "origin", f"file://{self.host}")
        self.git("push", "--quiet", "origin", "main")
        return self

    def branch(self, name="change"):
        self.git("switch", "--quiet", "--create", name)

    def merge(self):
        """Makes the commit that merges the branch into main, as a host does for a pull request."""
        self.head = self.commit()
        branch = self.git("rev-parse", "--abbrev-ref", "HEAD")
        self.git("switch", "--quiet", "--detach", "main")
        self.git("merge", "--quiet", "--no-ff", "--no-edit", branch)
        self.git("push", "--quiet", "--force", "origin", "HEAD:refs/pull/1/merge", f"{self.head}:refs/pull/1/head")
        self.git("switch", "--quiet", branch)

    def checkout(self, ref):
        """A shallow checkout of one commit, like those of the runners of GitHub and GitLab."""
        folder = self.folder / "checkout"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        self.git("init", "--quiet", at=folder)
        self.git("remote", "add", "origin", f"file://{self.host}", at=folder)
        self.git("fetch", "--quiet", "--no-tags", "--depth", "1", "origin", ref, at=folder)
        self.git("checkout", "--quiet", "--detach", "FETCH_HEAD", at=folder)
        return folder


class Renderer:
    def __init__(self, scratch):
        self.folder, self.log = scratch.folder / "renderer", scratch.folder / "rendered"
        self.folder.mkdir()
        manifest = scratch.folder / "rendered.yaml"
        manifest.write_text(MANIFEST.format(name="web", tag="1"))
        scratch.program("renderer/kubectl", f'echo "$*" >>"{self.log}"\ncat "{manifest}"\n')

    def calls(self):
        """What it was asked since the last time."""
        found = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return found
