/// How much of the inputs may still be looked at, if that is limited.
struct SourceRoom: Sendable, Hashable {
  /// Files and folders.
  var entries: Int
  /// Of the contents of files.
  var bytes: Int

  /// Whether there is room for one more entry, which is then taken.
  mutating func takeEntry() -> Bool {
    entries -= 1
    return entries >= 0
  }

  /// Whether there is room for a file, which is then taken.
  mutating func take(_ path: String) -> Bool {
    bytes -= FileSystem.stamp(of: path)?.size ?? 0
    return bytes >= 0
  }
}
