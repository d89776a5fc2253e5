import Foundation
import PodmapManifests
import PodmapTopology
import PodmapTestSupport
import Testing

@testable import PodmapProject

/// Charts and kustomizations with a stand-in for the program that renders them.
@Suite("Rendering sources")
struct SourceRenderingTests {
  @Test("An object that is missing because the kustomization doesn't list its file is explained")
  func unlisted() throws {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        serviceAccountName: gone
        containers: [{name: a, image: 'a:1', envFrom: [{configMapRef: {name: settings}}]}]

      """
    let map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n"
    let scratch = try Scratch([
      "app/kustomization.yaml": "resources: [web.yaml, ../base]\n", "app/web.yaml": pod,
      "base/kustomization.yaml": "resources: [a.yaml]\n", "base/a.yaml": map.replacing("settings", with: "a"),
      "base/settings.yaml": map,
    ])
    for input in ["", "/app"] {
      let found = LinkedInput(reading: [scratch.path + input], settings: SourceSettings(renders: false))
      let messages = found.diagnostics.filter { $0.topic == .missingObject }.map(\.message)
      #expect(messages.count == 2)
      #expect(
        messages.contains {
          $0.contains("'settings' is not in the input") && $0.contains("base/settings.yaml has it, but ")
            && $0.hasSuffix("base/kustomization.yaml doesn't list that file")
        }, "\(messages)")
      #expect(messages.contains { $0.contains("'gone'") && $0.hasSuffix("add its manifest, or correct the name") })
    }
    // A file that is drawn anyway explains nothing.
    let other = try Scratch([
      "app/kustomization.yaml": "resources: [web.yaml]\n", "app/web.yaml": pod, "app/settings.yaml": map,
    ])
    let both = LinkedInput(
      reading: [other.path + "/app", other.path + "/app/settings.yaml"], settings: SourceSettings(renders: false))
    #expect(!both.diagnostics.contains { $0.message.contains("'settings' is not in the input") })
  }

  private static let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
    spec:
      replicas: 3
      selector:
        matchLabels: {app: web}
      template:
        metadata:
          labels: {app: web}
        spec:
          containers:
            - name: server
              image: shop/web:7

    """

  private static let template = """
    {{- if .Values.enabled }}
    apiVersion: v1
    kind: Service
    metadata:
      name: {{ .Release.Name }}-web
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
    spec:
      replicas: {{ .Values.replicas }}
      template:
        spec:
          containers:
            - name: server
              image: "shop/web:{{ .Values.tag }}"
    {{- end }}

    """

  /// A chart, and a program beside it that does what `script` says.
  private func chart(_ script: String, _ more: [String: String] = [:]) throws -> Scratch {
    let files = ["shop/Chart.yaml": "name: shop\nversion: 1.0.0\n", "shop/templates/web.yaml": Self.template]
    let scratch = try Scratch(files.merging(more) { $1 }.merging(["bin/helm": "#!/bin/sh\n" + script]) { $1 })
    try makeExecutable(scratch.path + "/bin/helm")
    return scratch
  }

  private func settings(_ scratch: borrowing Scratch, seconds: Double = 20) -> SourceSettings {
    SourceSettings(renderer: scratch.path + "/bin/helm", seconds: seconds)
  }

  @Test("A chart is rendered, and its evidence is in its templates")
  func chart() throws {
    let scratch = try chart("cat <<'END'\n---\n# Source: shop/templates/web.yaml\n\(Self.deployment)END\n")
    let scan = SourceScan([scratch.path + "/shop"], settings(scratch))
    #expect(scan.files.map(\.name) == ["shop/templates/web.yaml"])
    #expect(scan.diagnostics.map(\.severity) == [.note])
    #expect(scan.diagnostics[0].message == "rendered with: helm template shop \(scratch.path)/shop")
    let web = try #require(ManifestSet(reading: scan.files).resources.first)
    // The second document of the template; "replicas" has another text there, and is found by what contains it.
    #expect(web.place.line == 7)
    #expect(web.root.at("metadata", "name")?.line == 10)
    let containers = web.root.at("spec", "template", "spec", "containers")
    #expect(containers?.items.first?["name"]?.line == 16)
    #expect(scan.sources.refused.isEmpty)
  }

  @Test(
    "Objects of a chart that name no namespace are in that of the chart",
    arguments: [
      (chart: "shop", given: nil, expected: "shop", option: "--namespace=shop"),
      (chart: nil, given: "site", expected: "site", option: "--namespace=site"),
      (chart: "shop", given: "site", expected: "shop", option: "--namespace=shop"),
      (chart: nil, given: nil, expected: "default", option: "shop"),
    ] as [(chart: String?, given: String?, expected: String, option: String)])
  func namespace(chart namespace: String?, given: String?, expected: String, option: String) throws {
    let scratch = try chart("cat <<'END'\n---\n# Source: shop/templates/web.yaml\n\(Self.deployment)END\n")
    var settings = settings(scratch)
    settings.helm.namespace = namespace
    let input = LinkedInput(
      reading: [scratch.path + "/shop"], namespace: given.map { DefaultNamespace($0) }, settings: settings)
    let owner = try #require(input.topology.nodes.first { $0.workload != nil }, "\(input.diagnostics)")
    #expect(owner.namespace == expected)
    let command = try #require(input.diagnostics.map(\.message).first { $0.hasPrefix("rendered with") })
    #expect(command.hasSuffix(namespace == nil && given == nil ? "/shop" : " \(option)"), "\(command)")
  }

  @Test("A program that hangs is stopped with all that it has started")
  func hanging() throws {
    let scratch = try chart("sleep 600 & echo $! >\"$(dirname \"$0\")/child\"; wait\n")
    let scan = SourceScan([scratch.path + "/shop"], settings(scratch, seconds: 0.5))
    #expect(scan.files.isEmpty)
    let message = try #require(scan.sources.refused.first?.message)
    #expect(message.contains("did not finish within 0.5 s and was stopped"), "\(message)")
    let child = try String(contentsOfFile: scratch.path + "/bin/child", encoding: .utf8)
    let process = try #require(Int32(child.trimmingCharacters(in: .whitespacesAndNewlines)))
    // Whoever collects it may need a moment.
    for _ in 0..<100 where kill(process, 0) == 0 && !Self.isZombie(process) { usleep(20_000) }
    #expect(kill(process, 0) != 0 || Self.isZombie(process))
  }

  private static func isZombie(_ process: Int32) -> Bool {
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return text.contains(") Z ")
  }

  @Test(
    "What a program says when it fails is shown, with advice",
    arguments: [
      ("found in Chart.yaml, but missing in charts/ directory: redis", "helm dependency update"),
      ("execution error at (shop/templates/web.yaml:3:4): a host is required", "--values FILE"),
      ("something else\u{1B}[31m", "something else"),
    ])
  func failing(says: String, advice: String) throws {
    let scratch = try chart("printf '%s\\n' '\(says)' >&2; exit 3\n")
    let scan = SourceScan([scratch.path + "/shop"], settings(scratch))
    let refused = try #require(scan.sources.refused.first)
    #expect(refused.severity == .error && refused.description.contains(says.prefix(14)))
    #expect(refused.description.contains(advice))
    #expect(!refused.description.unicodeScalars.contains("\u{1B}"))
  }

  @Test("A chart whose dependencies aren't in its folder is an error that says how to get them")
  func dependencies() throws {
    let scratch = try Scratch([
      "shop/Chart.yaml": "name: shop\nversion: 1.0.0\ndependencies: [{name: redis}, {name: queue}, {name: db}]\n",
      "shop/charts/queue-1.2.tgz": "", "shop/charts/store/Chart.yaml": "name: db\nversion: 1.0.0\n",
    ])
    let scan = SourceScan([scratch.path + "/shop"])
    let message = try #require(scan.sources.refused.first?.message)
    #expect(message.contains("missing in its folder charts/: redis; download them first"), "\(message)")
    #expect(message.hasSuffix("helm dependency update \(scratch.path)/shop"), "\(message)")
  }

  @Test("Generated names lose the hash that kustomize adds, wherever they are, and others keep what looks like one")
  func generatedNames() throws {
    let objects = [
      "kind: ConfigMap", "kind: Secret", "kind: ConfigMap",
    ]
    let names = ["flags-k68fh9g8g2", "keys-9c998c58hd", "other-2222222222"]
    let documents = zip(objects, names).map { "apiVersion: v1\n\($0)\nmetadata:\n  name: \($1)\n" }
    let pod =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - name: app\n    image: a\n"
      + "    envFrom:\n" + names.map { "    - configMapRef: {name: \($0)}\n" }.joined()
    let scratch = try Scratch([
      "app/kustomization.yaml":
        "resources: [other.yaml]\nconfigMapGenerator: [{name: flags, literals: [A=b]}]\n"
        + "secretGenerator: [{name: keys, literals: [A=b]}]\n",
      "app/other.yaml": documents[2],
      "bin/kubectl": "#!/bin/sh\ncat <<'END'\n\((documents + [pod]).joined(separator: "---\n"))END\n",
    ])
    let program = scratch.path + "/bin/kubectl"
    try makeExecutable(program)
    let scan = SourceScan([scratch.path + "/app"], SourceSettings(renderer: program))
    let read = ManifestSet(reading: scan.files).resources
    #expect(read.map(\.name) == ["flags", "keys", "other-2222222222", "web"])
    let text = scan.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(text.contains("configMapRef: {name: flags}") && text.contains("configMapRef: {name: other-2222222222}"))
    #expect(!text.contains("k68fh9g8g2") && !text.contains("9c998c58hd"))
    // The manifests that split and merge write must be what kustomize applies.
    let stream = SourceScan([scratch.path + "/app"], SourceSettings(renderer: program, keepsStreams: true))
    #expect(String(decoding: stream.files[0].bytes, as: UTF8.self).contains("flags-k68fh9g8g2"))
  }

  @Test("With --no-render, nothing is started")
  func forbidden() throws {
    let scratch = try chart("touch \"$(dirname \"$0\")/started\"\n")
    var settings = settings(scratch)
    settings.renders = false
    let scan = SourceScan([scratch.path + "/shop"], settings)
    #expect(scan.sources.refused.map(\.severity) == [.error])
    #expect(scan.sources.refused[0].message.contains("--no-render forbids it"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/bin/started"))
  }

  @Test("A program gets no credentials and no settings of the user's")
  func environment() throws {
    setenv("AWS_SECRET_ACCESS_KEY", "do-not-tell", 1)
    setenv("HELM_KUBETOKEN", "do-not-tell", 1)
    let scratch = try chart("env | sed 's/^/# /'; echo 'kind: A'\n")
    let scan = SourceScan([scratch.path + "/shop"], settings(scratch))
    let text = scan.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(text.contains("# HOME=/nonexistent") && text.contains("# PATH="))
    #expect(!text.contains("do-not-tell"))
  }

  @Test("Settings reach Helm as options, whatever they look like")
  func words() throws {
    let scratch = try chart("for word; do echo \"# $word\"; done; echo 'kind: A'\n")
    var settings = settings(scratch)
    settings.helm = HelmSettings(
      values: ["--post-renderer=evil"], set: ["a.b=c d"], release: "r", namespace: "n", kubeVersion: "1.31",
      apiVersions: ["x/v1"])
    let scan = SourceScan([scratch.path + "/shop"], settings)
    let text = scan.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    for word in [
      "template", "r", "--values=--post-renderer=evil", "--set=a.b=c d", "--namespace=n", "--kube-version=1.31",
      "--api-versions=x/v1",
    ] { #expect(text.contains("# \(word)\n"), "\(word)") }
  }

  @Test("podmap.yaml gives a chart its values, and the command line adds to them")
  func named() throws {
    let scratch = try chart("for word; do echo \"# $word\"; done; echo 'kind: A'\n")
    var settings = settings(scratch)
    settings.named = ["shop": HelmSettings(set: ["a=1"], release: "given")]
    settings.helm = HelmSettings(set: ["a=2"])
    let text = SourceScan([scratch.path + "/shop"], settings).files
      .map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(text.contains("# given\n") && text.contains("# --set=a=1\n# --set=a=2\n"))
  }

  @Test("A link that leads out of a chart is refused before anything is started")
  func escape() throws {
    let scratch = try chart("touch \"$(dirname \"$0\")/started\"\n", ["secret.txt": "x"])
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/shop/templates/link.yaml", withDestinationPath: "../../secret.txt")
    let scan = SourceScan([scratch.path + "/shop"], settings(scratch))
    #expect(scan.sources.refused.map(\.severity) == [.error])
    #expect(scan.sources.refused[0].message.contains("leads out of the source"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/bin/started"))
  }

  @Test("Objects of Helm's tests are left out, other hooks are not")
  func hooks() throws {
    func hook(_ name: String, _ hooks: String) -> String {
      "---\nkind: Job\napiVersion: batch/v1\nmetadata:\n  name: \(name)\n  annotations:\n    \"helm.sh/hook\": \(hooks)\n"
    }
    let scratch = try chart(
      "cat <<'END'\n\(hook("migrate", "pre-install,pre-upgrade"))\(hook("check", "test"))"
        + "\(hook("old", "\"test-success\""))\(hook("both", "test, post-install"))END\n")
    let scan = SourceScan([scratch.path + "/shop"], settings(scratch))
    #expect(ManifestSet(reading: scan.files).resources.map(\.name) == ["migrate", "both"])
    #expect(scan.diagnostics.contains { $0.message.hasPrefix("2 objects of Helm's tests left out") })
  }

  @Test("A chart with the same objects as plain files beside it is not drawn twice")
  func repeated() throws {
    let script = "cat <<'END'\n---\n# Source: shop/templates/web.yaml\n\(Self.deployment)END\n"
    let scratch = try chart(script, ["plain/web.yaml": Self.deployment])
    let scan = SourceScan([scratch.path], settings(scratch))
    #expect(scan.files.map(\.name) == ["\(scratch.name)/plain/web.yaml"])
    #expect(scan.diagnostics.map(\.severity) == [.note])
    let alone = try chart(script, ["plain/other.yaml": "kind: ConfigMap\napiVersion: v1\nmetadata: {name: other}\n"])
    #expect(SourceScan([alone.path], settings(alone)).files.count == 2)
  }

  @Test("Several objects from the same lines of a template have places of their own")
  func places() throws {
    let one = "---\n# Source: shop/templates/web.yaml\n\(Self.deployment)"
    let scratch = try chart("cat <<'END'\n\(one)\(one.replacing("name: web", with: "name: api"))END\n")
    let files = SourceScan([scratch.path + "/shop"], settings(scratch)).files
    let resources = ManifestSet(reading: files).resources
    #expect(resources.map(\.name) == ["web", "api"])
    #expect(Set(resources.map(\.place)).count == 2)
  }

  @Test("What helm install --dry-run prints is read, without its notes")
  func dryRun() {
    let report = """
      NAME: shop
      STATUS: pending-install
      HOOKS:
      ---
      # Source: shop/templates/migrate.yaml
      apiVersion: batch/v1
      kind: Job
      metadata: {name: migrate}
      MANIFEST:
      ---
      \(Self.deployment)
      NOTES:
      kind: not: valid: yaml

      """
    let file = SourceFile(name: "-", text: report, isNamed: true)
    let read = ManifestSet(reading: [file])
    #expect(read.resources.map(\.name) == ["migrate", "web"])
    #expect(read.diagnostics.isEmpty)
    #expect(read.resources.map(\.place.line) == [6, 11])
  }
}
