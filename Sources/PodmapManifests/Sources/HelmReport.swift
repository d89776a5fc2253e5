/// What `helm install --dry-run` prints: `NAME:` and other headings, `HOOKS:` and `MANIFEST:` with manifests, and
/// `NOTES:`.
enum HelmReport {
  /// The text with everything but the manifests left blank, so that lines keep their numbers; any other text as it is.
  static func manifests(in bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: Array("NAME: ".utf8)) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var (isManifest, hasManifest) = (false, false)
    for line in bytes.split(separator: newline, omittingEmptySubsequences: false) {
      let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if headings.contains(where: { text.elementsEqual($0.utf8) }) {
        isManifest = true
        hasManifest = true
      } else if text.elementsEqual("NOTES:".utf8) {
        isManifest = false
      } else if isManifest {
        result += line
      }
      result.append(newline)
    }
    return hasManifest ? result : bytes
  }

  private static let newline = UInt8(ascii: "\n")
  private static let headings = ["HOOKS:", "MANIFEST:"]
}
