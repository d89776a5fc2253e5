import PodmapDiagrams
import PodmapTopology

/// Manifests with hostile texts in all fields that a view may show, drawn in a view.
enum HostileManifests {
  /// Each text is in several fields of several manifests.
  static func diagrams(in view: FlowView) -> [FlowDiagram] {
    let texts = HostileTexts.phrases.filter { $0.utf8.count < 2_000 && $0.contains { !$0.isWhitespace } }
    return stride(from: 0, to: texts.count, by: 19).map { start in
      view.drawing(of: topology(SampleLives.hostile(Array(texts[start...] + texts[..<start])))).diagram
    }
  }
}
