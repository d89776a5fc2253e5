/// The lines that differ between two texts, with a few lines around them, as the program `diff` writes them.
package func unifiedDiff(from old: String, to new: String, of name: String = "text") -> String {
  do {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(old, to: "a")
    try folder.write(new, to: "b")
    let arguments = ["-u", "--label", "a/\(name)", "--label", "b/\(name)", "a", "b"]
    let finished = try run(find("diff", install: "apt-get install diffutils"), arguments, in: folder.url)
    return String(decoding: finished.output, as: UTF8.self)
  } catch {
    return "(no diff: \(error))"
  }
}
