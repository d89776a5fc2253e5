import Foundation
import PodmapDiagrams
import PodmapManifests
import PodmapProject
import PodmapTestSupport
import PodmapTopology
import Testing

@Suite("What templates see")
struct ModelTests {
  private func text(_ template: String, of manifest: String) throws -> String {
    let input = LinkedInput(texts: [("shop.yaml", manifest)], subject: "shop", keepsSources: true)
    let document = DocumentTemplate(template, name: "t.md", language: .markdown) { _ in nil }
    #expect(document.diagnostics.isEmpty, "\(document.diagnostics)")
    return try document.text(of: ApplicationModel(input, chosen: input.topology, title: nil).value)
  }

  @Test("Every view has a name in templates")
  func views() {
    for view in View.all { #expect(TemplateKey(rawValue: view.name) != nil, "\(view.name)") }
  }

  private let shop = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      replicas: 2
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          initContainers:
          - {name: wait, image: "busybox:1"}
          containers:
          - name: server
            image: nginx:1
            ports: [{name: http, containerPort: 80}]
            env: [{name: API, value: "http://api:8080"}]
            envFrom: [{configMapRef: {name: settings}}]
            volumeMounts: [{name: data, mountPath: /data, readOnly: true}]
          - {name: logger, image: "logger:1", volumeMounts: [{name: data, mountPath: /in}]}
          volumes: [{name: data, emptyDir: {}}]
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web}
    spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: way}
    spec: {rules: [{host: shop.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}
    """

  @Test(
    "The inventory has pods, containers, images, ports, volumes, configuration, ways in, and calls with evidence",
    arguments: [
      ("{{summary}}", "1 workload with 3 containers, 1 Service, 1 call"),
      (
        "{{#pods}}{{id}} {{kind}} {{replicas}} {{place}} {{together}} {{isShared}}{{/pods}}",
        "default/Deployment/web Deployment 2 pods shop.yaml:1 server, logger true"
      ),
      (
        "{{#containers}}{{name}}:{{role}}:{{image}};{{/containers}}",
        "wait:init 1:busybox:1;server:app:nginx:1;logger:app:logger:1;"
      ),
      ("{{#images}}{{image}} {{/images}}", "busybox:1 logger:1 nginx:1 "),
      (
        "{{#ports}}{{container}} {{number}}/{{transport}} {{name}} {{services}}{{/ports}}",
        "default/Deployment/web/server 80/TCP http default/Service/web"
      ),
      (
        "{{#volumes}}{{name}} {{source}}:{{#mounts}} {{container}} {{path}} {{access}};{{/mounts}}{{/volumes}}",
        "data emptyDir: server \\/data reads; logger \\/in reads and writes;"
      ),
      (
        "{{#configuration}}{{id}} {{state}} {{readers}}{{/configuration}}",
        "default/ConfigMap/settings missing default/Deployment/web/server"
      ),
      (
        "{{#services}}{{name}} {{type}} {{ports}} {{containers}}{{/services}}",
        "web ClusterIP 80 → http default/Deployment/web/server"
      ),
      (
        "{{#entries}}{{kind}} {{name}} {{hosts}} {{to}}{{/entries}}",
        "Ingress way shop.example.com shop.example.com/ → default/Service/web"
      ),
      (
        "{{#calls}}{{from}} {{to}} {{label}} {{certainty}} {{#evidence}}{{place}} {{value}}{{/evidence}}{{/calls}}",
        "default/Deployment/web/server default/Service/api 8080 inferred shop.yaml:16 http\\:\u{2060}//api:8080"
      ),
      ("{{#findings}}{{severity}} {{place}};{{/findings}}", "note shop.yaml:16;warning shop.yaml:17;"),
    ])
  func inventory(_ template: String, _ expected: String) throws {
    #expect(try text(template, of: shop) == expected)
  }

  @Test("A diagram is drawn for each view that has something to draw")
  func diagrams() throws {
    // The shop has no roles or bindings.
    for view in View.all.map(\.name) where view != "access" {
      let found = try text("{{#diagrams.\(view)}}{{title}}\n{{mermaid}}\n{{/diagrams.\(view)}}", of: shop)
      #expect(found.contains("```mermaid\n"), "\(view)")
    }
    #expect(try text("{{#diagrams.access.any}}some{{/diagrams.access.any}}", of: shop).isEmpty)
  }

  @Test("The alternative to a pod with several containers is a pod for each; to several pods it is one pod")
  func alternative() throws {
    let template =
      "{{#alternative}}{{#isSplit}}split{{/isSplit}}{{#isMerged}}merged{{/isMerged}} {{summary}}{{/alternative}}"
    #expect(try text(template, of: shop).hasPrefix("split 3 of"))
    let two = ["a", "b"].map {
      "apiVersion: v1\nkind: Pod\nmetadata: {name: \($0), labels: {app: \($0)}}\nspec: {containers: [{name: \($0), image: 'i:1'}]}\n"
    }.joined(separator: "---\n")
    #expect(try text(template, of: two).hasPrefix("merged 2 of 2 containers matched"))
    let one = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: 'i:1'}]}\n"
    #expect(try text(template, of: one).isEmpty)
  }

  @Test("No value of a Secret, and nothing that looks like one, reaches a document")
  func secrets() throws {
    let manifest = """
      apiVersion: v1
      kind: Secret
      metadata: {name: keys}
      stringData: {token: hunter2-in-secret}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: a}
      spec:
        containers:
        - name: a
          image: i:1
          args: ["--password=hunter2-in-args"]
          env:
          - {name: DB_PASSWORD, value: hunter2-in-env}
          - {name: DB, value: "postgres://me:hunter2-in-url@db:5432/x"}
      """
    for file in TemplateFile.builtIn where file.about == .application {
      #expect(!(try text(file.text, of: manifest)).contains("hunter2"), "\(file.name)")
    }
  }

  @Test("docs/templates.md explains every name")
  func documented() throws {
    let page = try String(contentsOf: packageFolder().appendingPathComponent("docs/templates.md"), encoding: .utf8)
    for key in TemplateKey.allCases { #expect(page.contains("`\(key.rawValue)`"), "\(key.rawValue)") }
  }

  @Test("docs/templates.md lists exactly the views")
  func documentedViews() throws {
    let page = try String(contentsOf: packageFolder().appendingPathComponent("docs/templates.md"), encoding: .utf8)
    let row = try #require(page.firstMatch(of: /(?m)^\| `diagrams` \| by view: ([^.]*)\./)).1
    #expect(row.matches(of: /`([^`]+)`/).map { String($0.1) } == View.all.map(\.name))
  }

  @Suite("Documents in a browser")
  struct BrowserTests {
    @Test("Every diagram of the built-in documents is drawn by mermaid.js")
    func drawn() throws {
      let samples = ["samples/webapp/single-pod", "samples/webapp/multi-pod"]
      var diagrams: [String] = []
      for sample in samples {
        let input = LinkedInput(
          reading: [packageFolder().appendingPathComponent(sample).path], keepsSources: true)
        for file in TemplateFile.builtIn where file.about == .application {
          let template = try TemplateFile.read(file.name)
          let text = try template.text(of: ApplicationModel(input, chosen: input.topology, title: nil).value)
          diagrams += text.components(separatedBy: "```mermaid\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
          }
        }
      }
      #expect(diagrams.count > 15)
      for result in try MermaidCheck().draw(diagrams) { #expect(result.ok, "\(result.error ?? "")") }
    }
  }
}
