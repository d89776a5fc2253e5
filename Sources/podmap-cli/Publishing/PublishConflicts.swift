import PodmapManifests
import PodmapPublishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Outputs that would destroy each other, an input, or something outside of the folder of `podmap.yaml`.
struct PublishConflicts {
  private(set) var diagnostics: [Diagnostic] = []
  private var taken: [ProjectPath: String]

  init(_ diagrams: [ProjectDiagram], config: ProjectPath, index: ProjectPath) {
    taken = [config: "podmap.yaml itself", index: "the index"]
    let inputs = Set(diagrams.flatMap(\.inputs))
    for diagram in diagrams {
      for file in diagram.files {
        if inputs.contains(file.path) { add(.isInput(file.path), at: file.place) }
        if let other = taken.updateValue("a file of '\(diagram.name)'", forKey: file.path) {
          add(.isTaken(file.path, other), at: file.place)
        }
        if Self.leaves(file.path) { add(.leaves(file.path), at: file.place) }
      }
    }
    var blocks: Set<[String]> = []
    for diagram in diagrams {
      for block in diagram.blocks {
        if let other = taken[block.file] { add(.isTaken(block.file, other), at: block.place) }
        if !blocks.insert([diagram.name, block.file.text]).inserted {
          add(.isTwice(diagram.name, block.file), at: block.place)
        }
        if Self.leaves(block.file) { add(.leaves(block.file), at: block.place) }
        if let image = block.image, !diagram.files.contains(where: { $0.path == image && Self.isImage(image) }) {
          add(.noImage(image, diagram), at: block.place)
        }
      }
    }
    if Self.leaves(index) { add(.leaves(index), at: Place(file: config.text)) }
  }

  private mutating func add(_ message: String, at place: Place) {
    diagnostics.append(Diagnostic(.error, at: place, message))
  }

  private static func isImage(_ path: ProjectPath) -> Bool {
    [".svg", ".png", ".webp"].contains(where: path.text.lowercased().hasSuffix)
  }

  /// Whether a link leads out of the folder.
  private static func leaves(_ path: ProjectPath) -> Bool {
    guard let home = resolved(".") else { return false }
    var existing = path.text
    while resolved(existing) == nil, let slash = existing.lastIndex(of: "/") { existing = String(existing[..<slash]) }
    guard let place = resolved(existing) else { return false }
    return place != home && !place.hasPrefix(home == "/" ? "/" : home + "/")
  }

  private static func resolved(_ path: String) -> String? {
    realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
  }
}

extension String {
  fileprivate static func isInput(_ path: ProjectPath) -> String {
    "'\(path.text.shortened())' is an input; name another file to write"
  }

  fileprivate static func isTaken(_ path: ProjectPath, _ other: String) -> String {
    "'\(path.text.shortened())' is \(other) already; name another file"
  }

  fileprivate static func isTwice(_ name: String, _ file: ProjectPath) -> String {
    "the block '\(name)' of '\(file.text.shortened())' is named twice; remove one of them"
  }

  fileprivate static func leaves(_ path: ProjectPath) -> String {
    "'\(path.text.shortened())' leads out of the folder of podmap.yaml by a link; name a file inside of it"
  }

  fileprivate static func noImage(_ image: ProjectPath, _ diagram: ProjectDiagram) -> String {
    let files = diagram.files.map(\.path.text)
    let hint = Spelling.nearest(to: image.text, among: files).map { $0 == image.text ? "" : "; did you mean '\($0)'?" }
    return "'\(image.text.shortened())' is no SVG, PNG or WebP among the files of '\(diagram.name)'\(hint ?? "")"
  }
}
