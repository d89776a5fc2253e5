internal import PodmapManifests

/// A path in `podmap.yaml`, inside the folder of that file.
package struct ProjectPath: Hashable, Sendable, Comparable {
  /// With `/`, without `.` and `..`; `.` for the folder itself.
  package let text: String
  private let names: [Substring]

  /// Parses a path; `nil` if it is absolute or leaves the folder.
  package init?(_ written: String) {
    guard !written.isEmpty, !written.hasPrefix("/"), !written.utf8.contains(0) else { return nil }
    var names: [Substring] = []
    for name in written.split(separator: "/") where name != "." {
      if name != ".." {
        names.append(name)
      } else if names.popLast() == nil {
        return nil
      }
    }
    self.names = names
    text = names.isEmpty ? "." : names.joined(separator: "/")
  }

  /// Whether it equals the other path or is below it.
  package func lies(in other: ProjectPath) -> Bool { names.starts(with: other.names) }

  /// Whether pages can show it as a picture.
  package var isImage: Bool {
    let end = FileName.extension(of: text)
    return OutputFormat.all.contains { $0.isImage && $0.extensions.contains(end) }
  }

  /// The path as another file refers to it: `../docs/app.svg`.
  package func relative(to file: ProjectPath) -> String {
    let folder = file.names.dropLast()
    let shared = zip(names, folder).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folder.count - shared) + names.dropFirst(shared)).joined(separator: "/")
  }

  package static func < (left: ProjectPath, right: ProjectPath) -> Bool { left.text < right.text }
}

extension StrictFields {
  /// A path inside the folder of `podmap.yaml`.
  mutating func path(_ value: Value?, _ what: String) -> ProjectPath? {
    guard let value, let written = text(value, what) else { return nil }
    if let path = ProjectPath(written) { return path }
    add(.leaves(written, what), at: value)
    return nil
  }
}

extension StrictFields.Message {
  fileprivate static func leaves(_ path: String, _ what: String) -> Self {
    Self("\(what) '\(path.shortened())' leaves the folder of podmap.yaml; write a relative path below it")
  }
}
