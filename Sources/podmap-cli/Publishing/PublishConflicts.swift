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

  private let inputs: Set<ProjectPath>

  init(_ project: ProjectFile, config: ProjectPath, index: ProjectPath) {
    taken = [config: "podmap.yaml itself", index: "the index"]
    let templates = project.documents.compactMap { ProjectPath($0.template) }.filter { TemplateFile.isPath($0.text) }
    inputs = Set(
      project.inputs.flatMap(\.self) + project.comparisons.flatMap { $0.left + $0.right } + templates)
    let pictures = project.diagrams.map(\.picture) + project.comparisons.map(\.picture)
    for picture in pictures {
      for file in picture.files { take(file.path, "a file of '\(picture.name)'", at: file.place) }
    }
    for document in project.documents { take(document.file, "a document", at: document.place(of: "file")) }
    if let gallery = project.gallery { take(gallery, "the gallery", at: Place(file: config.text)) }
    judgeBlocks(pictures)
    if Self.leaves(index) { add(.leaves(index), at: Place(file: config.text)) }
  }

  private mutating func take(_ path: ProjectPath, _ what: String, at place: Place) {
    if inputs.contains(path) { add(.isInput(path), at: place) }
    if let other = taken.updateValue(what, forKey: path) { add(.isTaken(path, other), at: place) }
    if Self.leaves(path) { add(.leaves(path), at: place) }
  }

  private mutating func judgeBlocks(_ diagrams: [ProjectPicture]) {
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

  fileprivate static func noImage(_ image: ProjectPath, _ diagram: ProjectPicture) -> String {
    let files = diagram.files.map(\.path.text)
    let hint = Spelling.nearest(to: image.text, among: files).map { $0 == image.text ? "" : "; did you mean '\($0)'?" }
    return "'\(image.text.shortened())' is no SVG, PNG or WebP among the files of '\(diagram.name)'\(hint ?? "")"
  }
}
