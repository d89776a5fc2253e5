import Foundation
import Podmap
import PodmapTestSupport
import Testing

let web = """
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: web, labels: {app: web}}
  spec:
    selector: {matchLabels: {app: web}}
    template:
      metadata: {labels: {app: web}}
      spec: {containers: [{name: server, image: "nginx:1.27", ports: [{containerPort: 80}]}]}
  ---
  apiVersion: v1
  kind: Service
  metadata: {name: web}
  spec: {selector: {app: web}, ports: [{port: 80}]}

  """

let cache = """
  apiVersion: v1
  kind: Pod
  metadata: {name: cache, namespace: back, labels: {app: cache}}
  spec: {containers: [{name: redis, image: "redis:7"}]}

  """

@Suite("An application")
struct ApplicationTests {
  @Test("Files below a directory and texts in memory give the same application")
  func sources() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(web, to: "deploy/web.yaml")
    try folder.write(cache, to: "deploy/back/cache.yaml")
    let read = try Application(reading: [folder.url.path + "/deploy"])
    let given = Application(
      manifests: [(name: "deploy/back/cache.yaml", text: cache), (name: "deploy/web.yaml", text: web)], named: "deploy")
    #expect(read.json.contains("\"file\": \"deploy/web.yaml\""))
    #expect(read.json == given.json)
    #expect(read.picture().mermaid == given.picture().mermaid)
    #expect(read.picture().title == "deploy")
  }

  @Test("A text without a name is 'manifests' in diagnostics and not mentioned in headings")
  func namelessText() {
    let application = Application(manifests: web + "---\na: b: c\n")
    #expect(application.diagnostics.map(\.place?.file) == ["manifests"])
    #expect(application.picture().title == "Workloads")
    #expect(Application(manifests: web, named: "shop").picture().title == "shop")
  }

  @Test("An error in a file becomes a diagnostic with a location, and the rest is read")
  func diagnostics() throws {
    let application = Application(manifests: web + "---\nkind: Pod\nmetadata: [\n", named: "deploy/all.yaml")
    let diagnostic = try #require(application.diagnostics.first { $0.severity == .error })
    #expect(diagnostic.place == application.diagnostics.first?.place)
    #expect(diagnostic.place?.file == "deploy/all.yaml")
    #expect(diagnostic.place?.line == 17)
    #expect(diagnostic.description == "deploy/all.yaml:17:1: error: \(diagnostic.message)")
    #expect(application.picture().mermaid.contains("nginx:1.27"))
  }

  @Test("Descriptions of diagnostics contain no control characters of manifests")
  func hostileDiagnostic() {
    let application = Application(manifests: "a: b: c", named: "\u{1B}[31mred\u{7}.yaml")
    #expect(application.diagnostics.count == 1)
    #expect(application.diagnostics.allSatisfy { !$0.description.unicodeScalars.contains { $0.value < 0x20 } })
  }

  @Test("A path that can't be read throws, even next to one that can")
  func missingPath() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(web, to: "web.yaml")
    let error = #expect(throws: PodmapError.self) {
      try Application(reading: [folder.url.path + "/web.yaml", "/nowhere/deploy"])
    }
    #expect(
      error?.description
        == "deploy: error: there is no such file or folder; check the path")
    #expect(error?.diagnostics.map(\.severity) == [.error])
  }

  @Test("A kustomization is read without another program; a chart throws")
  func kustomization() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(web, to: "app/web.yaml")
    try folder.write("resources: [web.yaml]\n", to: "app/kustomization.yaml")
    let application = try Application(reading: [folder.url.path + "/app"])
    #expect(application.diagnostics.allSatisfy { $0.severity == .note })
    #expect(!application.picture().isEmpty)
    try folder.write("name: shop\n", to: "chart/Chart.yaml")
    let error = #expect(throws: PodmapError.self) { try Application(reading: [folder.url.path + "/chart"]) }
    #expect(error?.description.contains("helm") == true)
  }

  @Test("An empty directory and an empty text are an empty application")
  func empty() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for application in [try Application(reading: [folder.url.path]), Application(manifests: [])] {
      let picture = application.picture()
      #expect(picture.isEmpty)
      #expect(picture.mermaid.contains("flowchart TB"))
      #expect(picture.dot.hasPrefix("digraph"))
      #expect(
        picture.json
          == "{\"schema\": 1,\n\"nodes\": [],\n\"edges\": [],\n\"cards\": [],\n\"lines\": [],\n\"diagnostics\": []}\n")
    }
  }

  @Test(
    "A selection narrows what is drawn",
    arguments: [
      (Selection(namespaces: ["back"]), false, true),
      (Selection(labels: "app=web"), true, false),
      (Selection(kinds: ["po"]), false, true),
      (Selection(excluded: ["Pod/c*"]), true, false),
      (Selection(focus: ["service/web"], depth: 1), true, false),
      (Selection(namespaces: ["nowhere"]), false, false),
      (Selection(focus: ["cache"], depth: -1), false, true),
      (Selection(labels: "", depth: 0), true, true),
    ])
  func selection(_ selection: Selection, _ hasWeb: Bool, _ hasCache: Bool) throws {
    let whole = Application(manifests: web + "---\n" + cache, defaultNamespace: "default")
    let chosen = try whole.selecting(selection)
    #expect(chosen.picture().mermaid.contains("nginx") == hasWeb)
    #expect(chosen.picture().mermaid.contains("redis") == hasCache)
    #expect(chosen.json.contains("redis:7") == hasCache)
  }

  @Test("Hand-written diagrams are pictures of their own, and part of the application next to manifests")
  func diagrams() throws {
    let diagram = """
      apiVersion: podmap/v1
      kind: Diagram
      metadata: {name: users}
      title: Who comes in
      nodes: {user: Visitor}
      edges: [user -> Service/web]

      """
    let alone = Application(manifests: diagram.replacing("edges: [user -> Service/web]\n", with: ""))
    #expect(alone.diagrams.map(\.title) == ["Who comes in"])
    #expect(alone.diagrams.allSatisfy { $0.mermaid.contains("Visitor") })
    let joined = Application(manifests: web + "---\n" + diagram)
    #expect(joined.picture(.network).mermaid.contains("Visitor"))
    #expect(joined.diagrams.count == 1)
    #expect(Application(manifests: web).diagrams.isEmpty)
  }

  @Test("Invalid labels throw")
  func badLabels() {
    let error = #expect(throws: PodmapError.self) {
      try Application(manifests: web).selecting(Selection(labels: "a b"))
    }
    #expect(error?.description.contains("'a b' isn't a label selector") == true)
  }
}
