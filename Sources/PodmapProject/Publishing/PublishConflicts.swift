internal import PodmapManifests

/// Outputs that would overwrite each other, an input, or something outside the folder of `podmap.yaml`.
struct PublishConflicts {
  private(set) var diagnostics: [Diagnostic] = []
  /// By their real paths.
  private var taken: [String: String] = [:]
  private let inputs: Set<String>

  init(_ project: ProjectFile, config: ProjectPath, index: ProjectPath) {
    let templates = project.documents.map(\.template).filter(TemplateFile.isPath)
    let icons = project.look?.icons.map { folder in
      ((try? FileSystem.names(in: folder.text)) ?? []).map { "\(folder.text)/\($0)" }
    }
    let read = project.inputs.flatMap(\.self)
    inputs = Set((read.map(\.text) + templates + (icons ?? [])).map(RealPath.planned))
    taken[RealPath.planned(config.text)] = "the project file"
    take(index, "the index", at: project.place(of: "index"), endsIn: PublishPlaces.index)
    // Of pictures, the settings judge the endings.
    for picture in project.pictures {
      for file in picture.files { take(file.path, "a file of '\(picture.name)'", at: file.place) }
    }
    for document in project.documents { take(document) }
    if let gallery = project.gallery {
      take(gallery, "the gallery", at: project.place(of: "gallery"), endsIn: PublishPlaces.gallery)
    }
    judgeBlocks(project.pictures)
    judgeInputs(project)
  }

  private mutating func take(_ path: ProjectPath, _ what: String, at place: Place, endsIn ends: [String] = []) {
    if let other = taken.updateValue(what, forKey: RealPath.planned(path.text)) {
      add(.isTaken(path, other), at: place)
    } else {
      judge(path, at: place, endsIn: ends)
    }
  }

  /// Of a document, the template says how it must end, if nothing worse is wrong with its name.
  private mutating func take(_ document: ProjectDocument) {
    let (place, count) = (document.place(of: "file"), diagnostics.count)
    take(document.file, "a document", at: place)
    guard diagnostics.count == count else { return }
    do throws(RequestError) {
      try TemplateRequest(template: document.template).check(publishes: document.file.text)
    } catch {
      diagnostics.append(Diagnostic(error, at: place))
    }
  }

  /// `ends` are the endings that the name may have; any if there are none.
  private mutating func judge(_ path: ProjectPath, at place: Place, endsIn ends: [String] = []) {
    let real = RealPath.planned(path.text)
    if path.text == "." || FileSystem.isFolder(path.text) { return add(.isFolder(path), at: place) }
    if PublishPlaces.refuses(path, real: real) { return add(.isRefused(path), at: place) }
    let end = FileName.extension(of: path.text)
    if !ends.isEmpty, !ends.contains(end) { add(.endsOtherwise(path, ends), at: place) }
    if FileName.extension(of: real) != end { add(.leadsElsewhere(path, end), at: place) }
    if inputs.contains(real) { add(.isInput(path), at: place) }
    if RealPath.leaves(path.text) { add(.leaves(path), at: place) }
  }

  private mutating func judgeBlocks(_ diagrams: [ProjectPicture]) {
    var blocks: Set<[String]> = []
    for diagram in diagrams {
      for block in diagram.blocks {
        judge(block.file, at: block.place, endsIn: PublishPlaces.blocks)
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

  /// What a pull request names must not lead to the files of the machine that draws it.
  private mutating func judgeInputs(_ project: ProjectFile) {
    let read =
      project.diagrams.map { ($0.inputs, $0.picture.place(of: "inputs")) }
      + project.documents.map { ($0.inputs, $0.place(of: "inputs")) }
      + project.comparisons.flatMap {
        [($0.left, $0.picture.place(of: "left")), ($0.right, $0.picture.place(of: "right"))]
      }
      + [(project.charts.values.flatMap(\.values).compactMap { ProjectPath($0) }.sorted(), project.place(of: "charts"))]
    for (paths, place) in read {
      for path in paths where RealPath.leaves(path.text) { add(.leaves(path, "an input"), at: place) }
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
    "'\(path.text.shortened())' is in a folder of git, a CI system, an editor or podmap; name a file outside it"
  }

  fileprivate static func endsOtherwise(_ path: ProjectPath, _ ends: [String]) -> String {
    "'\(path.text.shortened())' must end in \(ends.map { ".\($0)" }.joined(separator: " or ")), as what is written to it"
  }

  fileprivate static func leadsElsewhere(_ path: ProjectPath, _ end: String) -> String {
    "'\(path.text.shortened())' is a link to a file that doesn't end in .\(end); name that file, or remove the link"
  }

  fileprivate static func isTaken(_ path: ProjectPath, _ other: String) -> String {
    "'\(path.text.shortened())' is already \(other); name another file"
  }

  fileprivate static func isTwice(_ name: String, _ file: ProjectPath) -> String {
    "the block '\(name)' of '\(file.text.shortened())' is named twice; remove one of them"
  }

  fileprivate static func leaves(_ path: ProjectPath, _ what: String = "a file") -> String {
    "'\(path.text.shortened())' leads out of the folder of podmap.yaml through a link; name \(what) inside it"
  }

  fileprivate static func noImage(_ image: ProjectPath, _ diagram: ProjectPicture) -> String {
    let files = diagram.files.map(\.path.text)
    let hint = Spelling.nearest(to: image.text, among: files).map { $0 == image.text ? "" : "; did you mean '\($0)'?" }
    return "'\(image.text.shortened())' isn't an SVG, PNG or WebP among the files of '\(diagram.name)'\(hint ?? "")"
  }
}
