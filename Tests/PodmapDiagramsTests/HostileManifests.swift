import PodmapDiagrams
import PodmapTopology

/// Manifests with hostile texts in all fields that a view may show.
enum HostileManifests {
  /// Each text is in several fields of several manifests.
  static func diagrams(in view: FlowView) -> [FlowDiagram] {
    manifests(each: 19).map { view.drawing(of: topology($0)).diagram }
  }

  /// Manifests that each begin with another text, so many texts after the one before.
  static func manifests(each step: Int) -> [String] {
    let texts = HostileTexts.phrases.filter { $0.utf8.count < 2_000 && $0.contains { !$0.isWhitespace } }
    return stride(from: 0, to: texts.count, by: step).map { start in
      SampleLives.hostile(Array(texts[start...] + texts[..<start]))
    }
  }
}
