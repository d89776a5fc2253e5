/// Whether a file has the content that it should have.
package enum OutputState: Sendable {
  case upToDate
  case missing
  /// With the difference, for texts.
  case outOfDate(UnifiedDiff?)

  /// Compares a text with the content of the file; `nil` means that there is no file.
  package init(of name: String, holding old: [UInt8]?, expected new: [UInt8]) {
    if old == new {
      self = .upToDate
    } else {
      self = .outOfDate(UnifiedDiff(of: name, from: old, to: new))
    }
  }

  /// Compares the text that a picture was drawn from when it was written.
  package init(ofPicture output: PlannedOutput, exists: Bool, _ index: PublishIndex) {
    let entry = output.entry
    if !exists {
      self = .missing
    } else if let old = index.entry(for: entry.file, entry.diagram), old.digest == entry.digest, old.kind == entry.kind
    {
      self = .upToDate
    } else {
      self = .outOfDate(nil)
    }
  }

  package var isUpToDate: Bool {
    if case .upToDate = self { true } else { false }
  }
}
