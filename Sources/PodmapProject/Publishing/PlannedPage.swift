internal import PodmapManifests

/// A Markdown file with all blocks that are kept up to date in it.
struct PlannedPage: Sendable {
  let file: ProjectPath
  /// The content of the file; `nil` if it can't be read.
  private(set) var old: [UInt8]?
  /// The content that it should have; `nil` if it must not be written.
  private(set) var new: [UInt8]?
  private(set) var blocks: [PlannedOutput] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let written: [(picture: PlannedPicture, block: ProjectBlock)]

  /// The page as it is now: someone may have edited it while pictures were drawn.
  var renewed: PlannedPage { PlannedPage(file, written) }

  init(_ file: ProjectPath, _ blocks: [(picture: PlannedPicture, block: ProjectBlock)]) {
    self.file = file
    written = blocks
    do throws(FileSystem.Failure) {
      old = try FileSystem.read(file.text)
    } catch {
      diagnostics = [.unreadable(file, error, at: blocks[0].block.place)]
      return
    }
    guard let old else { return }
    let names = Set(blocks.map(\.picture.name))
    let found = MarkdownBlocks(old, named: names, file: file.text)
    diagnostics = found.diagnostics.filter { $0.severity == .error }
    guard diagnostics.isEmpty else { return }
    var contents: [String: String] = [:]
    for (picture, block) in blocks where picture.isDrawn {
      let content = picture.content(of: block)
      contents[picture.name] = content
      self.blocks.append(
        PlannedOutput(
          file: file, diagram: picture.name, kind: "block", content: .text(Array(content.utf8)), inputs: picture.inputs)
      )
    }
    let text = found.replacing(contents)
    // The markers must be found again in the result.
    if MarkdownBlocks(text, named: names, file: file.text).names == found.names { new = text }
  }
}

extension Diagnostic {
  fileprivate static func unreadable(_ file: ProjectPath, _ failure: FileSystem.Failure, at place: Place) -> Diagnostic
  {
    Diagnostic(
      .error, at: place,
      "'\(file.text.shortened())' can't be read: \(failure.text); create the file, with the markers in it")
  }
}
