import Podmap
import PodmapConversion
import PodmapManifests
import PodmapTopology

extension Harness {
  /// Two applications, divided by a line `=====`: their comparison, its reports and its pictures.
  static let comparing = Harness(name: "comparing") { bytes in
    let (left, right) = halves(bytes)
    let comparison = Comparison(manifests: left, and: right)
    let same = Comparison(manifests: left, and: left)
    if same.changeCount > 0 { return "an application differs from itself: \(same.text)" }
    return JSONCheck.problem(in: comparison.json) ?? TextCheck.problem(in: comparison.markdown)
      ?? TextCheck.message(comparison.text) ?? problem(in: comparison.picture())
  }

  /// Splitting and merging: what is written can be read.
  static let converting = Harness(name: "converting") { bytes in
    let input = LinkedInput(texts: [("input.yaml", text(bytes))], subject: "input", keepsSources: true)
    // What couldn't be read is copied as it is.
    guard !input.hasErrors else { return nil }
    for conversion in [Split.run(input), Merge.run(input)] {
      let read = ManifestSet(reading: [SourceFile(name: "output.yaml", text: conversion.text)])
      if let error = read.diagnostics.first(where: { $0.severity == .error && $0.topic == .unreadable }) {
        return "what was written can't be read: \(error)"
      }
    }
    return nil
  }
}
