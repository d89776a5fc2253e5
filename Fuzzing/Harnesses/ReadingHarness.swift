import PodmapManifests

extension Harness {
  /// The reader of YAML and JSON: every value of every document.
  static let reading = Harness(name: "reading") { bytes in
    let file = SourceFile(name: "input.yaml", bytes: bytes, isNamed: true)
    let read = ManifestSet(reading: [file])
    for resource in read.resources {
      var count = 0
      visit(resource.root, &count)
    }
    for diagnostic in read.diagnostics {
      if let problem = TextCheck.message(diagnostic.description) { return problem }
    }
    return nil
  }

  private static func visit(_ value: Value, _ count: inout Int) {
    count += 1
    // Aliases may make a tree of a million values out of a few lines.
    guard count < 20_000 else { return }
    _ = (value.written, value.line, value.column, value.text)
    for item in value.items { visit(item, &count) }
    for field in value.fields {
      _ = field.key.written
      visit(field.value, &count)
    }
  }
}
