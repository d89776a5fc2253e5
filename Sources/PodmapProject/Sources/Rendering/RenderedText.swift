internal import PodmapManifests

/// What a renderer wrote, as the objects it consists of.
enum RenderedText {
  /// The objects, each with the file that a comment like `# Source: shop/templates/web.yaml` names.
  static func objects(in bytes: [UInt8]) -> [RenderedObject] {
    var result: [RenderedObject] = []
    var lines: [Substring] = []
    func finish() {
      defer { lines = [] }
      guard lines.contains(where: { !$0.isEmpty && !$0.hasPrefix("#") }) else { return }
      let origin = lines.first { $0.hasPrefix(source) }.map { String($0.dropFirst(source.count)) }
      result.append(RenderedObject(text: lines.joined(separator: "\n") + "\n", origin: origin))
    }
    for line in SourceOrigins.lines(of: String(decoding: bytes, as: UTF8.self)) {
      if line == "---" || line.hasPrefix("--- ") { finish() } else { lines.append(line) }
    }
    finish()
    return result
  }

  private static let source = "# Source: "
}
