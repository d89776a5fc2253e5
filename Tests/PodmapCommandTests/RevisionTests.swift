import Foundation
import PodmapTestSupport
import Testing

/// Inputs at a revision of a git repository.
@Suite("Git revisions")
struct RevisionTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
    try git("init", "-q", "-b", "main")
  }

  @discardableResult
  private func git(_ words: String..., in place: URL? = nil) throws -> String {
    let settings = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "protocol.file.allow=always"]
    let finished = try run("/usr/bin/env", ["git"] + settings + words, in: place ?? folder.url)
    guard finished.exitCode == 0 else { throw Failure("git \(words): \(finished.errors)") }
    return String(decoding: finished.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func commit(_ name: String) throws {
    try git("add", "-A")
    try git("commit", "-q", "-m", name)
  }

  private func deployment(_ name: String, replicas: Int) -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name)}
    spec:
      replicas: \(replicas)
      selector: {matchLabels: {app: \(name)}}
      template:
        metadata: {labels: {app: \(name)}}
        spec: {containers: [{name: app, image: 'a:1'}]}

    """
  }

  @Test("A folder, a file and the whole tree are read at a revision, whatever the folder has now")
  func plain() throws {
    defer { folder.remove() }
    try folder.write(deployment("old", replicas: 1), to: "deploy/it's \"quoted\".yaml")
    try folder.write("x", to: "deploy/.hidden.yaml")
    try commit("one")
    try folder.write(deployment("new", replicas: 2), to: "deploy/it's \"quoted\".yaml")
    for input in ["HEAD:deploy", "main:", "HEAD:./deploy/", "HEAD:deploy/it's \"quoted\".yaml"] {
      let outcome = try podmap("inspect", input, "--format", "json", in: folder.url)
      #expect(outcome.exitCode == 0, "\(input): \(outcome.messages)")
      #expect(outcome.output.contains("\"default/Deployment/old\"") && !outcome.output.contains("/new\""), "\(input)")
      #expect(outcome.output.contains("HEAD:deploy/") || outcome.output.contains("main:deploy/"), "\(input)")
    }
    // A path that is there is that path.
    try folder.write(deployment("odd", replicas: 1), to: "HEAD:deploy")
    #expect(try podmap("inspect", "HEAD:deploy", in: folder.url).output.contains("Deployment/odd"))
    let sub = folder.url.appendingPathComponent("deploy")
    #expect(try podmap("inspect", "main:./", in: sub).output.contains("Deployment/old"))
  }

  @Test("A revision without a path is answered with the path of the other side; with --project, the colon is optional")
  func withoutPath() throws {
    defer { folder.remove() }
    try folder.write(deployment("web", replicas: 1), to: "deploy/web.yaml")
    try folder.write("diagrams: [{name: web, inputs: [deploy], files: [web.mmd]}]\n", to: "podmap.yaml")
    try commit("one")
    try folder.write(deployment("web", replicas: 2), to: "deploy/web.yaml")
    let outcome = try podmap("compare", "HEAD", "deploy", in: folder.url)
    #expect(outcome.exitCode == 64 && outcome.output.isEmpty && outcome.messages.count == 1)
    #expect(
      outcome.messages[0].contains(
        "'HEAD' is a git revision without a path; write: podmap compare HEAD:deploy deploy ("))
    #expect(try podmap("compare", "HEAD:deploy", "deploy", in: folder.url).exitCode == 0)
    #expect(try podmap("compare", "deploy", "nothing", in: folder.url).exitCode == 1)
    let project = try podmap("compare", "HEAD:", ".", "--project", in: folder.url)
    #expect(project.exitCode == 0 && !project.output.isEmpty, "\(project.messages)")
    #expect(try project.output == podmap("compare", "HEAD", ".", "--project", in: folder.url).output)
  }

  @Test("Folders of tests are left out at a revision as they are in a folder")
  func setAside() throws {
    defer { folder.remove() }
    try folder.write(deployment("web", replicas: 1), to: "deploy/web.yaml")
    try folder.write(deployment("fake", replicas: 1), to: "testdata/fake.yaml")
    try commit("one")
    let outcome = try podmap("inspect", "HEAD:", "--format", "json", in: folder.url)
    #expect(outcome.output.contains("/web\"") && !outcome.output.contains("/fake\""))
    #expect(outcome.messages.contains { $0.hasSuffix("testdata; to draw one: podmap draw HEAD:testdata") })
  }

  @Test("Two revisions are compared")
  func compared() throws {
    defer { folder.remove() }
    try folder.write(deployment("web", replicas: 1), to: "deploy/web.yaml")
    try commit("one")
    try folder.write(deployment("web", replicas: 4), to: "deploy/web.yaml")
    let outcome = try podmap("compare", "HEAD:deploy", "deploy", in: folder.url)
    #expect(outcome.exitCode == 0 && outcome.output.contains("left   HEAD:deploy"))
    #expect(outcome.output.contains("replicas changed"))
  }

  @Test("A kustomization at a revision is read with the base that is elsewhere in the repository")
  func kustomization() throws {
    defer { folder.remove() }
    try folder.write(deployment("web", replicas: 1), to: "base/web.yaml")
    try folder.write("resources: [web.yaml]\n", to: "base/kustomization.yaml")
    try folder.write("resources: [../../base]\nnamePrefix: live-\n", to: "overlays/live/kustomization.yaml")
    try commit("one")
    try folder.write("resources: []\n", to: "overlays/live/kustomization.yaml")
    // Without kubectl and kustomize, but with git.
    let bin = folder.url.appendingPathComponent("bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    let path = try run("/usr/bin/env", ["sh", "-c", "command -v git"], in: folder.url)
    let program = String(decoding: path.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    try FileManager.default.createSymbolicLink(
      atPath: bin.path + "/git", withDestinationPath: program)
    let outcome = try podmap("inspect", "HEAD:overlays/live", in: folder.url, environment: ["PATH": bin.path])
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("Deployment/live-web") && outcome.output.contains("HEAD:base/web.yaml:1"))
    #expect(!outcome.output.contains("/podmap-"))
  }

  @Test("A project is compared with the commit that a branch has in common")
  func project() throws {
    defer { folder.remove() }
    try folder.write(deployment("web", replicas: 1), to: "deploy/web.yaml")
    try folder.write("diagrams: [{name: app, inputs: [deploy], files: [app.svg]}]\n", to: "podmap.yaml")
    try commit("one")
    try git("checkout", "-q", "-b", "change")
    try folder.write(deployment("web", replicas: 4), to: "deploy/web.yaml")
    try commit("two")
    try git("checkout", "-q", "main")
    try folder.write(deployment("later", replicas: 1), to: "deploy/later.yaml")
    try commit("three")
    try git("checkout", "-q", "change")
    let outcome = try podmap("compare", "main", "HEAD", "--project", in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("replicas") && !outcome.output.contains("later"))
    #expect(outcome.messages.contains { $0.contains("has in common") })
    // What isn't committed is in the folder.
    try folder.write(deployment("dirty", replicas: 1), to: "deploy/dirty.yaml")
    #expect(!(try podmap("compare", "main", "HEAD", "--project", in: folder.url)).output.contains("dirty"))
    #expect(try podmap("compare", "main", ".", "--project", in: folder.url).output.contains("dirty"))
  }

  @Test("On a shallow clone, the message says which fetch is needed")
  func shallow() throws {
    defer { folder.remove() }
    try folder.write(deployment("web", replicas: 1), to: "origin/web.yaml")
    try folder.write("diagrams: [{name: app, inputs: [origin], files: [app.svg]}]\n", to: "podmap.yaml")
    try commit("one")
    try folder.write(deployment("web", replicas: 2), to: "origin/web.yaml")
    try commit("two")
    try git("clone", "-q", "--depth", "1", "file://\(folder.url.path)", "clone")
    let clone = folder.url.appendingPathComponent("clone")
    let drawn = try podmap("draw", "HEAD~1:origin", in: clone)
    #expect(drawn.exitCode == 1 && drawn.messages.contains { $0.contains("git fetch --unshallow") })
    let compared = try podmap("compare", "HEAD~1", "HEAD", "--project", in: clone)
    #expect(compared.exitCode != 0 && compared.messages.contains { $0.contains("git fetch --unshallow") })
    let branch = try podmap("draw", "release:origin", in: clone)
    #expect(branch.messages.contains { $0.contains("git fetch --depth=1 origin release") })
  }

  @Test("Submodules and files in Git LFS are reported")
  func elsewhere() throws {
    defer { folder.remove() }
    let other = folder.url.appendingPathComponent("other")
    try folder.write(deployment("inside", replicas: 1), to: "other/web.yaml")
    try git("init", "-q", "-b", "main", in: other)
    try git("add", "-A", in: other)
    try git("commit", "-q", "-m", "one", in: other)
    try git("submodule", "--quiet", "add", other.path, "deploy/module")
    try folder.write("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", to: "deploy/large.yaml")
    try folder.write(deployment("web", replicas: 1), to: "deploy/web.yaml")
    try git("rm", "-rq", "--cached", "--ignore-unmatch", "other")
    try commit("one")
    let outcome = try podmap("inspect", "HEAD:deploy", in: folder.url)
    #expect(outcome.output.contains("Deployment/web") && !outcome.output.contains("inside"))
    #expect(outcome.messages.contains { $0.contains("deploy/module") && $0.contains("a submodule") })
    #expect(outcome.messages.contains { $0.contains("large.yaml") && $0.contains("Git LFS") })
  }

  @Test(
    "What is neither a file nor at a revision is an error that says so",
    arguments: [
      ("nowhere:deploy", "neither such a file nor a revision 'nowhere'"), ("HEAD:nowhere", "nothing at this path"),
      ("HEAD:../x", "leads out of the repository"),
    ])
  func wrong(input: String, says: String) throws {
    defer { folder.remove() }
    try folder.write(deployment("web", replicas: 1), to: "deploy/web.yaml")
    try commit("one")
    let outcome = try podmap("draw", input, in: folder.url)
    #expect(outcome.exitCode != 0 && outcome.messages.contains { $0.contains(says) }, "\(outcome.messages)")
  }
}
