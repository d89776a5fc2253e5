internal import PodmapManifests

/// A first `podmap.yaml` for a repository.
package struct ProjectDraft {
  package static let page = "README.md"

  private struct Diagram {
    var name: String
    var inputs: [ProjectPath]
  }

  private var diagrams: [Diagram] = []

  /// A diagram for each folder; files in one folder share one unless they define the same objects.
  package init(folders: [ProjectPath]) {
    let files = folders.filter { FileSystem.isFile($0.text) }
    let isOne = files.count > 1 && ManifestFolders.isOne(files)
    if isOne { diagrams.append(Diagram(name: "app", inputs: files)) }
    for folder in folders where !isOne || !files.contains(folder) {
      diagrams.append(Diagram(name: name(for: folder), inputs: [folder]))
    }
  }

  package var isEmpty: Bool { diagrams.isEmpty }

  private func name(for folder: ProjectPath) -> String {
    let file = folder.text.lastIndex(of: ".").flatMap { FileSystem.isFile(folder.text) ? folder.text[..<$0] : nil }
    let plain = (file ?? folder.text[...]).unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        ? Character(scalar) : "-"
    }
    let words = String(plain).split(separator: "-").joined(separator: "-")
    let stem = words.isEmpty ? "app" : String(words.prefix(Limit.pictureName.value))
    var (name, number) = (stem, 2)
    while diagrams.contains(where: { $0.name == name }) {
      name = "\(stem)-\(number)"
      number += 1
    }
    return name
  }

  package var text: String {
    var text =
      "# What 'podmap publish' keeps up to date; podmap's docs/podmap-yaml.md describes every key.\ndiagrams:\n"
    for (position, diagram) in diagrams.enumerated() {
      text += "  - name: \(diagram.name)\n    inputs:\n"
      for input in diagram.inputs { text += "      - \(Self.quoted(input.text))\n" }
      text += "    files:\n      - docs/diagrams/\(diagram.name).svg\n"
      if position == 0 { text += "    blocks:\n      - \(Self.page)\n" }
    }
    return text + "gallery: docs/diagrams/index.html\n"
  }

  /// The page with markers for the first diagram at its end; `nil` if it has them already.
  package func readme() throws(RequestError) -> [UInt8]? {
    guard let name = diagrams.first?.name else { return nil }
    guard FileSystem.canFind(Self.page) else { return Array(BlockContent.markers(name).utf8) }
    let old: [UInt8]
    do throws(FileSystem.Failure) {
      old = try FileSystem.read(Self.page)
    } catch {
      throw RequestError("\(Self.page) can't be read: \(error.text)")
    }
    let found = MarkdownBlocks(old, named: [name], file: Self.page)
    if found.names.contains(name) { return nil }
    let new = MarkdownBlocks.appending(name, to: old)
    guard MarkdownBlocks(new, named: [name], file: Self.page).diagnostics.isEmpty else {
      throw RequestError("the code or the markers in \(Self.page) have no end; fix that first")
    }
    return new
  }

  private static func quoted(_ path: String) -> String { "'" + path.replacing("'", with: "''") + "'" }
}
