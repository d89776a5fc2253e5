import Foundation
import PodmapTestSupport
import Testing

@Suite("Texts in Markdown outputs")
struct InertMarkdownTests {
  @Test("Every Markdown output keeps names and values of manifests as text", arguments: ActiveTexts.some)
  func outputs(_ text: String) throws {
    let (podmap, folder) = (try PodmapCommand(), try TemporaryFolder())
    defer { folder.remove() }
    let quoted = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    func application(_ image: String) -> String {
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: \(quoted), namespace: \(quoted)}
      spec:
        selector: {matchLabels: {app: \(quoted)}}
        template:
          metadata: {labels: {app: \(quoted)}}
          spec:
            volumes: [{name: \(quoted), hostPath: {path: \(quoted)}}]
            containers:
            - name: \(quoted)
              image: \(image)
              resources: {limits: {\(quoted): \(quoted)}, requests: {cpu: \(quoted)}}
              ports: [{name: \(quoted), containerPort: 80}]
              volumeMounts: [{name: \(quoted), mountPath: \(quoted)}]
              envFrom: [{configMapRef: {name: \(quoted)}}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: \(quoted), namespace: \(quoted)}
      spec: {selector: {app: \(quoted)}, ports: [{name: \(quoted), port: 80, targetPort: \(quoted)}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: \(quoted)}
      spec:
        selector: {matchLabels: {app: \(quoted)}}
        template:
          metadata: {labels: {app: \(quoted)}}
          spec: {containers: [{name: \(quoted), image: \(quoted)}]}

      """
    }
    try folder.write(application(quoted), to: "a.yaml")
    try folder.write(application("other"), to: "b.yaml")
    try folder.write("<!-- podmap:begin p -->\n<!-- podmap:end p -->\n", to: "page.md")
    try folder.write(
      """
      diagrams:
      - name: p
        title: \(quoted)
        inputs: [a.yaml]
        files: [p.svg]
        blocks: [{file: page.md, image: p.svg}]
      """, to: "podmap.yaml")
    let runs = [
      ["draw", "a.yaml", "--view", "lifecycle", "--format", "md"], ["draw", "a.yaml", "--format", "md"],
      ["draw", "a.yaml", "--title", text, "--format", "md"],
      ["draw", "a.yaml", "--view", "traffic", "--format", "md"], ["draw", "a.yaml", "--template", "application"],
      ["draw", "a.yaml", "--template", "pod-vs-container"], ["compare", "a.yaml", "b.yaml", "--format", "md"],
      ["compare", "a.yaml", "b.yaml", "--template", "comparison"],
      ["compare", "a.yaml", "b.yaml", "--template", "pull-request"],
      ["compare", "a.yaml", "b.yaml", "--template", "merge-request"],
    ]
    for arguments in runs {
      let outcome = try podmap.run(arguments, in: folder.url)
      #expect(!outcome.output.isEmpty, "\(arguments) \(outcome.messages)")
      #expect(ActiveMarkdown(outcome.output).found == [], "\(arguments)")
    }
    #expect(try podmap("publish", in: folder.url).exitCode != 64)
    let page = try String(contentsOf: folder.url.appendingPathComponent("page.md"), encoding: .utf8)
    let image = try #require(page.split(separator: "\n").first { $0.hasPrefix("![") && $0.hasSuffix("](p.svg)") })
    #expect(ActiveMarkdown(String(image.dropFirst(2).dropLast(8))).found == [], "\(page)")
  }
}
