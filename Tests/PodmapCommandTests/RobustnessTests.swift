import Foundation
import PodmapTestSupport
import Testing

@Suite("Robustness")
struct RobustnessTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  @Test("A missing file and a broken one are both reported, and the others are drawn")
  func missingAndBroken() throws {
    try folder.write(pod, to: "pod.yaml")
    try folder.write("a: [b\n", to: "broken.yaml")
    let outcome = try podmap("broken.yaml", "absent.yaml", "pod.yaml", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("nginx"))
    #expect(outcome.messages.contains { $0.hasPrefix("absent.yaml:") })
    #expect(outcome.messages.contains { $0.hasPrefix("broken.yaml:") })
    folder.remove()
  }

  @Test("Workloads with the same name in two namespaces have separate frames and cards")
  func twoNamespaces() throws {
    let text = ["a", "b"].map { pod.replacing("{name: web}", with: "{name: web, namespace: \($0)}") }
      .joined(separator: "---\n")
    for format in ["mermaid", "dot"] {
      let output = try podmap("draw", "-", "--format", format, input: text).output
      for name in ["group__Namespace__a", "group__Namespace__b", "a__Pod__web", "b__Pod__web"] {
        #expect(output.contains(name), "\(format)")
      }
    }
    folder.remove()
  }

  @Test("Concurrent runs that write the same file leave one complete picture")
  func concurrentRuns() async throws {
    try folder.write(pod, to: "pod.yaml")
    _ = try podmap("pod.yaml", "-o", "alone.svg", in: folder.url)
    let (podmap, url) = (podmap, folder.url)
    try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 0..<4 { group.addTask { try podmap("pod.yaml", "-o", "shared.svg", in: url).exitCode } }
      for try await code in group { #expect(code == 0) }
    }
    let alone = try Data(contentsOf: url.appendingPathComponent("alone.svg"))
    #expect(try Data(contentsOf: url.appendingPathComponent("shared.svg")) == alone)
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    #expect(names == ["alone.svg", "pod.yaml", "shared.svg"])
    folder.remove()
  }

  @Test("Fifty workloads with a Service and a ConfigMap each stay within GitHub's limits")
  func fiftyWorkloads() throws {
    try folder.write((0..<50).map(Self.workload).joined(separator: "---\n"), to: "fifty.yaml")
    let outcome = try podmap("fifty.yaml", "--view", "everything", "--no-condense", "-o", "fifty.mmd", in: folder.url)
    #expect(outcome.exitCode == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0.hasSuffix(".mmd") }
    let texts = try files.map { try String(contentsOf: folder.url.appendingPathComponent($0), encoding: .utf8) }
    #expect(texts.allSatisfy { $0.count <= 50_000 })
    #expect((0..<50).allSatisfy { number in texts.contains { $0.contains("app-\(number)\n") } })
    folder.remove()
  }

  private static func workload(_ number: Int) -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: app-\(number)}
    spec:
      template:
        metadata: {labels: {app: app-\(number)}}
        spec: {containers: [{name: server, image: nginx, envFrom: [{configMapRef: {name: app-\(number)}}]}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: app-\(number)}
    spec: {selector: {app: app-\(number)}, ports: [{port: 80, targetPort: 8080}]}
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: app-\(number)}
    data: {KEY: value}

    """
  }
}
