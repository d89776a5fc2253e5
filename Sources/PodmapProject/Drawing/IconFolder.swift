package import PodmapDiagrams
package import PodmapManifests

/// A folder with the user's own icons.
package struct IconFolder {
  private let path: String
  private let files: [String]

  package init(_ path: String) throws(RequestError) {
    self.path = path
    do throws(FileSystem.Failure) {
      files = try FileSystem.names(in: path)
    } catch {
      throw RequestError("the icon folder '\(path)' can't be read: \(error.text)")
    }
  }

  /// The icons in the folder; if a file isn't an image, a warning says so and Podmap's own icon is drawn.
  package func icons(_ say: (Diagnostic) -> Void) throws(RequestError) -> IconSet {
    var found: [Icon: IconSet.Image] = [:]
    for icon in Icon.allCases {
      guard let file = file(for: icon) else { continue }
      guard let image = image(in: file) else {
        say(Diagnostic(.warning, at: Place(file: "\(path)/\(file)"), Self.noImage))
        continue
      }
      found[icon] = image
    }
    if found.isEmpty, !Icon.allCases.contains(where: { file(for: $0) != nil }) {
      throw RequestError("no file in '\(path)' has the name of an icon; docs/icons.md lists the names")
    }
    return IconSet(found)
  }

  /// SVG before PNG, and the most exact name before the others.
  private func file(for icon: Icon) -> String? {
    let names = icon.fileNames + icon.kinds.flatMap { Icon.fileNames(kind: $0) }
    let candidates = names.flatMap { name in IconSet.Image.Kind.allCases.map { "\(name).\($0.rawValue)" } }
    return candidates.first(where: files.contains)
  }

  private func image(in file: String) -> IconSet.Image? {
    guard let kind = IconSet.Image.Kind.allCases.first(where: { file.hasSuffix(".\($0.rawValue)") }),
      FileSystem.isFile("\(path)/\(file)"), let bytes = try? FileSystem.read("\(path)/\(file)"),
      bytes.count <= Limit.iconSize.value
    else { return nil }
    return IconSet.Image(kind: kind, bytes: bytes)
  }

  private static let noImage =
    "not an SVG or PNG of at most \(Limit.iconSize.text), so podmap's own icon is drawn; see 'Your own icons' in docs/icons.md"
}
