import Foundation
import PodmapManifests
import PodmapTestSupport
import PodmapTopology
import Testing

@testable import PodmapDiagrams

/// Condensing states everything, but it loses nothing.
@Suite struct NothingLostTests {
  @Test("Samples", arguments: SampleDiagrams.all.map(\.name))
  func samples(_ name: String) throws {
    let diagram = try #require(SampleDiagrams.all.first { $0.name == name }?.diagram)
    expectNothingLost(diagram, name)
  }

  @Test("Every view of every folder of samples", arguments: FlowView.all)
  func folders(_ view: FlowView) throws {
    let sets = try ManifestFolders.sets(in: packageFolder().appendingPathComponent("samples"))
    #expect(sets.count >= 5)
    for set in sets { expectNothingLost(view.drawing(of: set.topology).diagram, "\(set.name), \(view.name)") }
  }

  @Test("Hostile manifests", arguments: FlowView.all)
  func hostile(_ view: FlowView) {
    for diagram in HostileManifests.diagrams(in: view) { expectNothingLost(diagram, "hostile, \(view.name)") }
  }

  @Test("Hostile texts at every place")
  func hostileTexts() {
    for hostile in HostileDiagram.all { expectNothingLost(hostile.diagram, hostile.texts[0].debugDescription) }
  }

  @Test("Diagrams by chance", arguments: 1...300)
  func random(_ seed: UInt64) {
    var random = RandomDiagram(seed: seed)
    expectNothingLost(random.made(), "seed \(seed)")
  }

  @Test("Condensing a diagram twice gives equal results")
  func repetition() {
    for seed in UInt64(1)...40 {
      var random = RandomDiagram(seed: seed)
      let diagram = random.made()
      for detail in Detail.ofOnePicture {
        #expect(Condenser.condensed(diagram, detail: detail) == Condenser.condensed(diagram, detail: detail))
      }
    }
  }

  /// `scripts/corpus-check` names the folder.
  @Test(
    "Every view of every folder of real manifests",
    .enabled(if: ProcessInfo.processInfo.environment["PODMAP_CORPUS"] != nil, "PODMAP_CORPUS names no folder"))
  func corpus() throws {
    let folders = try #require(ProcessInfo.processInfo.environment["PODMAP_CORPUS"]).split(separator: ":")
    let sets = try folders.flatMap { try ManifestFolders.sets(in: URL(fileURLWithPath: String($0))) }
    #expect(!sets.isEmpty)
    for set in sets {
      for view in FlowView.all {
        expectNothingLost(view.drawing(of: set.topology).diagram, "\(set.name), \(view.name)")
      }
    }
  }

  private func expectNothingLost(_ diagram: FlowDiagram, _ name: String) {
    for detail in Detail.ofOnePicture {
      let problems = NothingLost(diagram, Condenser.condensed(diagram, detail: detail)).problems
      #expect(
        problems.isEmpty,
        "\(name), \(detail.rawValue): \(problems.count) problems: \(problems.prefix(5).joined(separator: "; "))")
    }
  }
}

/// Folders of manifests as topologies: each subfolder of a folder.
enum ManifestFolders {
  static func sets(in folder: URL) throws -> [(name: String, topology: Topology)] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false }
      .sorted { $0.path < $1.path }
      .map { ($0.lastPathComponent, topology(ofFolder: $0)) }
  }

  static func topology(ofFolder folder: URL) -> Topology {
    let names = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
    let files = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.compactMap { name in
      (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)).map {
        SourceFile(name: name, text: $0)
      }
    }
    return Topology(ManifestSet(reading: files).resources)
  }
}
