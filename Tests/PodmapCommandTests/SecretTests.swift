import Foundation
import PodmapTestSupport
import Testing

/// Values of Secrets, and values that look like credentials, in every list of things that can be written.
@Suite("Secrets reach no output")
struct SecretTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder
  private let listed: ListedValues

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
    listed = try ListedValues()
    for (name, image) in [("old", "nginx:1"), ("new", "nginx:2")] {
      try folder.write(Self.application(image, "hunter2-\(name)"), to: "\(name)/app.yaml")
    }
  }

  /// An application that every view has something to show of, with the word wherever a secret can be.
  private static func application(_ image: String, _ secret: String) -> String {
    let encoded = Data("\(secret)-base64".utf8).base64EncodedString()
    return """
      apiVersion: v1
      kind: Secret
      metadata: {name: keys}
      stringData: {password: \(secret)-plain}
      data: {token: \(encoded)}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}, annotations: {token: \(secret)-annotation}}
          spec:
            serviceAccountName: web
            initContainers:
            - {name: migrate, image: "\(image)", command: [sh, -c, "mysql -uroot -p\(secret)-init"]}
            containers:
            - name: app
              image: \(image)
              args: ["--password=\(secret)-args"]
              env:
              - {name: DB_PASSWORD, value: \(secret)-env}
              - {name: URL, value: "postgres://me:\(secret)-url@db:5432/x"}
              envFrom: [{secretRef: {name: keys}}, {configMapRef: {name: settings}}]
              volumeMounts: [{name: keys, mountPath: /keys}, {name: data, mountPath: /data}]
              livenessProbe: {exec: {command: [check, --token, \(secret)-probe]}}
              readinessProbe:
                httpGet: {port: 80, path: "/?token=\(secret)-path", httpHeaders: [{name: Authorization, value: \(secret)-header}]}
              lifecycle: {preStop: {exec: {command: [sh, -c, "curl -u admin:\(secret)-hook localhost"]}}}
            - {name: log, image: "log:1", env: [{name: API_TOKEN, value: \(secret)-second}]}
            volumes: [{name: keys, secret: {secretName: keys}}, {name: data, persistentVolumeClaim: {claimName: data}}]
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      data: {DB_PASSWORD: \(secret)-config}
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: web}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: db}
      spec: {selector: {app: db}, ports: [{port: 5432}]}
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db}
      spec:
        serviceName: db
        selector: {matchLabels: {app: db}}
        template:
          metadata: {labels: {app: db}}
          spec: {containers: [{name: db, image: "postgres:17", env: [{name: POSTGRES_PASSWORD, value: \(secret)-db}]}]}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web}
      spec: {rules: [{host: shop.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}

      """
  }

  /// Expects no secret in the messages and in what was written into a folder.
  private func check(_ outcome: PodmapCommand.Outcome, _ place: String, files expected: Int) throws {
    #expect([0, 1].contains(outcome.exitCode), "\(place): \(outcome.messages)")
    let written = folder.url.appendingPathComponent(place)
    let files = try FileManager.default.subpathsOfDirectory(atPath: written.path).compactMap { name in
      FileManager.default.contents(atPath: written.appendingPathComponent(name).path).map { (name, $0) }
    }
    #expect(files.count >= expected, "\(place): \(files.map(\.0))")
    for (name, data) in files + [("standard output", Data(outcome.output.utf8))] {
      for word in ["hunter2", "aHVudGVyM"] { #expect(data.range(of: Data(word.utf8)) == nil, "\(place)/\(name)") }
    }
    #expect(!outcome.messages.joined().contains("hunter2"), "\(place)")
  }

  @Test("No view, in no format")
  func views() throws {
    defer { folder.remove() }
    let formats = try listed.of("format", in: "draw")
    for view in try listed.of("view", in: "draw") {
      let files = formats.flatMap { ["-o", "\(view)/x.\($0)"] }
      try folder.write("", to: "\(view)/made")
      let outcome = try podmap.run(["new", "--view", view, "--verbose"] + files, in: folder.url)
      try check(outcome, view, files: formats.count + 1)
    }
  }

  @Test("No comparison, in no format")
  func comparisons() throws {
    defer { folder.remove() }
    let formats = try listed.of("format", in: "compare")
    for picture in try listed.of("picture", in: "compare") {
      let files = formats.flatMap { ["-o", "\(picture)/x.\($0 == "table" ? "txt" : $0)"] }
      try folder.write("", to: "\(picture)/made")
      let outcome = try podmap.run(
        ["compare", "old", "new", "--picture", picture, "--verbose"] + files, in: folder.url)
      try check(outcome, picture, files: formats.count + 1)
    }
  }

  @Test("No answer of inspect, and no list of differences")
  func reports() throws {
    defer { folder.remove() }
    try folder.write("", to: "made/nothing")
    for format in try listed.of("format", in: "inspect") {
      try check(podmap("inspect", "new", "--format", format, "--verbose", in: folder.url), "made", files: 1)
    }
  }

  @Test("No document of a built-in template, and nothing else that publish writes")
  func documents() throws {
    defer { folder.remove() }
    var entries: [String] = []
    for template in try listed.of(nil, in: "templates", "show") {
      let about = try podmap("new", "--template", template, in: folder.url)
      let subject = about.exitCode == 64 ? "comparison: versions" : "inputs: [new]"
      if template != "gallery" { entries.append("{template: \(template), file: docs/\(template).md, \(subject)}") }
    }
    #expect(entries.count > 4)
    let views = try listed.of("view", in: "draw")
    try folder.write(
      """
      diagrams:
      \(views.map { "  - {name: \($0), inputs: [new], view: \($0), files: [docs/\($0).svg]}" }.joined(separator: "\n"))
      comparisons:
        - {name: versions, left: [old], right: [new], files: [docs/versions.md, docs/versions.json, docs/versions.svg]}
      documents:
      \(entries.map { "  - \($0)" }.joined(separator: "\n"))
      gallery: docs/index.html
      """, to: "podmap.yaml")
    let outcome = try podmap("publish", "--verbose", in: folder.url)
    try check(outcome, "docs", files: views.count + entries.count + 4)
    let index = try String(contentsOf: folder.url.appendingPathComponent("podmap-index.json"), encoding: .utf8)
    #expect(!index.contains("hunter2"))
  }
}
