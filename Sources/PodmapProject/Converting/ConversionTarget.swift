package import PodmapConversion
package import PodmapManifests

/// Where converted manifests are written: standard output, one file, or a folder with a file for each of the input.
package struct ConversionTarget: Sendable {
  private enum Target {
    case standardOutput
    case file(String)
    case folder(String)
  }

  private let target: Target
  private let inputs: [String]

  /// The target that an output names; throws if it is in an input.
  package init(_ output: String?, inputs: [String]) throws(RequestError) {
    self.inputs = inputs
    switch output {
    case nil, "-": target = .standardOutput
    case .some(let path) where ["yaml", "yml"].contains(FileName.extension(of: path)):
      target = .file(path)
      try Self.refuseInput(path, inputs)
    case .some(let path):
      var folder = path[...]
      while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
      target = .folder(String(folder))
      try Self.refuseInput(String(folder), inputs)
    }
  }

  /// The next run must not read the output as input, and the output must not replace the input.
  private static func refuseInput(_ path: String, _ inputs: [String]) throws(RequestError) {
    // A folder that doesn't exist yet is in the first one above it that does.
    var existing = path
    while RealPath.of(existing) == nil, let slash = existing.lastIndex(of: "/"), slash > existing.startIndex {
      existing = String(existing[..<slash])
    }
    guard let own = RealPath.of(existing) ?? RealPath.of(".") else { return }
    for input in inputs where input != "-" {
      guard let other = RealPath.of(input) else { continue }
      if own == other || own.hasPrefix(other + "/") {
        throw RequestError("the output '\(path)' is in the input '\(input)'; name a path outside it")
      }
    }
  }

  /// Whether everything goes to standard output, which the caller writes.
  package var isStandardOutput: Bool {
    if case .standardOutput = target { true } else { false }
  }

  /// Writes the files; returns messages about other files in the same folder.
  package func write(_ conversion: Conversion) throws(FileWriter.Failure) -> [Diagnostic] {
    let writer = FileWriter()
    switch target {
    case .standardOutput: return []
    case .file(let path):
      try writer.write(Array(conversion.text.utf8), to: path)
      return []
    case .folder(let folder):
      let sources = Set(inputs.compactMap(RealPath.of))
      let paths = conversion.files.map { "\(folder)/\($0.name)" }
      if let path = paths.first(where: { RealPath.of($0).map(sources.contains) ?? false }) {
        throw FileWriter.Failure(diagnostic: .isInput(path))
      }
      for (file, path) in zip(conversion.files, paths) {
        try writer.makeFolders(of: path)
        try writer.write(Array(file.text.utf8), to: path)
      }
      return strangers(in: folder, besides: Set(conversion.files.map(\.name)))
    }
  }

  /// Files of an earlier run would be applied with the others.
  private func strangers(in folder: String, besides own: Set<String>) -> [Diagnostic] {
    let names = (try? FileSystem.names(in: folder)) ?? []
    return names.filter { !own.contains($0) && FileName.isManifest($0) }.map { .isStranger("\(folder)/\($0)") }
  }
}

extension Diagnostic {
  fileprivate static func isInput(_ path: String) -> Diagnostic {
    Diagnostic(.error, at: Place(wholeFile: path), "this is an input; name another folder")
  }

  fileprivate static func isStranger(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, at: Place(wholeFile: path),
      "the file existed before and isn't part of the result; delete it unless it belongs there")
  }
}
