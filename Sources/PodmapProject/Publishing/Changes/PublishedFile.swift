internal import PodmapDiagrams

/// A file that was written, and what is new in it.
package struct PublishedFile: Sendable, Equatable {
  /// Relative to where the program was started.
  package let name: String
  package let isNew: Bool
  /// What has changed, in a few words; empty if the file is new, or if they can't be told from it.
  package let change: String

  /// `old` is the content before; `nil` if there was no file.
  init(_ name: String, from old: [UInt8]?, to new: [UInt8], places: (old: PicturePlaces?, new: PicturePlaces?)) {
    self.name = name
    isNew = old == nil
    change = old.map { Self.change(of: name, from: $0, to: new, places) } ?? ""
  }

  private static func change(
    of name: String, from old: [UInt8], to new: [UInt8], _ places: (old: PicturePlaces?, new: PicturePlaces?)
  ) -> String {
    let (before, after) = (DiagramOutline(old), DiagramOutline(new))
    let change = OutlineChange(from: before, to: after)
    if !change.words.isEmpty { return change.text }
    // A picture of pixels says only where its cards are.
    guard String(validating: new, as: UTF8.self) != nil else {
      guard let before = places.old, let after = places.new else { return "" }
      return OutlineChange(from: DiagramOutline(before), to: DiagramOutline(after)).text
    }
    // The lines of a picture say nothing to anyone.
    if new.starts(with: "<?xml".utf8) { return after.isEmpty ? "" : "the same cards and lines" }
    return UnifiedDiff(of: name, from: old, to: new).summary
  }
}
