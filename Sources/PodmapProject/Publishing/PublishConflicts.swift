internal import PodmapManifests

/// Outputs that would overwrite each other, an input, or something outside the folder of `podmap.yaml`.
struct PublishConflicts {
  private(set) var diagnostics: [Diagnostic] = []
  /// By their real paths.
  private var taken: [String: String] = [:]
  private let inputs: Set<String>
  /// Folders of other programs, and our own, in which nothing is published.
  private static let refused: Set<String> = [".git", PublishMemoryFile.folder]

  init(_ project: ProjectFile, config: ProjectPath, index: ProjectPath) {
    let templates = project.documents.map(\.template).filter(TemplateFile.isPath)
    let icons = project.look?.icons.map { folder in
      ((try? FileSystem.names(in: folder.text)) ?? []).map { "\(folder.text)/\($0)" }
    }
    let read = project.inputs.flatMap(\.self)
    inputs = Set((read.map(\.text) + templates + (icons ?? [])).map(RealPath.planned))
    taken[RealPath.planned(config.text)] = "the project file"
    take(index, "the index", at: project.place(of: "index"))
    for picture in project.pictures {
      for file in picture.files { take(file.path, "a file of '\(picture.name)'", at: file.place) }
    }
    for document in project.documents { take(document.file, "a document", at: document.place(of: "file")) }
    if let gallery = project.gallery { take(gallery, "the gallery", at: project.place(of: "gallery")) }
    judgeBlocks(project.pictures)
  }

  private mutating func take(_ path: ProjectPath, _ what: String, at place: Place) {
    judge(path, at: place)
    if let other = taken.updateValue(what, forKey: RealPath.planned(path.text)) {
      add(.isTaken(path, other), at: place)
    }
  }

  private mutating func judge(_ path: ProjectPath, at place: Place) {
    let real = RealPath.planned(path.text)
    let names = (path.text + "/" + real).lowercased().split(separator: "/").map(String.init)
    if path.text == "." || FileSystem.isFolder(path.text) { return add(.isFolder(path), at: place) }
    if names.contains(where: Self.refused.contains) { return add(.isRefused(path), at: place) }
    if inputs.contains(real) { add(.isInput(path), at: place) }
    if RealPath.leaves(path.text) { add(.leaves(path), at: place) }
  }

  private mutating func judgeBlocks(_ diagrams: [ProjectPicture]) {
    var blocks: Set<[String]> = []
    for diagram in diagrams {
      for block in diagram.blocks {
        judge(block.file, at: block.place)
        if let other = taken[RealPath.planned(block.file.text)] { add(.isTaken(block.file, other), at: block.place) }
        if !blocks.insert([diagram.name, block.file.text]).inserted {
          add(.isTwice(diagram.name, block.file), at: block.place)
        }
        if let image = block.image, !diagram.files.contains(where: { $0.path == image && image.isImage }) {
          add(.noImage(image, diagram), at: block.place)
        }
      }
    }
  }

  private mutating func add(_ message: String, at place: Place) {
    diagnostics.append(Diagnostic(.error, at: place, message))
  }
}

extension String {
  fileprivate static func isInput(_ path: ProjectPath) -> String {
    "'\(path.text.shortened())' is an input; name another file to write"
  }

  fileprivate static func isFolder(_ path: ProjectPath) -> String {
    "'\(path.text.shortened())' is a folder; name a file to write"
  }

  fileprivate static func isRefused(_ path: ProjectPath) -> String {
    "'\(path.text.shortened())' is in a folder of git, or of podmap itself; name a file outside it"
  }

  fileprivate static func isTaken(_ path: ProjectPath, _ other: String) -> String {
    "'\(path.text.shortened())' is already \(other); name another file"
  }

  fileprivate static func isTwice(_ name: String, _ file: ProjectPath) -> String {
    "the block '\(name)' of '\(file.text.shortened())' is named twice; remove one of them"
  }

  fileprivate static func leaves(_ path: ProjectPath) -> String {
    "'\(path.text.shortened())' leads out of the folder of podmap.yaml through a link; name a file inside it"
  }

  fileprivate static func noImage(_ image: ProjectPath, _ diagram: ProjectPicture) -> String {
    let files = diagram.files.map(\.path.text)
    let hint = Spelling.nearest(to: image.text, among: files).map { $0 == image.text ? "" : "; did you mean '\($0)'?" }
    return "'\(image.text.shortened())' isn't an SVG, PNG or WebP among the files of '\(diagram.name)'\(hint ?? "")"
  }
}
